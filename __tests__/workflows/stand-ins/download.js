import { DefaultArtifactClient } from '@actions/artifact'

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? ''

/** As actions/download-artifact does it with one id: the artifact's files, right in the folder. */
await new DefaultArtifactClient().downloadArtifact(Number(input('artifact-ids')), {
  path: input('path')
})
