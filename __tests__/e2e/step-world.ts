import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import type { Azurite } from '../support/azurite.ts'
import { Scratch } from '../support/command.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { commandsIn, type Job, type Step } from '../support/runner.ts'
import { storageAccount } from '../support/shared-azurite.ts'

/** What a step of a workflow has: a workspace, and the artifact service of its workflow run. */
export interface StepWorld {
  readonly scratch: Scratch
  readonly service: ResultsService
  /** A step in this workspace. */
  job(action?: Job['action'], env?: NodeJS.ProcessEnv): Job
  /** A path in the workspace; the results folder if none is given. */
  at(...path: readonly string[]): string
}

/** Gives every test of a file, or all tests of a `describe` together, a workspace and a workflow run. */
export function stepWorld(scope: 'test' | 'describe' = 'test'): () => StepWorld {
  const [before, after] = scope === 'test' ? [beforeEach, afterEach] : [beforeAll, afterAll]
  let azurite: Azurite
  let world: StepWorld
  beforeAll(async () => {
    azurite = await storageAccount()
  })
  before(async () => {
    world = worldOf(new Scratch(), await startResultsService(azurite))
  })
  after(async () => {
    await world.service.stop()
    world.scratch[Symbol.dispose]()
  })
  return () => world
}

const worldOf = (scratch: Scratch, service: ResultsService): StepWorld => ({
  ...{ scratch, service },
  job: (action, env) => ({
    ...{ scratch, service },
    ...(action ? { action } : {}),
    ...(env ? { env } : {})
  }),
  at: (...path) => join(scratch.work, ...(path.length > 0 ? path : ['ocr-results']))
})

/** Messages of the log's workflow commands of one kind, such as `error`. */
export const messagesOf = ({ stdout }: Step, kind: string): string[] =>
  commandsIn(stdout).flatMap(({ name, message }) => (name === kind ? [message] : []))
