import type {
  ControlEndpoint,
  ControlRequest,
  ControlResponse
} from '../protocol/control-endpoint.ts'
import { type FaultSpec, InvalidFaultSpec } from './fault-spec.ts'
import type { Fault } from './faults.ts'
import type { SettableFaults } from './settable-faults.ts'

/**
 * Serves `/emulator/faults`: `GET` lists the faults, `POST` sets one or an array of them, `DELETE` removes all. With
 * an ID, `GET` and `DELETE` apply to that fault.
 */
export const faultsEndpoint =
  (faults: SettableFaults): ControlEndpoint =>
  (request) => {
    const [resource, id, ...rest] = request.segments
    if (resource !== 'faults' || rest.length > 0)
      return errorResponse(404, 'Not found. The emulator serves only /emulator/faults.')
    return id === undefined ? ofAll(faults, request) : ofOne(faults, id, request)
  }

function ofAll(faults: SettableFaults, { method, body }: ControlRequest): ControlResponse {
  switch (method) {
    case 'GET':
    case 'HEAD':
      return { status: 200, json: faults.list().map(written) }
    case 'POST':
      return set(faults, body)
    case 'DELETE':
      faults.clear()
      return { status: 204 }
    default:
      return errorResponse(405, 'Faults can be listed (GET), set (POST) and removed (DELETE).')
  }
}

function set(faults: SettableFaults, body: unknown): ControlResponse {
  try {
    // set() validates them.
    if (Array.isArray(body))
      return { status: 201, json: faults.set(...(body as FaultSpec[])).map(written) }
    const [fault] = faults.set(body as FaultSpec)
    return { status: 201, json: fault && written(fault) }
  } catch (error) {
    if (error instanceof InvalidFaultSpec) return errorResponse(400, error.message)
    throw error
  }
}

function ofOne(faults: SettableFaults, id: string, { method }: ControlRequest): ControlResponse {
  const fault = faults.list().find((one) => one.id === id)
  if (fault === undefined) return errorResponse(404, `There is no fault ${id}.`)
  switch (method) {
    case 'GET':
    case 'HEAD':
      return { status: 200, json: written(fault) }
    case 'DELETE':
      faults.clear(id)
      return { status: 204 }
    default:
      return errorResponse(405, 'A fault can be read (GET) and removed (DELETE).')
  }
}

const errorResponse = (status: number, error: string): ControlResponse => ({
  status,
  json: { error }
})

/** JSON cannot express infinity. */
const written = (fault: Fault): object =>
  Number.isFinite(fault.times) ? fault : { ...fault, times: 'always' }
