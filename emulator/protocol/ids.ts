import * as v from 'valibot'

/** An id chosen by a client, for a pool, a job or a task. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9_-]{1,64}$/,
    'An ID has 1 to 64 characters: ASCII letters and digits, hyphens and underscores.'
  )
)

/** IDs are compared by this key: `Pool1` and `pool1` are the same pool. */
export const idKey = (id: string): string => id.toLowerCase()
