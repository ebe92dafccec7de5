/** Names and descriptions of the outputs of delivered results. `action.yml` files and tables are generated from these. */
export const outputs = {
  'run-id': 'ID of the run, which identifies it in its records.',
  'job-id': 'ID of the job on the backend; on `local`, the same as `run-id`.',
  images: 'Number of images found.',
  recognized: 'Number of images that were read in this run.',
  reused: 'Number of images whose earlier result was kept.',
  empty: 'Number of images without text.',
  failed: 'Number of images that could not be read. The table lists each of them.',
  pages: 'Number of pages of the images with text.',
  confidence: 'Mean confidence of the words, 0 to 100. Empty if there are no words.',
  nodes: 'Number of nodes that ran tasks.',
  seconds: 'Duration of the run in seconds.',
  results: 'Path of the results folder.',
  'text-artifact-id': 'ID of the artifact with the texts and tables.',
  'text-artifact-url': 'URL of the artifact with the texts and tables.',
  'text-artifact-digest': 'SHA-256 digest of the artifact with the texts and tables.',
  'metadata-artifact-id': 'ID of the artifact with the report and the metadata of nodes and tasks.',
  'metadata-artifact-url':
    'URL of the artifact with the report and the metadata of nodes and tasks.',
  'metadata-artifact-digest':
    'SHA-256 digest of the artifact with the report and the metadata of nodes and tasks.'
} as const

/** The outputs of a submission. */
export const submitOutputs = {
  'run-id': outputs['run-id'],
  'job-id': 'ID of the Batch job.',
  handle: 'JSON by which `collect` finds the run. It contains no secret.',
  'handle-file': 'Path of a file that contains the handle.',
  images: outputs.images
} as const

/** The outputs of the main action, which is a submission if `wait` is false. */
export const runOutputs = {
  ...outputs,
  handle: 'With `wait: false`, JSON by which `collect` finds the run. It contains no secret.',
  'handle-file': 'With `wait: false`, path of a file that contains the handle.'
} as const

/** The outputs of a sweep. */
export const sweepOutputs = {
  jobs: 'Number of jobs removed.',
  pools: 'Number of pools removed.',
  containers: 'Number of containers removed.'
} as const

/** The outputs of a report in an issue or a comment. */
export const reportOutputs = {
  number: 'Number of the issue or pull request. Empty if nothing was written.',
  url: 'URL of the issue or comment. Empty if nothing was written.'
} as const

/** The outputs of a search for changed images. */
export const changedOutputs = {
  images:
    'The changed images, one per line, for the input `images` of other actions. Without a pull request, the value of the input `images`. Empty if no image changed: check `count` first, because an empty input means its default.',
  count: 'Number of changed images. Empty if all images are selected.'
} as const

/** The outputs of a check for unchanged images. */
export const checkUnchangedOutputs = {
  key: 'Cache key of the results of these images, for the input `cache-key` of `merge`.',
  unchanged: '`true` if there is nothing to read, otherwise `false`.'
} as const
