import { join } from 'node:path'
import { NODE, ROOT, Running, type Scratch } from '../support/command.ts'

/** Starts the command line from its sources, as a process of its own. */
export const startSource = (
  scratch: Scratch,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {}
): Running =>
  new Running(NODE, [join(ROOT, 'src/cli.ts'), ...args], {
    cwd: scratch.work,
    env: { ...scratch.env, ...env }
  })
