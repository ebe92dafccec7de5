import type { TokenSource } from '../identity/credentials.ts'

/** Adapts a token source to the interface of Azure's clients. */
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
