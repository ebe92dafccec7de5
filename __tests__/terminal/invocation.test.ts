import { describe, expect, test } from '@jest/globals'
import { commandLineOf } from '../../src/terminal/invocation.ts'

const started = (script: string, cwd: string, argv0 = 'node') =>
  commandLineOf({
    ...{ argv: ['/usr/bin/node', script, 'run'], argv0, cwd: () => cwd },
    env: { PATH: '/usr/bin:/usr/local/bin' }
  } as unknown as NodeJS.Process)

describe('a message names the command as it was started', () => {
  test.each([
    ['/home/ann/ocr/dist/cli/index.js', '/home/ann/ocr', 'node dist/cli/index.js'],
    ['/home/ann/ocr/dist/cli/index.js', '/home/ann/scans', 'node ../ocr/dist/cli/index.js'],
    ['/opt/ocr/dist/cli/index.js', '/home/ann/scans', 'node /opt/ocr/dist/cli/index.js'],
    ['/home/ann/my ocr/index.js', '/home/ann', "node 'my ocr/index.js'"],
    ['/usr/local/bin/batch-ocr', '/home/ann', 'batch-ocr']
  ])('%s from %s', (script, cwd, expected) => {
    expect(started(script, cwd)('collect', 'handle.json')).toBe(`${expected} collect handle.json`)
  })

  test('with the Node.js that runs it', () => {
    expect(started('/ocr/index.js', '/ocr', '/opt/node24/bin/node')()).toBe(
      '/opt/node24/bin/node index.js'
    )
  })

  test('and with arguments that a shell does not change', () => {
    expect(started('/ocr/index.js', '/ocr')('collect', "ann's handle.json")).toBe(
      "node index.js collect 'ann'\\''s handle.json'"
    )
  })
})
