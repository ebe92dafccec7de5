import { DefaultArtifactClient } from '@actions/artifact'

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? ''

/**
 * As actions/download-artifact does it with one id, or several to be merged: their files, right in the folder. With a
 * token they are another run's, and come by GitHub's API.
 */
const client = new DefaultArtifactClient()
const token = input('github-token')
const [repositoryOwner, repositoryName] = (process.env['GITHUB_REPOSITORY'] ?? '').split('/')
const workflowRunId = Number(input('run-id'))
const another = { token, workflowRunId, repositoryOwner, repositoryName }
const findBy = token === '' ? undefined : another
for (const id of input('artifact-ids').split(','))
  await client.downloadArtifact(Number(id), { path: input('path'), findBy })
