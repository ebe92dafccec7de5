import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Scratch } from '../support/command.ts'
import { drawPage } from '../support/images.ts'
import { startSource } from './source.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
  drawPage(join(scratch.work, 'page.png'), 'A page')
})
afterEach(() => scratch[Symbol.dispose]())

const exitCode = async (...args: string[]) => (await startSource(scratch, args).ended).code

describe('`doctor` requires the same models as `run`', () => {
  test.each([
    ['the models of the languages', ['--languages', 'xyz'], 3, 2],
    [
      'no language model to detect orientation only',
      ['--languages', 'xyz', '--page-segmentation-mode', '0'],
      0,
      0
    ]
  ] as const)('%s', async (_, options, doctor, run) => {
    expect(await exitCode('doctor', ...options)).toBe(doctor)
    expect(await exitCode('run', '.', ...options)).toBe(run)
  })
})
