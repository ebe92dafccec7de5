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
 * Holds every workflow and example to actionlint, and to zizmor at its strictest. `.ci/run` installs both at pinned
 * versions; the exit code is 1 where either finds something, or is not there.
 */
const WORKFLOWS = '.github/workflows'
const copy = mkdtempSync(join(tmpdir(), 'workflow-lints-'))
try {
  layOut(copy)
  const sound = [
    run('zizmor', ['--quiet', '--offline', '--persona', 'pedantic', '.github', 'examples'], '.'),
    run('actionlint', listed('examples', '.github/workflows'), '.'),
    run('actionlint', [], copy)
  ]
  process.exitCode = sound.every(Boolean) ? 0 : 1
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
 * A repository in which examples and workflows name our actions by their folders. actionlint looks into those, and so
 * compares what is given with what is taken; what lies elsewhere it believes.
 */
function layOut(folder: string): void {
  for (const path of ['.git', WORKFLOWS]) mkdirSync(join(folder, path), { recursive: true })
  const actions = actionNames.map((face) => join(face === 'run' ? '' : face, 'action.yml'))
  for (const path of [...actions, 'dist']) cpSync(path, join(folder, path), { recursive: true })
  for (const file of listed('examples', WORKFLOWS)) {
    const text = readFileSync(file, 'utf8')
      .replace(/uses: \$\//g, 'uses: ./')
      .replace(/uses: OWNER\/batch-ocr\/?(\S*)@COMMIT/g, 'uses: ./$1')
    writeFileSync(join(folder, WORKFLOWS, file.replace(/^.*\//, '')), text)
  }
}
