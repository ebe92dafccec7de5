/** A request to the stand-in for the GitHub API. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, string>>
}

/** A response of the stand-in. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  /** The property that contains the list, if the response is an object. */
  readonly under?: string
  /** The target of a redirect. */
  readonly location?: string
}

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown): Answer => ({ status: 201, body })
export const noContent: Answer = { status: 204, body: undefined }
export const refused = (status: number, message: string): Answer => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) }
})

/** A page of a list, and the header with the link to the next page; any other response as a whole. */
export function pageOf(
  { body, under }: Answer,
  { path, query }: Call,
  url: string
): { readonly body: unknown; readonly link: string | null } {
  if (!Array.isArray(body)) return { body, link: null }
  const page = Number(query.get('page') ?? 1)
  const size = Math.min(100, Number(query.get('per_page') ?? 30))
  const next = new URLSearchParams(query)
  next.set('page', String(page + 1))
  const more = body.length > page * size
  const rows = body.slice((page - 1) * size, page * size)
  return {
    body: under === undefined ? rows : { total_count: body.length, [under]: rows },
    link: more ? `<${url}${path}?${next}>; rel="next"` : null
  }
}
