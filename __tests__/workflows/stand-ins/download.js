import { DefaultArtifactClient } from '@actions/artifact'

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? ''

/** As actions/download-artifact does it with one id, or several to be merged: their files, right in the folder. */
const client = new DefaultArtifactClient()
for (const id of input('artifact-ids').split(','))
  await client.downloadArtifact(Number(id), { path: input('path') })
