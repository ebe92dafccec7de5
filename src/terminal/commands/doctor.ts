import { availableParallelism } from 'node:os'
import { isRequired, missingPackages, remedy } from '../../engine/install.ts'
import { neededModels } from '../../engine/tesseract/models.ts'
import { openToolbox, type Toolbox } from '../../engine/toolbox.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { textTable } from '../../lib/table.ts'
import type { CommandContext } from '../context.ts'
import { azureDoctor } from './doctor-azure.ts'

/** Reports what is ready and what is missing, on this machine or on Azure, and what to do about it. */
export const doctorCommand = async (context: CommandContext): Promise<number> =>
  context.settings.backend === 'azure-batch' ? azureDoctor(context) : localDoctor(context)

/** Reports what is installed and what is missing on this machine, and the command that installs it. */
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
    const install = missing.length > 0 ? remedy(missing) : null
    process.stdout.write(
      `${JSON.stringify({ ready: vital.length === 0, node: process.version, cores: availableParallelism(), tesseract, imageMagick, poppler, languages, missing, remedy: install })}\n`
    )
  } else {
    process.stdout.write(`${findings(toolbox, missing, process.version)}\n`)
  }
  return vital.length === 0 ? exitCodes.done : exitCodes.runFailed
}

function findings(toolbox: Toolbox, missing: readonly string[], node: string): string {
  const installed = (program: { version: string; path: string } | null, without: string) =>
    program ? `${program.version} (${program.path})` : `missing: ${without}`
  const table = textTable([
    ['Node.js', `${node} on ${availableParallelism()} cores`],
    ['Tesseract', installed(toolbox.tesseract, 'images cannot be read')],
    ['Languages', toolbox.languages.join(', ') || 'none'],
    [
      'ImageMagick',
      installed(toolbox.imageMagick, 'no second look; no rotated, tiled, HEIC, or AVIF images')
    ],
    ['Poppler', installed(toolbox.poppler, 'no PDF files')]
  ])
  const advice =
    missing.length === 0
      ? 'Everything is installed.'
      : `To install the missing packages, run with --install, or: ${remedy(missing)}`
  return `${table}\n\n${advice}`
}
