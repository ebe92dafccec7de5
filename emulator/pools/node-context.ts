import type { Faults } from '../faults/faults.ts'
import type { MachineTools } from '../machine/machine.ts'
import type { EmulatorSettings } from '../settings.ts'

/** What nodes need from the emulator. */
export interface NodeContext {
  readonly settings: EmulatorSettings
  readonly faults: Faults
  readonly machineTools: MachineTools
  readonly baseUrl: () => string
}
