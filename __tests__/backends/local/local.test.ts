import { readdirSync, readFileSync } from 'node:fs'
import { localBackend } from '../../../src/backends/local/local.ts'
import { toolbox } from '../../support/images.ts'
import { keepsTheContract } from '../contract.ts'

keepsTheContract('local', {
  open: async () => localBackend({ id: 'local', kind: 'local', toolbox }),
  rowsAtOnce: true,
  processes: () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => tesseractOfOurs(pid))
})

/** The command line of a process if it is Tesseract, started by these tests. */
function tesseractOfOurs(pid: string): string[] {
  try {
    const ours = readFileSync(`/proc/${pid}/status`, 'utf8').includes(`\nPPid:\t${process.pid}\n`)
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return ours && line.includes('tesseract') ? [line] : []
  } catch {
    return []
  }
}
