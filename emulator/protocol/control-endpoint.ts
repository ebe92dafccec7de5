/** A request to `/emulator/`, where the emulator itself is controlled; the real service has no such address. */
export interface ControlRequest {
  readonly method: string
  /** The decoded path segments after `/emulator/`. */
  readonly segments: readonly string[]
  /** The JSON body; undefined if there is none. */
  readonly body: unknown
}

/** A response of the control endpoint. */
export interface ControlResponse {
  readonly status: number
  readonly json?: unknown
}

/** Handles requests to `/emulator/`, which need no authentication. */
export type ControlEndpoint = (request: ControlRequest) => ControlResponse
