import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { submitOutputs } from '../../src/settings/outputs.ts'
import { Scratch } from '../support/command.ts'
import { filesWith } from '../support/secrets.ts'
import { azureWorld, textsOf } from './azure-world.ts'
import { filesBelow, manyLines, rowsOf } from './folders.ts'

const world = azureWorld({}, 'scripted')

/** The inputs of a step that uses one node. */
const inputsOf = (more: Readonly<Record<string, string>> = {}) => ({
  ...world().azure.inputs,
  ...{ 'second-look': 'false', nodes: '1', slots: '1' },
  ...more
})

test('A step reads on Azure, has outputs, artifacts and a summary, and leaves nothing on Azure', async () => {
  const { azure, scratch, service, results, nothingRemains } = world()
  manyLines(scratch, 'images', 3)
  const step = await world().step({ scratch, service }, inputsOf())
  expect(step).toMatchObject({ code: 0, stderr: '' })
  const id = expect.stringMatching(/^batch-ocr-scans-4711-1-[0-9a-f]{8}$/)
  expect(step.outputs).toMatchObject({
    ...{ 'run-id': '4711-1', 'job-id': id, images: '3', recognized: '3', nodes: '1' },
    ...{ failed: '0', results }
  })
  expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
  const folder = join(scratch.folder, 'downloaded')
  await service.download('ocr-text', folder)
  expect(rowsOf(folder)).toEqual(rowsOf(results))
  expect(filesBelow(folder)).toEqual(expect.arrayContaining(Object.keys(textsOf(results))))
  expect(step.summary).toContain(step.outputs['text-artifact-url'])
  expect(step.stdout).toMatch(/^3 of 3 images, 0 failed; nodes: .*; tasks: .*1 ended$/m)
  // The keys are masked before anything else is logged.
  for (const key of azure.keys) {
    const mask = step.stdout.indexOf(`::add-mask::${key}`)
    expect(mask).toBeGreaterThan(-1)
    expect(mask).toBeLessThan(step.stdout.indexOf('::group::'))
  }
  const post = await world().post({ scratch, service }, step, inputsOf())
  expect(post.code).toBe(0)
  expect(post.stdout).toContain('Everything was delivered by the step')
  await nothingRemains()
})

test('A step that Azure refuses fails with the reason, and has a row for each image', async () => {
  const { scratch, service, results, nothingRemains } = world()
  manyLines(scratch, 'images', 3)
  const wrong = Buffer.from('the key of another account').toString('base64')
  const inputs = inputsOf({ 'storage-account-key': wrong, 'artifact-name': 'none' })
  const step = await world().step({ scratch, service }, inputs)
  expect(step.code).toBe(3)
  expect(step.stdout).toMatch(/^::error::Azure Storage did not .* \(403 /m)
  expect(step.summary).toMatch(
    /Run failed: 0 of 3 images were read, 3 not\n\n\*\*Why:\*\* Azure Storage/
  )
  const lost = { code: 'lost', message: expect.stringContaining('its job did not start') }
  expect(rowsOf(results).map(({ error }) => error)).toEqual([lost, lost, lost])
  await nothingRemains()
})

test('With wait: false, a step only submits; another job collects, and a third sweeps', async () => {
  const { azure, scratch, service, nothingRemains } = world()
  manyLines(scratch, 'images', 3)
  const inputs = inputsOf({ wait: 'false' })
  const step = await world().step({ scratch }, inputs)
  expect(step).toMatchObject({ code: 0, stderr: '' })
  expect(Object.keys(step.outputs).sort()).toEqual(Object.keys(submitOutputs).sort())
  expect(step.outputs).toMatchObject({ 'run-id': '4711-1', images: '3' })
  expect(step.summary).toMatch(/^Submitted 3 images in 1 task to 1 node of Azure Batch/)
  expect((await world().post({ scratch }, step, inputs)).code).toBe(0)
  expect(await azure.remains()).toMatchObject({ containers: [step.outputs['job-id']] })

  using other = new Scratch()
  const elsewhere = { scratch: other, service, env: { GITHUB_RUN_ID: '4712' } }
  const { backend, ...accounts } = azure.inputs
  // The handle names the accounts, without keys.
  const isKey = ([name]: readonly [string, string]) => name.endsWith('-key')
  const collecting = {
    ...Object.fromEntries(Object.entries(accounts).filter(isKey)),
    ...{ handle: step.outputs['handle'] ?? '', 'artifact-name': 'late' }
  }
  const collector = { ...elsewhere, action: 'collect' } as const
  const collected = await world().step(collector, collecting)
  expect(collected).toMatchObject({ code: 0, stderr: '' })
  expect(collected.outputs).toMatchObject({ 'run-id': '4711-1', images: '3', recognized: '3' })
  expect(service.artifacts.has('late-text')).toBe(true)
  expect((await world().post(collector, collected, collecting)).code).toBe(0)

  const sweeper = { ...elsewhere, action: 'sweep' } as const
  const swept = await world().step(sweeper, { ...accounts, 'older-than': '0' })
  expect(swept).toMatchObject({ code: 0, outputs: { jobs: '1', pools: '0', containers: '1' } })
  expect(swept.summary).toContain(step.outputs['job-id'])
  await nothingRemains()
  for (const secret of [...azure.keys, 'sig=']) expect(filesWith(secret, other.folder)).toEqual([])
})
