import { readdirSync, readFileSync } from 'node:fs'
import { localBackend } from '../../../src/backends/local/local.ts'
import { toolbox } from '../../support/images.ts'
import { keepsTheContract } from '../contract.ts'

keepsTheContract('local', {
  open: async () => localBackend({ id: 'local', kind: 'local', toolbox }),
  hearsRows: true,
  cancelled: 2000,
  living: () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => programOfOurs(pid))
})

/** The command line of a living child of these tests; none where the process is another's. */
function programOfOurs(pid: string): string[] {
  try {
    const ours = readFileSync(`/proc/${pid}/status`, 'utf8').includes(`\nPPid:\t${process.pid}\n`)
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return ours && line.includes('tesseract') ? [line] : []
  } catch {
    return []
  }
}
