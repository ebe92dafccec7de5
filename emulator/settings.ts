/** What an emulated account is and how fast it is. Seconds everywhere. */
export interface EmulatorSettings {
  /** The account's name and its shared key in base64. */
  readonly account: string
  readonly key: string
  /** The folder under which each node has a folder of its own. */
  readonly root: string
  /** From a resize to the first nodes in `creating`. */
  readonly allocationSeconds: number
  /** How long a node is `creating`, and `starting`. */
  readonly creatingSeconds: number
  readonly startingSeconds: number
  /** How long a pool, a node, a job is on its way out before it is gone. */
  readonly leavingSeconds: number
  /** By how much task counts lag behind the tasks. */
  readonly countsLagSeconds: number
  /** How often the autoscale formula of a pool runs, whatever interval the pool asks for; null: as it asks. */
  readonly autoscaleSeconds: number | null
  /** Quota of the account. */
  readonly dedicatedCoreQuota: number
  readonly spotCoreQuota: number
  readonly poolQuota: number
  readonly activeJobQuota: number
}
