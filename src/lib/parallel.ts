/**
 * Works on items in order, at most `limit` at a time. After a failure no further item starts; the first failure is
 * thrown once everything in progress has settled, so that nothing is left running.
 */
export async function inParallel<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>
): Promise<void> {
  const queue = items[Symbol.iterator]()
  let failure: { readonly error: unknown } | null = null
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      try {
        await work(next.value)
      } catch (error) {
        failure ??= { error }
      }
      if (failure) return
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))
  if (failure) throw (failure as { readonly error: unknown }).error
}
