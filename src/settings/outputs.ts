/** The action's outputs, once: name and meaning. `action.yml` and the README's table are made from this. */
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

/** The name of one output of the action. */
export type OutputName = keyof typeof outputs
