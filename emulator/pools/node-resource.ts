import type { Resource } from '../protocol/request.ts'
import type { Occupancy } from './occupancy.ts'
import type { Specification } from './pool-body.ts'
import { osOf } from './supported-images.ts'

/** The reported version of the node agent. */
const AGENT = '1.12.2'

/** The properties of a node that are sent over the wire. */
export interface ReportedNode {
  readonly id: string
  readonly url: string
  readonly state: string
  readonly stateTransitionTime: string
  readonly schedulingEnabled: boolean
  readonly allocationTime: string
  readonly lastBootTime: string | undefined
  readonly index: number
  readonly affinityId: string
  readonly dedicated: boolean
  readonly specification: Specification
  readonly occupancy: Occupancy
  readonly runningTasks: number
  readonly takenSlots: number
  readonly startTask: Specification['startTask']
  readonly startTaskInfo: Resource | undefined
  readonly error: string | undefined
}

/** A node as sent over the wire. */
export function nodeResource(node: ReportedNode): Resource {
  const { specification, lastBootTime, startTask, startTaskInfo, error } = node
  const booted = lastBootTime !== undefined
  const tasks = node.occupancy.recent.list
  return {
    id: node.id,
    url: node.url,
    state: node.state,
    schedulingState: node.schedulingEnabled ? 'enabled' : 'disabled',
    stateTransitionTime: node.stateTransitionTime,
    ...(booted ? { lastBootTime } : {}),
    allocationTime: node.allocationTime,
    ipAddress: `10.0.${Math.floor((node.index + 4) / 256)}.${(node.index + 4) % 256}`,
    affinityId: node.affinityId,
    vmSize: specification.vmSize.toLowerCase(),
    ...node.occupancy.recent.counts,
    runningTasksCount: node.runningTasks,
    runningTaskSlotsCount: node.takenSlots,
    ...(tasks.length > 0 ? { recentTasks: tasks } : {}),
    ...(startTask === undefined ? {} : { startTask }),
    ...(startTaskInfo === undefined ? {} : { startTaskInfo }),
    ...(booted ? { certificateReferences: specification.certificateReferences ?? [] } : {}),
    ...(error === undefined ? {} : { errors: [{ code: 'NodeUnusable', message: error }] }),
    isDedicated: node.dedicated,
    endpointConfiguration: { inboundEndpoints: endpoints(node) },
    ...(booted ? { nodeAgentInfo: { lastUpdateTime: lastBootTime, version: AGENT } } : {}),
    ...imageOf(node)
  }
}

/** The service lists these endpoints; here nothing listens on them. */
function endpoints({ index, specification }: ReportedNode): Resource[] {
  const { networkConfiguration, virtualMachineConfiguration: machine } = specification
  const custom = networkConfiguration?.endpointConfiguration?.inboundNATPools ?? []
  const windows = osOf(machine?.nodeAgentSKUId ?? 'windows') === 'windows'
  const login = { name: 'SSHRule', protocol: 'tcp', backendPort: windows ? 3389 : 22 }
  return [...custom, { ...login, frontendPortRangeStart: 50_000 }].map(
    ({ name, protocol, backendPort, frontendPortRangeStart }) => ({
      name: `${name}.${index}`,
      protocol,
      publicIPAddress: '127.0.0.1',
      // Nodes of cloud services have no names.
      ...(machine === undefined ? {} : { publicFQDN: 'localhost' }),
      frontendPort: frontendPortRangeStart + index,
      backendPort
    })
  )
}

function imageOf({ specification }: ReportedNode): Resource {
  const image = specification.virtualMachineConfiguration?.imageReference
  if (image === undefined) return {}
  const exactVersion = image.version === 'latest' ? '1.0.0' : image.version
  return { virtualMachineInfo: { imageReference: { ...image, exactVersion } } }
}
