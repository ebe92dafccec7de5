import { createHash } from 'node:crypto'
import { createServer } from 'node:net'

/** Maximum number of tasks that Azure Batch runs on a node at a time. */
const MAX_SLOTS = 256

/** The port of slot 0, below the range from which Linux assigns ports. */
const FIRST_PORT = 23_000

/**
 * Takes the lowest free slot of this node, for the lifetime of this process. Azure Batch does not tell a task which slot
 * it runs on. A port is a suitable lock: only one process can hold it, and it is released however that process ends.
 * Each node uses a loopback address of its own. (Abstract sockets do not work: Node.js 18 truncates their names.)
 *
 * @param node distinguishes this node from others on the same machine
 * @returns null if the machine has only one loopback address, or all slots are taken
 */
export async function takeSlot(node: string): Promise<number | null> {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(node).digest()
  const address = `127.${a}.${b}.${1 + (c % 254)}`
  for (let slot = 0; slot < MAX_SLOTS; slot++) {
    const claimed = await claim(address, FIRST_PORT + slot)
    if (claimed !== 'taken') return claimed === 'ours' ? slot : null
  }
  return null
}

const claim = (host: string, port: number): Promise<'ours' | 'taken' | 'impossible'> =>
  new Promise((resolve) => {
    const holder = createServer((caller) => caller.destroy())
    holder.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'EADDRINUSE' ? 'taken' : 'impossible')
    )
    holder.listen({ host, port, exclusive: true }, () => {
      holder.unref()
      resolve('ours')
    })
  })
