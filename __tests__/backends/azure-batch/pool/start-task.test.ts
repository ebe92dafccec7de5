import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { splitCommandLine } from '../../../../emulator/machine/command-line.ts'
import { startTaskCommand } from '../../../../src/backends/azure-batch/pool/start-task.ts'
import { type Ended, NODE, Running, Scratch } from '../../../support/command.ts'

/** The programs of a new node that the script uses. */
const BARE = ['bash', 'grep', 'paste', 'sed', 'seq', 'sleep', 'cat', 'rm', 'touch']

let scratch: Scratch
let bare: string
beforeEach(() => {
  scratch = new Scratch()
  bare = join(scratch.folder, 'bin')
  mkdirSync(bare)
  for (const name of BARE) symlinkSync(whereIs(name), join(bare, name))
})
afterEach(() => scratch[Symbol.dispose]())

function whereIs(name: string): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(existsSync) ?? name
}

/** Adds a program to the node's PATH. */
function program(name: string, script: string): void {
  const path = join(bare, name)
  writeFileSync(path, `#!/bin/bash\n${script}\n`)
  chmodSync(path, 0o755)
}

/** Runs the start task as Batch does, without a shell. */
function begin(languages: readonly string[], path: string): Promise<Ended> {
  const [command = '', ...args] = splitCommandLine(startTaskCommand(languages))
  const env = { ...scratch.env, PATH: path, BARE: bare }
  return new Running(command, args, { cwd: scratch.work, env }).ended
}

const aptCalls = (): string[] =>
  readFileSync(join(scratch.work, 'asked'), 'utf8').trim().split('\n')

/** Records its arguments and installs everything. */
const APT = `
echo "$DEBIAN_FRONTEND $*" >> asked
[[ "$*" == *" install "* ]] || exit 0
for name in convert pdftoppm; do echo "#!/bin/bash" > "$BARE/$name"; chmod +x "$BARE/$name"; done
ln -s "${NODE}" "$BARE/node"
cat > "$BARE/tesseract" <<< "#!/bin/bash
echo 'List of available languages (3):'; echo eng; echo osd; echo chi_sim"
chmod +x "$BARE/tesseract"`

describe('the start task', () => {
  test('does nothing if everything is installed', async () => {
    program('apt-get', 'echo I should not be called >&2; exit 1')
    const path = [bare, dirname(NODE), process.env['PATH']].join(delimiter)
    expect(await begin(['eng'], path)).toMatchObject({
      code: 0,
      stdout: 'Everything is installed.\n',
      stderr: ''
    })
  })

  test('installs everything on a new node, and does nothing the second time', async () => {
    for (const name of ['chmod', 'ln']) symlinkSync(whereIs(name), join(bare, name))
    program('apt-get', APT)
    expect(await begin(['eng', 'chi_sim'], bare)).toMatchObject({ code: 0, stderr: '' })
    const options = '-q -o DPkg::Lock::Timeout=600 -o Acquire::Retries=5'
    expect(aptCalls()).toEqual([
      `noninteractive ${options} update`,
      `noninteractive ${options} install -y --no-install-recommends tesseract-ocr tesseract-ocr-osd tesseract-ocr-eng tesseract-ocr-chi-sim imagemagick poppler-utils nodejs`
    ])
    expect(await begin(['eng'], bare)).toMatchObject({
      code: 0,
      stdout: 'Everything is installed.\n'
    })
    expect(aptCalls()).toHaveLength(2)
  })

  test('waits for the lock of the package lists', async () => {
    program(
      'apt-get',
      `[ -e second ] || { touch second; echo "E: Could not get lock /var/lib/apt/lists/lock" >&2; exit 100; }
       echo "$*" >> asked`
    )
    await begin(['eng'], bare)
    expect(aptCalls().map((line) => line.split(' ').at(5))).toEqual(['update', 'install'])
  })

  test('prints in its last line what is still missing', async () => {
    program('tesseract', 'echo eng; echo osd')
    program('node', 'exit 1')
    program('convert', '')
    program('apt-get', 'echo E: Unable to locate package >&2; exit 100')
    const { code, stderr } = await begin(['eng', 'fra'], bare)
    expect(code).toBe(1)
    expect(stderr.trim().split('\n').slice(-2)).toEqual([
      'apt-get install ended with exit code 100.',
      'batch-ocr: the node cannot read images; missing after the installation: the language fra, pdftoppm, Node.js 18 or newer.'
    ])
  })

  test('is one line of a few kilobytes', () => {
    expect(startTaskCommand(['eng', 'fra'])).toMatch(/^\/bin\/bash -c '[^'\n]{500,3000}'$/)
  })

  test('rejects a language name with shell syntax', () => {
    expect(() => startTaskCommand(["eng'; reboot"])).toThrow(
      '"eng\'; reboot" is not a Tesseract language.'
    )
  })
})
