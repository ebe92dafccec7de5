import type { ActionInputTexts } from '../settings/actions.ts'
import type { Settings } from '../settings/settings.ts'
import type { CommandLine } from './invocation.ts'

/** What a command gets: its settings, and the edges of the process. */
export interface CommandContext {
  readonly settings: Settings
  /** The first argument, such as a handle; empty if there is none. */
  readonly subject: string
  /** All arguments. */
  readonly subjects: readonly string[]
  /** The texts of the command's own options. */
  readonly own: ActionInputTexts
  readonly json: boolean
  /** For advice that names a command. */
  readonly commandLine: CommandLine
  readonly process: NodeJS.Process
  /** Fires when the user cancels. */
  readonly signal: AbortSignal
}
