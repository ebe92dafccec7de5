import { dirname } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? ''

/** Does what actions/upload-artifact does with one file. */
const path = input('path')
await new DefaultArtifactClient().uploadArtifact(input('name'), [path], dirname(path))
