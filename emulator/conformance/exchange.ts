/** A recorded exchange. */
export interface Exchange {
  readonly src: string
  readonly i: number
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly answer: HttpResponse
}

/** A response, recorded or received. */
export interface HttpResponse {
  readonly status: number
  /** Reason phrase; undefined if it was not recorded. */
  readonly reason: string | undefined
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}
