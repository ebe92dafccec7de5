/** A request to an address that the service does not have: the emulator's own, below `/emulator/`. */
export interface ControlRequest {
  readonly method: string
  /** What stands between the slashes behind `/emulator/`, decoded. */
  readonly segments: readonly string[]
  /** The JSON body; undefined where there was none. */
  readonly body: unknown
}

/** What the emulator's own address answers. */
export interface ControlResponse {
  readonly status: number
  readonly json?: unknown
}

/** Serves what lies below `/emulator/`; nobody has to sign there. */
export type ControlEndpoint = (request: ControlRequest) => ControlResponse
