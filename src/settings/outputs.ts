/** The outputs of results that were delivered, once: name and meaning. `action.yml` and the README's tables are made from these. */
export const outputs = {
  'run-id': 'Id of the run; it names the run in its records.',
  'job-id': "The backend's id of the job; on `local` the run's own.",
  images: 'Images found.',
  recognized: 'Images whose text was read in this run.',
  reused: 'Images whose earlier result was kept.',
  empty: 'Images in which no text was found.',
  failed: 'Images that could not be read; the table names each.',
  pages: 'Pages in the images that have a text.',
  confidence: 'Mean confidence of the words, 0 to 100; empty where there are none.',
  nodes: 'Nodes that ran tasks.',
  seconds: 'Wall seconds of the run.',
  results: 'Path of the results folder.',
  'text-artifact-id': 'Id of the artifact with texts and tables.',
  'text-artifact-url': 'Its address.',
  'text-artifact-digest': 'Its SHA-256.',
  'metadata-artifact-id':
    'Id of the artifact with the metadata of nodes and tasks, and the report.',
  'metadata-artifact-url': 'Its address.',
  'metadata-artifact-digest': 'Its SHA-256.'
} as const

/** The outputs of a submission. */
export const submitOutputs = {
  'run-id': outputs['run-id'],
  'job-id': "Batch's id of the job.",
  handle: 'What `collect` needs to find the run again, as JSON; nothing in it is secret.',
  'handle-file': 'Path of a file that holds the same.',
  images: outputs.images
} as const

/** The outputs of the action itself, which with `wait: false` is a submission. */
export const runOutputs = {
  ...outputs,
  handle:
    'With `wait: false`: what `collect` needs to find the run again; nothing in it is secret.',
  'handle-file': 'Path of a file that holds the same.'
} as const

/** The outputs of a sweep. */
export const sweepOutputs = {
  jobs: 'Jobs removed.',
  pools: 'Pools removed.',
  containers: 'Containers removed.'
} as const

/** The outputs of a report to people. */
export const reportOutputs = {
  number: 'Number of the issue or pull request; empty where nothing was written.',
  url: 'Address of the issue or comment; empty where nothing was written.'
} as const

/** The outputs of a search for changed images. */
export const changedOutputs = {
  images:
    'The changed images, one a line, for the input `images` of others; without a pull request, that input as it was given. Empty where there is none, which others take for their default: look at `count` first.',
  count: 'Number of changed images; empty where all are taken.'
} as const

/** The outputs of a look for earlier results. */
export const lookOutputs = {
  key: 'Name of the results of these images, for the input `keep-as` of `merge`.',
  unchanged: '`true` where there is nothing to read; `false` else.'
} as const

/** The name of one output of a run. */
export type OutputName = keyof typeof outputs
/** The name of one output of a submission. */
export type SubmitOutputName = keyof typeof submitOutputs
/** The name of one output of a sweep. */
export type SweepOutputName = keyof typeof sweepOutputs
/** The name of one output of a report to people. */
export type ReportOutputName = keyof typeof reportOutputs
/** The name of one output of a look for earlier results. */
export type LookOutputName = keyof typeof lookOutputs
/** The name of one output of a search for changed images. */
export type ChangedOutputName = keyof typeof changedOutputs
