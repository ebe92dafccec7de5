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

/** The emulated accounts of a file of tests, and a workspace of each test. */
export interface World {
  readonly azure: Azure
  readonly service: ResultsService
  readonly scratch: Scratch
  /** When the test began, by `performance.now()`. */
  readonly since: number
  /** The results folder of the workspace. */
  readonly results: string
  /** What has passed the gates since the test began. */
  batch(): readonly Passage[]
  storage(): readonly Passage[]
  /** Starts a command; `accounts: false` where a handle names them. */
  start(args: readonly string[], more?: Parameters<typeof startOn>[3]): Running
  /** Runs a command to its end. */
  run(...args: string[]): Promise<Ended>
  /** Keeps what a command or a step has told, to be searched for secrets. */
  hear<T extends Ended>(ended: T): T
  step(job: Job, inputs: Inputs, ending?: Ending): Promise<Step>
  post(job: Job, main: Step, inputs: Inputs): Promise<Step>
  /** Waits until nothing of ours is on Azure. */
  nothingRemains(): Promise<unknown>
}

/** Opens both for the tests of a file. After each test no secret may stand anywhere. */
export function azureWorld(pace: Partial<Pace> = {}): () => World {
  let azure: Azure
  let service: ResultsService
  let world: World
  let heard: string[]
  beforeAll(async () => {
    azure = await startAzure(pace)
    service = await startResultsService(azure.azurite)
  })
  afterAll(async () => {
    await service.stop()
    await azure.stop()
  })
  beforeEach(() => {
    heard = []
    world = newWorld(azure, service, (told) => heard.push(told))
  })
  afterEach(() => {
    const { scratch } = world
    const learned = { batch: world.batch(), storage: world.storage(), heard }
    expect(secretsIn(azure, { ...learned, folder: scratch.folder })).toEqual([])
    scratch[Symbol.dispose]()
  })
  return () => world
}

function newWorld(azure: Azure, service: ResultsService, keep: (told: string) => void): World {
  const scratch = new Scratch()
  const since = performance.now()
  const fresh = (passed: readonly Passage[]) => passed.filter(({ at }) => at >= since)
  const hear = <T extends Ended>(ended: T): T => {
    for (const told of Object.values(ended))
      keep(typeof told === 'string' ? told : JSON.stringify(told))
    return ended
  }
  return {
    ...{ azure, service, scratch, since, hear },
    results: join(scratch.work, 'ocr-results'),
    batch: () => fresh(azure.batch.passed),
    storage: () => fresh(azure.storage.passed),
    start: (args, more) => startOn(azure, scratch, args, more),
    run: async (...args) => hear(await startOn(azure, scratch, args).ended),
    step: async (...asked) => hear(await runMain(...asked)),
    post: async (...asked) => hear(await runPost(...asked)),
    nothingRemains: () =>
      eventually(
        'nothing of ours is left',
        azure.remains,
        (remains) => JSON.stringify(remains) === JSON.stringify(NOTHING)
      )
  }
}

/** The name of the file that Tesseract read, which hOCR and ALTO tell: on a node it is another. */
const NAME = /(?<=<fileName>)[^<]+|(?<=title='image ")[^"]+/g

/** Every text of a results folder, by its path. */
export const textsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(folder)
      .filter((path) => /^(text|tsv|hocr|alto)\//.test(path))
      .map((path) => [path, readFileSync(join(folder, path), 'latin1').replace(NAME, '')])
  )
