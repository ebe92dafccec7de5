/**
 * Cleans up after an emulator, even one that was killed. When the emulator exits, this process's standard input is closed;
 * it then kills every process that has the emulator's folder in its environment, and removes the folder.
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
      // It has exited meanwhile.
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
}

if (home === undefined) throw new Error('usage: node guard.ts FOLDER')
process.stdin.resume().once('close', () => cleanUp(home))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
