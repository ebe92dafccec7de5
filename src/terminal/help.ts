import type { CommandLine } from './invocation.ts'

/** What the user may want to do, and the commands for it. */
const EXAMPLES: readonly (readonly [task: string, ...commands: string[]])[] = [
  ['Read the images of a folder into ocr-results', 'run photos'],
  ['Install Tesseract first, with apt', 'run photos --install'],
  ['Select images by patterns, and exclude a folder', "run 'scans/**/*.tif' '!scans/drafts'"],
  ['Read English and French, and write PDFs', 'run photos --languages eng+fra --formats txt,pdf'],
  ['Add a column from file names', "run photos --key-pattern '(?<phone>\\+?\\d{8,15})'"],
  [
    'Read the second of four shards, and merge all four',
    'run photos --shard 2/4 --results two',
    'merge one two three four'
  ],
  ['Show what a run would do', 'plan photos --json'],
  ['Check what is installed', 'doctor'],
  ['Read on Azure Batch', 'run photos --backend azure-batch --nodes 8'],
  [
    'Read on Azure Batch without waiting, and get the results later',
    'submit photos',
    'collect ocr-results/handle.json'
  ]
]

const examples = (program: string): string =>
  EXAMPLES.flatMap(([task, ...commands]) => [
    `  # ${task}`,
    ...commands.map((command) => `  ${program} ${command}`)
  ]).join('\n')

/** The end of `--help`: examples, accounts, results, and exit codes. */
export const helpText = (commandLine: CommandLine): string => `
Examples:
${examples(commandLine())}

Azure accounts are named by --batch-endpoint and --storage-endpoint, or by the Azure CLI's
variables (AZURE_BATCH_ENDPOINT, AZURE_STORAGE_ACCOUNT, and so on). Without keys, the
Azure CLI login is used.

Results are written to ocr-results: text/, results.csv, results.jsonl, report.html, metadata/.
A second run reads only images that are new or changed, and continues a run that was stopped.

Exit codes: 0 done; 1 images failed, see --fail-on; 2 invalid usage or input, nothing started;
3 the run failed; 130 cancelled.`
