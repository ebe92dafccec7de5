import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { commandsIn, type Job, runMain, runPost } from '../support/runner.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'
import { badImages, manyLines, oneLine, rowsOf } from './folders.ts'
import { messagesOf, stepWorld } from './step-world.ts'

const world = stepWorld()
/** A step whose engine reads the same text on every image. */
const job = (): Job => world().job(undefined, scriptedEngine(world().scratch))

test('Fifteen failed images make at most ten annotations: some by name, and one with the number of the others', async () => {
  const { scratch } = world()
  badImages(scratch, 'images', 15)
  const step = await runMain(job(), { 'fail-on': 'never' })
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

test('A step that fails has at most ten annotations, with the reason as the last', async () => {
  const { scratch } = world()
  badImages(scratch, 'images', 15)
  const step = await runMain(job(), {})
  expect(step.code).toBe(1)
  expect(messagesOf(step, 'error').length).toBeLessThanOrEqual(10)
  expect(messagesOf(step, 'error').at(-1)).toMatch(/15 of 15 images failed; by `fail-on`/)
})

describe('When images fail, `fail-on` decides, after everything is uploaded:', () => {
  test.each([
    { failOn: 'any', bad: 1, good: 3, code: 1 },
    { failOn: 'all', bad: 1, good: 1, code: 0 },
    { failOn: 'never', bad: 2, good: 0, code: 0 },
    { failOn: '5%', bad: 1, good: 18, code: 1 }
  ])(
    '$failOn with $bad bad and $good good images ends with $code',
    async ({ failOn, bad, good, code }) => {
      const { scratch } = world()
      mkdirSync(join(scratch.work, 'images'))
      badImages(scratch, 'images', bad)
      if (good > 0) manyLines(scratch, 'images', good, 1)
      const step = await runMain(job(), { 'fail-on': failOn })
      expect(step.code).toBe(code)
      expect(step.outputs).toMatchObject({ failed: String(bad), recognized: String(good) })
      expect([...world().service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
      expect(step.summary).not.toBe('')
      const verdict = messagesOf(step, 'error').some((message) => message.includes('`fail-on`'))
      expect(verdict).toBe(code === 1)
    }
  )
})

test('Every invalid input is reported at once, and nothing is started', async () => {
  const { scratch, service, at } = world()
  oneLine(scratch, 'images/a.png')
  const wrong = { formats: 'docx', 'fail-on': 'sometimes', shard: '3/2', slots: '0' }
  const step = await runMain(job(), wrong)
  expect(step.code).toBe(2)
  const errors = messagesOf(step, 'error')
  expect(errors).toHaveLength(4)
  for (const name of Object.keys(wrong))
    expect(errors.filter((message) => message.startsWith(`Input \`${name}\` `))).toHaveLength(1)
  expect(existsSync(at())).toBe(false)
  expect(service.artifacts.size).toBe(0)
  expect(await runPost(world().job(), step)).toMatchObject({ code: 0, summary: '' })
})

test('A folder that does not exist is reported, and nothing is started', async () => {
  const { at } = world()
  const step = await runMain(job(), { images: 'scans' })
  expect(step.code).toBe(2)
  expect(messagesOf(step, 'error')).toEqual([
    expect.stringMatching(/^Input `images` names \S+\/scans, which does not exist; /)
  ])
  expect(existsSync(at())).toBe(false)
})

describe('When the artifact service', () => {
  const failedUpload = async (env: NodeJS.ProcessEnv) => {
    const { scratch, at } = world()
    oneLine(scratch, 'images/a.png')
    const step = await runMain({ scratch, env: { ...scriptedEngine(scratch), ...env } }, {})
    expect(step.code).toBe(3)
    expect(messagesOf(step, 'error')).toEqual([
      expect.stringMatching(/^The results could not be uploaded: .+\. They are in .*ocr-results/)
    ])
    expect(step.outputs).toMatchObject({ images: '1', recognized: '1', 'text-artifact-id': '' })
    expect(step.summary).toContain('The image was read')
    expect(rowsOf(at())).toHaveLength(1)
    return step
  }

  test('cannot be reached, the step fails with an error, and keeps results, outputs and summary; post uploads them later', async () => {
    const { service, job } = world()
    const step = await failedUpload({ ...service.env, ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' })
    const post = await runPost(job(), step)
    expect(post.code).toBe(0)
    expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
  })

  test('is not configured, likewise', async () => {
    await failedUpload({})
  })

  test('refuses the step, likewise', async () => {
    const body = JSON.stringify({ code: 'permission_denied', msg: 'insufficient usage' })
    const server = createServer((request, response) => {
      request.resume()
      response.writeHead(403, { 'content-type': 'application/json' }).end(body)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    await failedUpload({ ...world().service.env, ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/` })
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
})

test('When one artifact is accepted and the other refused, the outputs have the first, and post uploads only the second', async () => {
  const { scratch, service } = world()
  oneLine(scratch, 'images/a.png')
  service.refuse('ocr-metadata')
  const step = await runMain(job(), {})
  expect(step.code).toBe(3)
  expect(messagesOf(step, 'error')).toEqual([expect.stringContaining('quota is used up')])
  expect(step.outputs).toMatchObject({ 'text-artifact-id': '1', 'metadata-artifact-id': '' })
  service.refuse(null)
  expect(await runPost(world().job(), step)).toMatchObject({ code: 0 })
  expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
})
