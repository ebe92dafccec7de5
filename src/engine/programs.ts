import type { Listener } from '../lib/listener.ts'
import { type Settings, SettingsError } from '../settings/settings.ts'
import {
  InstallError,
  installMissing,
  isRequired,
  missingModels,
  missingPackages,
  type Needs,
  remedy
} from './install.ts'
import { neededModels } from './tesseract/models.ts'
import { openToolbox, type Toolbox } from './toolbox.ts'

/** A required program is not installed. The message says how to install it. */
export class ProgramMissing extends Error {}

/** A second round, because ImageMagick may be installed without a decoder that only then is found to be missing. */
const INSTALL_ROUNDS = 2

/**
 * Checks that the programs that a run needs are installed, and with `install` installs those that are missing.
 *
 * @param images the requirements of the run's images
 * @param opened the toolbox before anything is installed
 * @throws ProgramMissing if Tesseract is missing; SettingsError if the model of a language is missing; InstallError if
 *   one of them cannot be installed
 */
export async function readyToolbox(
  settings: Settings,
  images: Omit<Needs, 'models'>,
  opened: Promise<Toolbox>,
  env: NodeJS.ProcessEnv,
  listener: Listener,
  signal: AbortSignal
): Promise<Toolbox> {
  const needs = { ...images, models: neededModels(settings) }
  let toolbox = await opened
  for (let round = 1; settings.install && round <= INSTALL_ROUNDS; round++) {
    const missing = missingPackages(toolbox, needs)
    if (missing.length === 0 || !(await install(missing, env, listener, signal))) break
    toolbox = await openToolbox(env, signal)
  }
  assertReady(toolbox, needs, settings, listener)
  return toolbox
}

/**
 * Installs packages. If only some images need them, failing to install them is no more than a warning.
 *
 * @returns whether they are installed now
 * @throws InstallError if no image can be read without them
 */
async function install(
  missing: readonly string[],
  env: NodeJS.ProcessEnv,
  listener: Listener,
  signal: AbortSignal
): Promise<boolean> {
  listener.say(`Installing ${missing.join(', ')}.`)
  try {
    await installMissing(missing, env, signal, (text) => listener.output(text))
    return true
  } catch (error) {
    if (!(error instanceof InstallError) || missing.some(isRequired)) throw error
    listener.warn(error.message)
    return false
  }
}

function assertReady(toolbox: Toolbox, needs: Needs, settings: Settings, listener: Listener): void {
  if (!toolbox.tesseract) {
    throw new ProgramMissing(
      `Tesseract is not installed, so no image can be read. Run with --install, or: ${remedy(missingPackages(toolbox, needs))}`
    )
  }
  const missing = missingModels(toolbox, needs.models)
  if (missing.length > 0) {
    const input = needs.models === settings.languages ? 'languages' : 'page-segmentation-mode'
    const installed = toolbox.languages.join(', ') || 'none'
    throw new SettingsError([
      `Input \`${input}\` needs models of Tesseract that are not installed: ${missing.join(', ')} (installed: ${installed}). Run with --install, or: ${remedy(missingPackages(toolbox, needs))}`
    ])
  }
  if (!toolbox.imageMagick) {
    listener.warn(
      `ImageMagick is not installed: images that must be prepared will fail, and no image gets a second look. Run with --install, or: ${remedy(['imagemagick'])}`
    )
  }
  const { tesseract, imageMagick } = toolbox
  listener.say(
    `Tesseract ${tesseract.version} with ${needs.models.join(' + ')}, ${imageMagick ? `ImageMagick ${imageMagick.version}` : 'no ImageMagick'}.`
  )
}
