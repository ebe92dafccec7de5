import { createHash } from 'node:crypto'
import { createServer } from 'node:net'

/** Batch runs no more tasks than this on one node at a time. */
const MOST_SLOTS = 256

/** The port of slot 0: below those that Linux hands out by itself. */
const FIRST_PORT = 23_000

/**
 * Takes the lowest slot of this node that no other task of ours holds, for the life of this process. Batch does not
 * tell a task which slot it has got. A port of a loopback address of the node's own is a claim that nobody else can make
 * at the same time, and that ends with its holder, however that ends. (Node 18 cuts the names of abstract sockets.)
 *
 * @param node what tells this node from others on the same machine
 * @returns null where a machine has one loopback address only, or all slots are taken
 */
export async function takeSlot(node: string): Promise<number | null> {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(node).digest()
  const address = `127.${a}.${b}.${1 + (c % 254)}`
  for (let slot = 0; slot < MOST_SLOTS; slot++) {
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
