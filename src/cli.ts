#!/usr/bin/env node
import { main } from './terminal/main.ts'

// Deprecations in libraries do not concern the user of a command.
process.noDeprecation = true

// The reader of the output may be gone (`… | head`): the run continues.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

process.exitCode = await main(process.argv.slice(2), process)
