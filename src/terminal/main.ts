import { Command, CommanderError } from 'commander'
import { AzureProblem } from '../backends/azure-batch/problem.ts'
import { InstallError } from '../engine/install.ts'
import { ProgramMissing } from '../engine/programs.ts'
import { PatternError } from '../images/select.ts'
import { Cancelled, cancelOnSignals } from '../lib/abort.ts'
import { escapeInvisible } from '../lib/escape.ts'
import { exitCodes } from '../lib/exit-codes.ts'
import { NotStarted } from '../lib/process.ts'
import { type ActionInputTexts, accountInputs } from '../settings/actions.ts'
import { withAzVariables } from '../settings/az-variables.ts'
import { readSettings, type Settings, SettingsError } from '../settings/settings.ts'
import { type CommandDeclaration, commands } from './commands/index.ts'
import { addOptions, inputTexts, ownTexts, TEACHING } from './options.ts'

/** What a command gets: its settings, and the edges of the process. */
export interface CommandContext {
  readonly settings: Settings
  /** The one thing that the command is about, such as a handle. */
  readonly subject: string
  /** All things that it is about, where there may be several. */
  readonly subjects: readonly string[]
  /** The texts of options that are its own. */
  readonly own: ActionInputTexts
  readonly json: boolean
  readonly process: NodeJS.Process
  readonly signal: AbortSignal
}

/** Runs one command of the command line and gives its exit code. Never throws. */
export async function main(args: readonly string[], process: NodeJS.Process): Promise<number> {
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  let code: number = exitCodes.done
  const program = new Command('batch-ocr')
    .description(
      'Turns a folder of images into text, on all cores of this machine or on Azure Batch.'
    )
    .exitOverride()
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText('after', TEACHING)
  for (const declaration of commands) {
    addCommand(program, declaration, async (command) => {
      code = await declaration.body({ ...contextOf(command, declaration, process), signal })
    })
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    const tell = (sentence: string) => process.stderr.write(`${sentence}\n`)
    // Whatever an interruption broke on its way, it is the interruption that ended the command.
    return exitCodeOf(signal.aborted ? signal.reason : error, tell)
  }
}

function addCommand(
  program: Command,
  declaration: CommandDeclaration,
  act: (command: Command) => Promise<void>
): void {
  const { name, summary, takes } = declaration
  const command = placeOf(program, name).summary(summary).description(summary).exitOverride()
  if (takes === 'images')
    command.argument('[images...]', 'folders, files or glob patterns; "!pattern" excludes')
  else if (takes !== null)
    command.argument(`<${takes.name}${takes.several ? '...' : ''}>`, takes.meaning)
  addOptions(command, declaration).option('--json', 'print the outcome as one JSON object')
  command.action(() => act(command))
}

/** Makes a command by its name; of two words the first is a command that only has others in it. */
function placeOf(program: Command, name: string): Command {
  const [first = '', second] = name.split(' ')
  if (second === undefined) return program.command(first)
  const group =
    program.commands.find((one) => one.name() === first) ??
    program.command(first).description(`Commands of ${first}s.`).exitOverride()
  return group.command(second)
}

function contextOf(
  command: Command,
  { takes, inputs, azure, accountsLater }: CommandDeclaration,
  process: NodeJS.Process
): Omit<CommandContext, 'signal'> {
  const options: Readonly<Record<string, unknown>> = command.opts()
  const given = inputTexts(takes === 'images' ? command.args : [], options)
  const texts = azure ? { ...given, backend: 'azure-batch' } : given
  const needed = accountsLater ? inputs.filter((key) => !accountInputs.includes(key)) : inputs
  return {
    settings: readSettings(withAzVariables(texts, process.env), false, needed),
    subject: command.args[0] ?? '',
    subjects: command.args,
    own: ownTexts(options),
    json: options['json'] === true,
    process
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
    for (const problem of error.message.split('\n')) tell(escapeInvisible(problem))
    return exitCodes.badInput
  }
  const known = [ProgramMissing, InstallError, NotStarted, AzureProblem]
  const words = known.some((kind) => error instanceof kind)
    ? (error as Error).message
    : `The run failed: ${(error as Error)?.stack ?? String(error)}`
  for (const line of words.split('\n')) tell(escapeInvisible(line))
  return exitCodes.runFailed
}
