import type {
  ControlEndpoint,
  ControlRequest,
  ControlResponse
} from '../protocol/control-endpoint.ts'
import type { ArmedFaults } from './armed-faults.ts'
import { type FaultSpec, InvalidFaultSpec } from './fault-spec.ts'
import type { Fault } from './faults.ts'

type Settable = Pick<ArmedFaults, 'set' | 'clear' | 'list'>

/**
 * The address of the faults: `GET` lists them, `POST` sets one or an array of them, `DELETE` takes all back; with an id
 * behind it, `GET` and `DELETE` are about that one.
 */
export const faultsEndpoint =
  (faults: Settable): ControlEndpoint =>
  (request) => {
    const [place, id, ...more] = request.segments
    if (place !== 'faults' || more.length > 0)
      return refusal(404, 'Only faults live here: /emulator/faults.')
    return id === undefined ? ofAll(faults, request) : ofOne(faults, id, request)
  }

function ofAll(faults: Settable, { method, body }: ControlRequest): ControlResponse {
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
      return refusal(405, 'Faults can be listed (GET), set (POST) and taken back (DELETE).')
  }
}

function set(faults: Settable, body: unknown): ControlResponse {
  try {
    // The orders are checked where they are set.
    if (Array.isArray(body))
      return { status: 201, json: faults.set(...(body as FaultSpec[])).map(written) }
    const [fault] = faults.set(body as FaultSpec)
    return { status: 201, json: fault && written(fault) }
  } catch (error) {
    if (error instanceof InvalidFaultSpec) return refusal(400, error.message)
    throw error
  }
}

function ofOne(faults: Settable, id: string, { method }: ControlRequest): ControlResponse {
  const fault = faults.list().find((one) => one.id === id)
  if (fault === undefined) return refusal(404, `There is no fault ${id}.`)
  switch (method) {
    case 'GET':
    case 'HEAD':
      return { status: 200, json: written(fault) }
    case 'DELETE':
      faults.clear(id)
      return { status: 204 }
    default:
      return refusal(405, 'A fault can be seen (GET) and taken back (DELETE).')
  }
}

const refusal = (status: number, error: string): ControlResponse => ({ status, json: { error } })

/** JSON knows no infinity. */
const written = (fault: Fault): object =>
  Number.isFinite(fault.times) ? fault : { ...fault, times: 'always' }
