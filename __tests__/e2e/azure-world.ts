import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import type { Pace } from '../../emulator/options.ts'
import { type Azure, eventually, NOTHING, startAzure, startOn } from '../support/azure.ts'
import { type Ended, type Running, Scratch } from '../support/command.ts'
import type { Passage } from '../support/gate.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { type Ending, type Job, runMain, runPost, type Step } from '../support/runner.ts'
import { secretsIn } from '../support/secrets.ts'
import { filesBelow } from './folders.ts'

/** Inputs of a step, by their names. */
type Inputs = Readonly<Record<string, string>>

/** The emulated accounts of a test file, and the workspace of each test. */
export interface World {
  readonly azure: Azure
  readonly service: ResultsService
  readonly scratch: Scratch
  /** When the test began, by `performance.now()`. */
  readonly since: number
  /** The results folder of the workspace. */
  readonly results: string
  /** Requests to each service since the test began. */
  batch(): readonly Passage[]
  storage(): readonly Passage[]
  /** Starts a command; with `accounts: false`, a handle names the accounts. */
  start(args: readonly string[], more?: Parameters<typeof startOn>[3]): Running
  /** Runs a command to its end. */
  run(...args: string[]): Promise<Ended>
  /** Keeps the output of a command or step, which is searched for secrets. */
  hear<T extends Ended>(ended: T): T
  step(job: Job, inputs: Inputs, ending?: Ending): Promise<Step>
  post(job: Job, main: Step, inputs: Inputs): Promise<Step>
  /** Waits until no resource of the product is on Azure. */
  nothingRemains(): Promise<unknown>
}

/** Opens both for the tests of a file. After each test, all output and files are searched for secrets. */
export function azureWorld(
  pace: Partial<Pace> = {},
  engine?: Parameters<typeof startAzure>[1]
): () => World {
  let azure: Azure
  let service: ResultsService
  let world: World
  let heard: string[]
  beforeAll(async () => {
    azure = await startAzure(pace, engine)
    service = await startResultsService(azure.azurite)
  })
  afterAll(async () => {
    await service.stop()
    await azure.stop()
  })
  beforeEach(() => {
    heard = []
    world = newWorld(azure, service, (text) => heard.push(text))
  })
  afterEach(() => {
    const { scratch } = world
    const learned = { batch: world.batch(), storage: world.storage(), heard }
    expect(secretsIn(azure, { ...learned, folder: scratch.folder })).toEqual([])
    scratch[Symbol.dispose]()
  })
  return () => world
}

function newWorld(azure: Azure, service: ResultsService, keep: (text: string) => void): World {
  const scratch = new Scratch()
  const since = performance.now()
  const fresh = (passed: readonly Passage[]) => passed.filter(({ at }) => at >= since)
  const hear = <T extends Ended>(ended: T): T => {
    for (const value of Object.values(ended))
      keep(typeof value === 'string' ? value : JSON.stringify(value))
    return ended
  }
  const inPath = (job: Job): Job => ({ ...job, env: { ...azure.path, ...job.env } })
  return {
    ...{ azure, service, scratch, since, hear },
    results: join(scratch.work, 'ocr-results'),
    batch: () => fresh(azure.batch.passed),
    storage: () => fresh(azure.storage.passed),
    start: (args, more) => startOn(azure, scratch, args, more),
    run: async (...args) => hear(await startOn(azure, scratch, args).ended),
    step: async (job, ...rest) => hear(await runMain(inPath(job), ...rest)),
    post: async (job, ...rest) => hear(await runPost(inPath(job), ...rest)),
    nothingRemains: () =>
      eventually(
        'nothing of ours is left',
        azure.remains,
        (remains) => JSON.stringify(remains) === JSON.stringify(NOTHING)
      )
  }
}

/** The name of the image file in hOCR and ALTO, which is another one on a node. */
const NAME = /(?<=<fileName>)[^<]+|(?<=title='image ")[^"]+/g

/** Every text of a results folder, by its path. */
export const textsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(folder)
      .filter((path) => /^(text|tsv|hocr|alto)\//.test(path))
      .map((path) => [path, readFileSync(join(folder, path), 'latin1').replace(NAME, '')])
  )
