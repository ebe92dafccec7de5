import type { Toolbox } from './toolbox.ts'
import type { Workspace } from './workspace.ts'

/** What preparing an image needs: the programs, a folder for temporary files, a signal that ends it, and a limit. */
export interface PrepareTools {
  readonly toolbox: Toolbox
  readonly workspace: Workspace
  readonly signal: AbortSignal
  /** Maximum pixels of an image, including after it is drawn or enlarged. */
  readonly maxPixels: number
}
