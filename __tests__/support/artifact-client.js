import { DefaultArtifactClient } from '@actions/artifact'

const client = new DefaultArtifactClient()

/** Downloads an artifact for each message, and verifies its digest; answers with the error, or null. */
process.on('message', async ({ id, folder, env }) => {
  Object.assign(process.env, env)
  try {
    const { artifacts } = await client.listArtifacts()
    const { digest } = artifacts.find((artifact) => artifact.id === id)
    const options = { path: folder, expectedHash: digest }
    const { digestMismatch } = await client.downloadArtifact(id, options)
    process.send(digestMismatch ? 'The digest is different.' : null)
  } catch (error) {
    process.send(String(error.stack))
  }
})
