/** Settings of an emulated account and how fast it is. All times are in seconds. */
export interface EmulatorSettings {
  /** The account's name and its shared key in base64. */
  readonly account: string
  readonly key: string
  /** The folder in which each node has its folder. */
  readonly root: string
  /** From a resize to the first nodes in state `creating`. */
  readonly allocationSeconds: number
  /** How long a node is in state `creating`, and in `starting`. */
  readonly creatingSeconds: number
  readonly startingSeconds: number
  /** How long deleting a pool, a node or a job takes. */
  readonly leavingSeconds: number
  /** By how much task counts lag behind. */
  readonly countsLagSeconds: number
  /** How often an autoscale formula is evaluated, whatever interval the pool has; null for the pool's interval. */
  readonly autoscaleSeconds: number | null
  /** Quotas of the account. */
  readonly dedicatedCoreQuota: number
  readonly spotCoreQuota: number
  readonly poolQuota: number
  readonly activeJobQuota: number
}
