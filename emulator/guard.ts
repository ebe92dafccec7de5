/**
 * Cleans up after an emulator, however it ended: waits for the other end of standard input to close, which it does even
 * where the emulator is killed, then ends every process that has the emulator's folder in its environment, and removes
 * the folder.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs'

const [home] = process.argv.slice(2)

function ownProcesses(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .filter((pid) => environmentOf(pid).includes(folder))
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return ''
  }
}

function cleanUp(folder: string): void {
  for (const pid of ownProcesses(folder)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
}

if (home === undefined) throw new Error('The guard was not told which folder to guard.')
process.stdin.resume().once('close', () => cleanUp(home))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
