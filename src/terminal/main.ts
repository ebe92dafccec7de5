import { Command, CommanderError } from 'commander'
import { PatternError } from '../images/select.ts'
import { visible } from '../report/escape.ts'
import { Cancelled, cancelOnSignals } from '../run/cancel.ts'
import { exitCodes } from '../run/exit-codes.ts'
import { ProgramMissing } from '../run/programs.ts'
import { readSettings, type Settings, SettingsError } from '../settings/settings.ts'
import { InstallError } from '../task/install.ts'
import { doctorCommand } from './doctor.ts'
import { addInputs, inputTexts, TEACHING } from './options.ts'
import { planCommand } from './plan-command.ts'
import { runCommand } from './run-command.ts'

/** What a command gets: its settings, and the edges of the process. */
export interface CommandContext {
  readonly settings: Settings
  readonly json: boolean
  readonly process: NodeJS.Process
  readonly signal: AbortSignal
}

type CommandBody = (context: CommandContext) => Promise<number>

/** Runs one command of the command line and gives its exit code. Never throws. */
export async function main(args: readonly string[], process: NodeJS.Process): Promise<number> {
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  let code: number = exitCodes.done
  const program = new Command('batch-ocr')
    .description('Turns a folder of images into text, on all cores of this machine.')
    .exitOverride()
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText('after', TEACHING)
  const add = (name: string, summary: string, body: CommandBody) => {
    const command = program.command(name).summary(summary).description(summary).exitOverride()
    command.argument('[images...]', 'folders, files or glob patterns; "!pattern" excludes')
    addInputs(command).option('--json', 'print the outcome as one JSON object')
    command.action(async (images: string[], options: Record<string, unknown>) => {
      const settings = readSettings(inputTexts(images, options), false)
      code = await body({ settings, json: options['json'] === true, process, signal })
    })
  }
  add('run', 'Read the images and write the results folder.', runCommand)
  add('plan', 'Show how the images would be divided, and read none.', planCommand)
  add('doctor', 'Say what is installed here and what is missing.', doctorCommand)
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return exitCodeOf(error, (sentence) => process.stderr.write(`${sentence}\n`))
  }
}

function exitCodeOf(error: unknown, tell: (sentence: string) => void): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput
  if (error instanceof Cancelled) {
    tell(error.message)
    return exitCodes.cancelled
  }
  if (error instanceof SettingsError || error instanceof PatternError) {
    for (const problem of error.message.split('\n')) tell(visible(problem))
    return exitCodes.badInput
  }
  const known = error instanceof ProgramMissing || error instanceof InstallError
  const words = known
    ? error.message
    : `The run failed: ${(error as Error)?.stack ?? String(error)}`
  for (const line of words.split('\n')) tell(visible(line))
  return exitCodes.runFailed
}
