import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Azurite } from '../support/azurite.ts'
import { Scratch } from '../support/command.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { commandsIn, runMain, runPost } from '../support/runner.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import { badImages, manyLines, oneLine, rowsOf } from './folders.ts'

let azurite: Azurite
let scratch: Scratch
let service: ResultsService
beforeAll(async () => {
  azurite = await storageAccount()
})
beforeEach(async () => {
  scratch = new Scratch()
  service = await startResultsService(azurite)
})
afterEach(async () => {
  await service.stop()
  scratch[Symbol.dispose]()
})

const results = () => join(scratch.work, 'ocr-results')
const messages = (log: string, wanted: string) =>
  commandsIn(log).flatMap(({ name, message }) => (name === wanted ? [message] : []))

test('fifteen failed images make at most ten annotations: some by name, the rest counted', async () => {
  badImages(scratch, 'images', 15)
  const step = await runMain({ scratch, service }, { 'fail-on': 'never' })
  expect(step.code).toBe(0)
  const errors = commandsIn(step.stdout).filter(({ name }) => name === 'error')
  expect(errors.length).toBeGreaterThan(1)
  expect(errors.length).toBeLessThanOrEqual(10)
  const [named, counted] = [errors.slice(0, -1), errors.at(-1)]
  for (const { properties, message } of named) {
    const file = /file=([^,]+)/.exec(properties)?.[1]
    expect(file).toMatch(/^images\/bad-\d\d\.png$/)
    expect(message).toContain(`${file} is not an image`)
    expect(properties).toContain('title=OCR failed%3A unreadable-image')
  }
  expect(counted?.message).toMatch(new RegExp(`^${15 - named.length} more images failed; `))
  expect(step.summary).toContain('None of the 15 images could be read')
  expect(step.summary.match(/bad-\d\d\.png/g)?.length).toBeGreaterThanOrEqual(15)
})

test('with the verdict, the annotations of a failing step are ten at most too', async () => {
  badImages(scratch, 'images', 15)
  const step = await runMain({ scratch, service }, {})
  expect(step.code).toBe(1)
  expect(messages(step.stdout, 'error').length).toBeLessThanOrEqual(10)
  expect(messages(step.stdout, 'error').at(-1)).toMatch(/15 of 15 images failed; by `fail-on`/)
})

describe('when images fail, `fail-on` judges, after everything is delivered:', () => {
  test.each([
    { failOn: 'any', bad: 1, good: 3, code: 1 },
    { failOn: 'any', bad: 0, good: 1, code: 0 },
    { failOn: 'all', bad: 1, good: 1, code: 0 },
    { failOn: 'all', bad: 2, good: 0, code: 1 },
    { failOn: 'never', bad: 2, good: 0, code: 0 },
    { failOn: '5%', bad: 1, good: 19, code: 0 },
    { failOn: '5%', bad: 1, good: 18, code: 1 }
  ])(
    '$failOn with $bad bad and $good good images ends with $code',
    async ({ failOn, bad, good, code }) => {
      mkdirSync(join(scratch.work, 'images'))
      badImages(scratch, 'images', bad)
      if (good > 0) manyLines(scratch, 'images', good, 1)
      const step = await runMain({ scratch, service }, { 'fail-on': failOn })
      expect(step.code).toBe(code)
      expect(step.outputs).toMatchObject({ failed: String(bad), recognized: String(good) })
      expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
      expect(step.summary).not.toBe('')
      const verdict = messages(step.stdout, 'error').some((message) =>
        message.includes('`fail-on`')
      )
      expect(verdict).toBe(code === 1)
    }
  )
})

test('every wrong input is told at once, and nothing is started', async () => {
  oneLine(scratch, 'images/a.png')
  const wrong = { formats: 'docx', 'fail-on': 'sometimes', shard: '3/2', slots: '0' }
  const step = await runMain({ scratch, service }, wrong)
  expect(step.code).toBe(2)
  const told = messages(step.stdout, 'error')
  expect(told).toHaveLength(4)
  for (const name of Object.keys(wrong))
    expect(told.filter((message) => message.startsWith(`Input \`${name}\` `))).toHaveLength(1)
  expect(existsSync(results())).toBe(false)
  expect(service.artifacts.size).toBe(0)
  expect(await runPost({ scratch, service }, step)).toMatchObject({ code: 0, summary: '' })
})

test('a folder that is not there is told, and nothing is started', async () => {
  const step = await runMain({ scratch, service }, { images: 'scans' })
  expect(step.code).toBe(2)
  expect(messages(step.stdout, 'error')).toEqual([
    expect.stringMatching(/^Input `images` names \S+\/scans, which does not exist; /)
  ])
  expect(existsSync(results())).toBe(false)
})

describe('where the artifact service', () => {
  const trouble = async (env: NodeJS.ProcessEnv) => {
    oneLine(scratch, 'images/a.png')
    const step = await runMain({ scratch, env }, {})
    expect(step.code).toBe(3)
    expect(messages(step.stdout, 'error')).toEqual([
      expect.stringMatching(/^The results could not be uploaded: .+\. They are in .*ocr-results/)
    ])
    expect(step.outputs).toMatchObject({ images: '1', recognized: '1', 'text-artifact-id': '' })
    expect(step.summary).toContain('The image was read')
    expect(rowsOf(results())).toHaveLength(1)
    return step
  }

  test('cannot be reached, the step fails with a sentence, and results, outputs and summary stay', async () => {
    await trouble({ ...service.env, ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' })
  })

  test('is not named to the step, likewise', async () => {
    await trouble({})
  })

  test('refuses the step, likewise', async () => {
    const body = JSON.stringify({ code: 'permission_denied', msg: 'insufficient usage' })
    const server = createServer((request, response) => {
      request.resume()
      response.writeHead(403, { 'content-type': 'application/json' }).end(body)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    await trouble({ ...service.env, ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/` })
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })

  test('is there again for post, post uploads what the step could not', async () => {
    const step = await trouble({ ...service.env, ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' })
    const post = await runPost({ scratch, service }, step)
    expect(post.code).toBe(0)
    expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
  })
})

test('where one artifact is taken and the other refused, the outputs tell the one, and post uploads the other alone', async () => {
  oneLine(scratch, 'images/a.png')
  service.refuse('ocr-metadata')
  const step = await runMain({ scratch, service }, {})
  expect(step.code).toBe(3)
  expect(messages(step.stdout, 'error')).toEqual([expect.stringContaining('quota is used up')])
  expect(step.outputs).toMatchObject({ 'text-artifact-id': '1', 'metadata-artifact-id': '' })
  service.refuse(null)
  expect(await runPost({ scratch, service }, step)).toMatchObject({ code: 0 })
  expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
})
