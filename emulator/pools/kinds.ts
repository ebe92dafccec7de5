/** Kinds of nodes, as quota and targets count them. */
export type Kind = 'dedicated' | 'lowPriority'

export const KINDS: readonly Kind[] = ['dedicated', 'lowPriority']

/** How many nodes of each kind. */
export type Counts = Readonly<Record<Kind, number>>

export const kindOf = ({ dedicated }: { readonly dedicated: boolean }): Kind =>
  dedicated ? 'dedicated' : 'lowPriority'
