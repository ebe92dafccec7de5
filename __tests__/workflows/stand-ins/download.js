import { DefaultArtifactClient } from '@actions/artifact'

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? ''

/**
 * Does what actions/download-artifact does with one ID, or with several IDs and `merge-multiple`. With a token, the
 * artifacts belong to another run, and are downloaded through GitHub's API.
 */
const client = new DefaultArtifactClient()
const token = input('github-token')
const [repositoryOwner, repositoryName] = (process.env['GITHUB_REPOSITORY'] ?? '').split('/')
const workflowRunId = Number(input('run-id'))
const another = { token, workflowRunId, repositoryOwner, repositoryName }
const findBy = token === '' ? undefined : another
for (const id of input('artifact-ids').split(','))
  await client.downloadArtifact(Number(id), { path: input('path'), findBy })
