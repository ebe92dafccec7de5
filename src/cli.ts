#!/usr/bin/env node
import { main } from './terminal/main.ts'

// Libraries' own deprecations are no news to the user of a command.
process.noDeprecation = true

// Whoever read what we print may be gone (`… | head`); the work goes on to its end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

process.exitCode = await main(process.argv.slice(2), process)
