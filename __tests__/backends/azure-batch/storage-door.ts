import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The way to the storage account, which can be shut for everybody. */
export interface StorageDoor {
  readonly port: number
  isShut: boolean
  close(): Promise<void>
}

/** Opens a way to a port of this machine. */
export async function openStorageDoor(target: number): Promise<StorageDoor> {
  const through = new Set<Socket>()
  const server = createServer((incoming) => {
    if (door.isShut) return void incoming.destroy()
    const outgoing = connect(target, '127.0.0.1')
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming]
    ] as const) {
      through.add(one)
      one
        .on('error', () => other.destroy())
        .on('close', () => through.delete(one) && other.destroy())
      one.pipe(other)
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  let isShut = false
  const door = {
    port: (server.address() as AddressInfo).port,
    get isShut() {
      return isShut
    },
    set isShut(shut: boolean) {
      isShut = shut
      if (shut) for (const socket of through) socket.destroy()
    },
    close: async () => {
      for (const socket of through) socket.destroy()
      await new Promise((closed) => server.close(closed))
    }
  }
  return door
}
