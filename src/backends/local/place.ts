import { availableParallelism } from 'node:os'
import { readyToolbox } from '../../engine/programs.ts'
import { tesseractEngine } from '../../engine/tesseract/engine.ts'
import { openToolbox, type Toolbox } from '../../engine/toolbox.ts'
import type { Shard } from '../../settings/parse.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Capacity, Place } from '../place.ts'
import { localBackend } from './local.ts'

/** The capacity of this machine for a run. */
export const localCapacity = ({ slots }: Pick<Settings, 'slots'>): Capacity => ({
  slots: slots ?? availableParallelism(),
  nodes: null
})

/** This machine. Its programs are asked for their versions at once, which takes as long as inspecting some hundred images. */
export function localPlace(env: NodeJS.ProcessEnv, signal: AbortSignal): Place {
  const opened = openToolbox(env, signal)
  opened.catch(() => {})
  return {
    phase: 'Programs',
    ready: async ({ settings, discovery, listener }, signal) => {
      const formats = new Set(discovery.images.map(({ header }) => header?.format))
      const asked = { pdf: formats.has('pdf'), heic: formats.has('heic') }
      const toolbox = await readyToolbox(settings, asked, opened, env, listener, signal)
      return {
        backend: localBackend(nodeOf(settings.shard, toolbox)),
        ...localCapacity(settings),
        fingerprint: tesseractEngine(toolbox, settings).fingerprint
      }
    }
  }
}

const nodeOf = ({ index, count }: Shard, toolbox: Toolbox) =>
  count === 1
    ? { id: 'local', kind: 'local', toolbox }
    : { id: `shard-${index}-of-${count}`, kind: 'runner', toolbox }
