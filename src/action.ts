// Libraries' own deprecations are no news to the user of a step.
process.noDeprecation = true

// Said before the rest is loaded: whoever watches the log sees at once that the step has begun, and on what.
process.stdout.write(`Batch OCR on Node.js ${process.version}\n`)

// The runner starts the same file twice: for the step, and after the job for what the step could not finish.
process.exit(
  process.env['STATE_isPost'] === 'true'
    ? await (await import('./github/post.ts')).runPost()
    : await (await import('./github/step.ts')).runStep()
)
