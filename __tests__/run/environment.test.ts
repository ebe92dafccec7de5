import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { nodeProgram } from '../../src/run/environment.ts'
import { Scratch } from '../support/command.ts'

test.each(['dist/index.js', 'dist/cli/index.js'])(
  'The node program is found next to %s, even through a link',
  (own) => {
    using scratch = new Scratch()
    const file = join(scratch.work, own)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, '')
    const link = join(scratch.work, 'batch-ocr')
    symlinkSync(file, link)
    const expected = join(realpathSync(scratch.work), 'dist/node/index.js')
    expect([nodeProgram(file), nodeProgram(link)]).toEqual([expected, expected])
  }
)
