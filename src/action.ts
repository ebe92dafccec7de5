import { deliverLate, runStep } from './github/step.ts'

// Libraries' own deprecations are no news to the user of a step.
process.noDeprecation = true

// The runner starts the same file twice: for the step, and after the job for what the step could not finish.
process.exit(process.env['STATE_isPost'] === 'true' ? await deliverLate() : await runStep())
