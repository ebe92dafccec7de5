import type { TokenSource } from '../identity/credentials.ts'

/** Our source of tokens as Azure's clients want to have it. */
export const tokenCredential = (tokens: TokenSource) => ({
  async getToken(
    scopes: string | string[],
    options?: { readonly abortSignal?: unknown }
  ): Promise<{ token: string; expiresOnTimestamp: number }> {
    const signal = options?.abortSignal
    const { token, expires } = await tokens(
      [scopes].flat()[0] ?? '',
      signal instanceof AbortSignal ? signal : new AbortController().signal
    )
    return { token, expiresOnTimestamp: expires.getTime() }
  }
})
