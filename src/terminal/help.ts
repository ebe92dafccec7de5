import { columns } from '../lib/table.ts'
import type { CommandLine } from './invocation.ts'

/** Commands to copy, and what each does. */
const EXAMPLES: readonly (readonly [command: string, does: string])[] = [
  ['run photos', 'read a folder into ocr-results'],
  ['run photos --install', 'install Tesseract first (apt)'],
  ["run 'scans/**/*.tif' '!scans/drafts'", 'select by patterns, and exclude a folder'],
  ['run photos --languages eng+fra --formats txt,pdf', 'read English and French, write PDFs'],
  ["run photos --key-pattern '(?<phone>\\+?\\d{8,15})'", 'add a column from file names'],
  ['run photos --shard 2/4', 'read the second of four parts'],
  ['merge one two three four', 'merge the results folders of four parts'],
  ['plan photos --json', 'show what a run would do'],
  ['doctor', 'check what is installed'],
  ['run photos --backend azure-batch --nodes 8', 'read on Azure Batch'],
  ['submit photos', 'read on Azure Batch, without waiting'],
  ['collect ocr-results/handle.json', 'get the results of a submitted run']
]

/** The end of `--help`: examples, accounts, results, and exit codes. */
export const helpText = (commandLine: CommandLine): string => `
Examples:
${columns(EXAMPLES.map(([command, does]) => [`  ${commandLine()} ${command}`, does]))}

Azure accounts are named by --batch-endpoint and --storage-endpoint, or by the Azure CLI's
variables (AZURE_BATCH_ENDPOINT, AZURE_STORAGE_ACCOUNT, and so on). Without keys, the
Azure CLI login is used.

Results are written to ocr-results: text/, results.csv, results.jsonl, report.html, metadata/.
A second run reads only images that are new or changed, and continues a run that was stopped.

Exit codes: 0 done; 1 images failed, see --fail-on; 2 invalid usage or input, nothing started;
3 the run failed; 130 cancelled.`
