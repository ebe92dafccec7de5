// Deprecation warnings of libraries do not help users of the action.
process.noDeprecation = true

// Printed before the rest is loaded, so that the log shows at once that the step has started.
process.stdout.write(`Batch OCR on Node.js ${process.version}\n`)

// The runner starts this file twice: as the step, and after the job as `post`, which finishes what the step could not.
process.exit(
  process.env['STATE_isPost'] === 'true'
    ? await (await import('./github/post.ts')).runPost()
    : await (await import('./github/step.ts')).runStep()
)
