import { Command, CommanderError } from 'commander'
import { BackendError } from '../backends/backend.ts'
import { InstallError } from '../engine/install.ts'
import { ProgramMissing } from '../engine/programs.ts'
import { PatternError } from '../images/select.ts'
import { Cancelled, cancelOnSignals } from '../lib/abort.ts'
import { escapeInvisible } from '../lib/escape.ts'
import { exitCodes } from '../lib/exit-codes.ts'
import { NotStarted } from '../lib/process.ts'
import { accountInputs } from '../settings/actions.ts'
import { withAzVariables } from '../settings/az-variables.ts'
import { readSettings } from '../settings/read.ts'
import { SettingsError } from '../settings/settings.ts'
import { type CommandDeclaration, commands } from './commands/index.ts'
import type { CommandContext } from './context.ts'
import { helpText } from './help.ts'
import { commandLineOf } from './invocation.ts'
import { addOptions, inputTexts, ownTexts } from './options.ts'

/** Runs one command of the command line and returns its exit code. Never throws. */
export async function main(args: readonly string[], process: NodeJS.Process): Promise<number> {
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  const commandLine = commandLineOf(process)
  let code: number = exitCodes.done
  const program = new Command(commandLine())
    .description(
      'Turns a folder of images into text, on all cores of this machine or on Azure Batch.'
    )
    .exitOverride()
    .showHelpAfterError('Run with --help for usage.')
    .addHelpText('after', helpText(commandLine))
  for (const declaration of commands) {
    addCommand(program, declaration, async (command) => {
      const context = { ...contextOf(command, declaration, process), commandLine, signal }
      code = await declaration.body(context)
    })
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    const print = (line: string) => process.stderr.write(`${line}\n`)
    // An error after a cancellation is most likely caused by it, so the cancellation is reported.
    return exitCodeOf(signal.aborted ? signal.reason : error, print)
  }
}

function addCommand(
  program: Command,
  declaration: CommandDeclaration,
  run: (command: Command) => Promise<void>
): void {
  const { name, summary, takes } = declaration
  const command = newCommand(program, name).summary(summary).description(summary).exitOverride()
  if (takes === 'images')
    command.argument('[images...]', 'folders, files, or glob patterns; "!pattern" excludes')
  else if (takes !== null)
    command.argument(`<${takes.name}${takes.several ? '...' : ''}>`, takes.meaning)
  addOptions(command, declaration).option('--json', 'print the outcome as one JSON object')
  command.action(() => run(command))
}

/** Adds a command by its name. In a name of two words, such as `pool create`, the first is a group of commands. */
function newCommand(program: Command, name: string): Command {
  const [first = '', second] = name.split(' ')
  if (second === undefined) return program.command(first)
  const group =
    program.commands.find((one) => one.name() === first) ??
    program.command(first).description(`Manage ${first}s.`).exitOverride()
  return group.command(second)
}

function contextOf(
  command: Command,
  { takes, inputs, azure, accountsLater }: CommandDeclaration,
  process: NodeJS.Process
): Omit<CommandContext, 'signal' | 'commandLine'> {
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

/** Prints why a command failed, with a stack trace only if the cause is unknown, and returns its exit code. */
function exitCodeOf(error: unknown, print: (line: string) => void): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput
  const isInput = error instanceof SettingsError || error instanceof PatternError
  const known = [Cancelled, ProgramMissing, InstallError, NotStarted, BackendError]
  const message =
    isInput || known.some((kind) => error instanceof kind)
      ? (error as Error).message
      : `The run failed: ${(error as Error)?.stack ?? String(error)}`
  for (const line of message.split('\n')) print(escapeInvisible(line))
  if (error instanceof Cancelled) return exitCodes.cancelled
  return isInput ? exitCodes.badInput : exitCodes.runFailed
}
