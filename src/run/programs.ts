import { type Settings, SettingsError } from '../settings/settings.ts'
import { installMissing, missingPackages, remedy } from '../task/install.ts'
import { openToolbox, type Toolbox } from '../task/toolbox.ts'
import type { Listener } from './listener.ts'

/** A program that a run cannot do without is not there. The message says how to install it. */
export class ProgramMissing extends Error {}

/** What the images of a run ask of the machine, beside Tesseract and its languages. */
export interface Needs {
  readonly languages: readonly string[]
  readonly pdf: boolean
}

/**
 * Readies the toolbox that a run needs, installing what is missing where that is asked for.
 *
 * @param opened the toolbox as it was at first
 * @throws ProgramMissing without Tesseract; SettingsError where a language is not there
 */
export async function readyToolbox(
  settings: Settings,
  pdf: boolean,
  opened: Promise<Toolbox>,
  env: NodeJS.ProcessEnv,
  listener: Listener,
  signal: AbortSignal
): Promise<Toolbox> {
  // How a page lies (mode 0) is told by a model of its own.
  const languages = settings.pageSegmentationMode === 0 ? ['osd'] : settings.languages
  const needs = { languages, pdf }
  let toolbox = await opened
  const missing = missingPackages(toolbox, needs)
  if (missing.length > 0 && settings.install) {
    listener.say(`Installing ${missing.join(', ')}.`)
    await installMissing(missing, env, signal, (text) => listener.output(text))
    toolbox = await openToolbox(env, signal)
  }
  assertReady(toolbox, needs, listener)
  return toolbox
}

function assertReady(toolbox: Toolbox, needs: Needs, listener: Listener): void {
  if (!toolbox.tesseract) {
    throw new ProgramMissing(
      `Tesseract is not installed, so nothing can be read. Run with --install, or: ${remedy(missingPackages(toolbox, needs))}`
    )
  }
  const absent = needs.languages.filter((language) => !toolbox.languages.includes(language))
  if (absent.length > 0) {
    const has = toolbox.languages.length > 0 ? toolbox.languages.join(', ') : 'none'
    throw new SettingsError([
      `Input \`languages\` asks for ${absent.join(', ')}, which Tesseract has no model for here (it has ${has}). Run with --install, or: ${remedy(missingPackages(toolbox, needs))}`
    ])
  }
  if (!toolbox.imageMagick) {
    listener.warn(
      `ImageMagick is not installed: images that must be prepared will fail, and there is no second look. Run with --install, or: ${remedy(['imagemagick'])}`
    )
  }
  const { tesseract, imageMagick } = toolbox
  listener.say(
    `Tesseract ${tesseract.version} with ${needs.languages.join(' + ')}, ${imageMagick ? `ImageMagick ${imageMagick.version}` : 'no ImageMagick'}.`
  )
}
