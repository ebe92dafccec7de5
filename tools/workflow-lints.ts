import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actionNames } from '../src/settings/actions.ts'

/**
 * Checks every workflow and example with actionlint, and with zizmor's strictest persona. `.ci/run` installs both at
 * pinned versions. The exit code is 1 if either has findings or cannot be started.
 */
const WORKFLOWS = '.github/workflows'
const copy = mkdtempSync(join(tmpdir(), 'workflow-lints-'))
try {
  createRepository(copy)
  const passed = [
    run('zizmor', ['--quiet', '--offline', '--persona', 'pedantic', '.github', 'examples'], '.'),
    run('actionlint', listed('examples', '.github/workflows'), '.'),
    run('actionlint', [], copy)
  ]
  process.exitCode = passed.every(Boolean) ? 0 : 1
} finally {
  rmSync(copy, { recursive: true })
}

function run(program: string, args: readonly string[], cwd: string): boolean {
  const { status, error } = spawnSync(program, args, { cwd, stdio: 'inherit' })
  if (error) process.stderr.write(`${program} could not be started: ${error.message}.\n`)
  return status === 0
}

function listed(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
}

/**
 * Creates a repository whose workflows refer to our actions by local paths. actionlint reads only local actions, and so
 * compares the inputs that are passed with the inputs that exist.
 */
function createRepository(folder: string): void {
  for (const path of ['.git', WORKFLOWS]) mkdirSync(join(folder, path), { recursive: true })
  const actions = actionNames.map((name) => join(name === 'run' ? '' : name, 'action.yml'))
  for (const path of [...actions, 'dist']) cpSync(path, join(folder, path), { recursive: true })
  for (const file of listed('examples', WORKFLOWS)) {
    const text = readFileSync(file, 'utf8')
      .replace(/uses: \$\//g, 'uses: ./')
      .replace(/uses: OWNER\/batch-ocr\/?(\S*)@COMMIT/g, 'uses: ./$1')
    writeFileSync(join(folder, WORKFLOWS, file.replace(/^.*\//, '')), text)
  }
}
