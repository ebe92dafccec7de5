/** The kinds of nodes that have separate quotas and targets. */
export type Kind = 'dedicated' | 'lowPriority'

export const KINDS: readonly Kind[] = ['dedicated', 'lowPriority']

/** A number of nodes of each kind. */
export type Counts = Readonly<Record<Kind, number>>

export const kindOf = ({ dedicated }: { readonly dedicated: boolean }): Kind =>
  dedicated ? 'dedicated' : 'lowPriority'
