import { availableParallelism } from 'node:os'
import { isRequired, missingPackages, remedy } from '../../engine/install.ts'
import { neededModels } from '../../engine/tesseract/models.ts'
import { openToolbox, type Toolbox } from '../../engine/toolbox.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { textTable } from '../../lib/table.ts'
import type { CommandContext } from '../main.ts'
import { azureDoctor } from './doctor-azure.ts'

/** Says what is ready and what is missing, here or on Azure, and what to do about it. */
export const doctorCommand = async (context: CommandContext): Promise<number> =>
  context.settings.backend === 'azure-batch' ? azureDoctor(context) : localDoctor(context)

/** What is installed here, what is missing, and the command that installs it. */
async function localDoctor({ settings, json, process, signal }: CommandContext): Promise<number> {
  const toolbox = await openToolbox(process.env, signal)
  const missing = missingPackages(toolbox, {
    models: neededModels(settings),
    pdf: true,
    heic: true
  })
  const vital = missing.filter(isRequired)
  if (json) {
    const { tesseract, imageMagick, poppler, languages } = toolbox
    const cure = missing.length > 0 ? remedy(missing) : null
    process.stdout.write(
      `${JSON.stringify({ ready: vital.length === 0, node: process.version, cores: availableParallelism(), tesseract, imageMagick, poppler, languages, missing, remedy: cure })}\n`
    )
  } else {
    process.stdout.write(`${findings(toolbox, missing, process.version)}\n`)
  }
  return vital.length === 0 ? exitCodes.done : exitCodes.runFailed
}

function findings(toolbox: Toolbox, missing: readonly string[], node: string): string {
  const told = (program: { version: string; path: string } | null, without: string) =>
    program ? `${program.version} (${program.path})` : `missing: ${without}`
  const table = textTable([
    ['Node.js', `${node} on ${availableParallelism()} cores`],
    ['Tesseract', told(toolbox.tesseract, 'nothing can be read')],
    ['Languages', toolbox.languages.join(', ') || 'none'],
    [
      'ImageMagick',
      told(toolbox.imageMagick, 'no second look; no turned, tiled, HEIC or AVIF image')
    ],
    ['Poppler', told(toolbox.poppler, 'no PDF')]
  ])
  const advice =
    missing.length === 0
      ? 'Everything is here.'
      : `To install what is missing, run with --install, or: ${remedy(missing)}`
  return `${table}\n\n${advice}`
}
