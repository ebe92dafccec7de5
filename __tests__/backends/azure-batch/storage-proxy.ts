import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A proxy in front of the storage account that can refuse all connections. */
export interface StorageProxy {
  readonly port: number
  isBlocked: boolean
  close(): Promise<void>
}

/** Starts a proxy to a local port. */
export async function startStorageProxy(target: number): Promise<StorageProxy> {
  const sockets = new Set<Socket>()
  const server = createServer((incoming) => {
    if (proxy.isBlocked) return void incoming.destroy()
    const outgoing = connect(target, '127.0.0.1')
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming]
    ] as const) {
      sockets.add(one)
      one
        .on('error', () => other.destroy())
        .on('close', () => sockets.delete(one) && other.destroy())
      one.pipe(other)
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  let isBlocked = false
  const proxy = {
    port: (server.address() as AddressInfo).port,
    get isBlocked() {
      return isBlocked
    },
    set isBlocked(block: boolean) {
      isBlocked = block
      if (block) for (const socket of sockets) socket.destroy()
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    }
  }
  return proxy
}
