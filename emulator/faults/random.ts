/** Creates a generator of pseudo-random numbers from 0 to 1, determined by the seed. */
export function seededRandom(seed: number): () => number {
  let state = BigInt(Math.trunc(seed))
  return () => {
    state = BigInt.asUintN(64, state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n)
    return Number(state >> 33n) / 2 ** 31
  }
}
