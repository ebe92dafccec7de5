import { availableParallelism } from 'node:os'
import { readyToolbox } from '../../engine/programs.ts'
import { tesseractEngine } from '../../engine/tesseract/engine.ts'
import { openToolbox, type Toolbox } from '../../engine/toolbox.ts'
import type { Shard } from '../../settings/parse.ts'
import type { Place } from '../place.ts'
import { localBackend } from './local.ts'

/** This machine. Asking its programs for their versions begins at once, since it takes as long as looking at some hundred images. */
export function localPlace(env: NodeJS.ProcessEnv, signal: AbortSignal): Place {
  const opened = openToolbox(env, signal)
  opened.catch(() => {})
  return {
    phase: 'Programs',
    ready: async ({ settings, discovery, listener }) => {
      const formats = new Set(discovery.images.map(({ header }) => header?.format))
      const asked = { pdf: formats.has('pdf'), heic: formats.has('heic') }
      const toolbox = await readyToolbox(settings, asked, opened, env, listener, signal)
      return {
        backend: localBackend(nodeOf(settings.shard, toolbox)),
        slots: settings.slots ?? availableParallelism(),
        fingerprint: tesseractEngine(toolbox, settings).fingerprint,
        nodes: 1
      }
    }
  }
}

const nodeOf = ({ index, count }: Shard, toolbox: Toolbox) =>
  count === 1
    ? { id: 'local', kind: 'local', toolbox }
    : { id: `shard-${index}-of-${count}`, kind: 'runner', toolbox }
