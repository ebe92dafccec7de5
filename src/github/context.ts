import type { Environment } from '../run/environment.ts'
import type { ActionInputTexts, ActionName } from '../settings/actions.ts'
import type { Settings } from '../settings/settings.ts'
import type { StepLog } from './log.ts'

/** What a step is asked to do: which action, and its inputs. */
export interface StepInputs {
  readonly action: ActionName
  readonly settings: Settings
  /** The texts of the action's own inputs. */
  readonly own: ActionInputTexts
}

/** What an action needs to run as a step. */
export interface StepContext extends StepInputs {
  readonly environment: Environment
  readonly log: StepLog
  readonly signal: AbortSignal
}
