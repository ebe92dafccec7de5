/**
 * Requests an identity token (an OpenID Connect ID token) from the environment, for one audience. It is valid for
 * minutes only: request a new one each time.
 *
 * @throws AzureProblem if none is issued; the signal's reason
 */
export type IdentityToken = (audience: string, signal: AbortSignal) => Promise<string>
