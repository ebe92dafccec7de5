import * as v from 'valibot'

/** An id that a client chooses: of a pool, a job, a task. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9_-]{1,64}$/,
    'An id has 1 to 64 characters: letters and digits of ASCII, hyphens and underscores.'
  )
)

/** What ids are compared by: `Pool1` and `pool1` name the same pool. */
export const idKey = (id: string): string => id.toLowerCase()
