import { execFileSync } from 'node:child_process'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readResultsArchive } from '../../src/archive/read-results.ts'
import { resultsArchive } from '../../src/archive/results-archive.ts'
import { openTaskArchive, taskArchive } from '../../src/archive/task-archive.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { outputPath } from '../../src/results/names.ts'
import { temporaryFolder } from '../support/images.ts'
import {
  filesIn,
  HOSTILE_NAMES,
  image,
  neverAborted,
  nodeRecord,
  numbered,
  rowOf,
  taskOf,
  taskRecord
} from './archives.ts'

const home = temporaryFolder('round-trip')
const place = (name: string) => {
  const folder = join(home, name)
  mkdirSync(folder)
  return folder
}

test('Images are packed under their numbers, whatever their names', async () => {
  const there = place('there')
  const files = numbered(place('here'), HOSTILE_NAMES.length)
  const images = HOSTILE_NAMES.map((name, index) => ({
    ...image(name, files[index] ?? ''),
    columns: { phone: name, none: null }
  }))
  const archive = join(home, 'names.tar')
  await taskArchive(archive, taskOf(images), neverAborted)
  const { order, fileOf } = await openTaskArchive(archive, there, neverAborted)
  expect(order.images).toEqual(
    HOSTILE_NAMES.map((path) => ({ path, key: null, keys: { phone: path, none: null } }))
  )
  for (const index of files.keys())
    expect(readFileSync(fileOf(index), 'utf8')).toBe(`bytes of ${index}`)
  expect(filesIn(there)).toHaveLength(HOSTILE_NAMES.length + 1)
  expect(filesIn(there).every((name) => /^(order\.json|images\/\d{6})$/.test(name))).toBe(true)
})

test('The same images make the same archive, without secrets and local paths', async () => {
  const [one, two] = [join(home, 'one.tar'), join(home, 'two.tar')]
  const task = taskOf(numbered(place('same'), 3).map((file) => image('a.png', file)))
  const secret = { ...task, settings: { ...task.settings, storageAccountKey: 'secret-key' } }
  await taskArchive(one, secret, neverAborted)
  await taskArchive(two, secret, neverAborted)
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
  for (const word of ['secret-key', home]) expect(readFileSync(one).includes(word)).toBe(false)
})

test('Images of any size are packed, and missing images are left out', async () => {
  const here = place('sizes')
  const there = place('sizes-there')
  const sizes = [0, 1, 511, 512, 513, 65_536, 1_000_003]
  const images = sizes.map((size) => {
    const file = join(here, String(size))
    writeFileSync(file, Buffer.alloc(size, 'x'))
    return image(`${size}.png`, file)
  })
  const archive = join(home, 'sizes.tar')
  const gone = image('gone.png', join(here, 'gone'))
  await taskArchive(archive, taskOf([gone, ...images]), neverAborted)
  const { order, fileOf } = await openTaskArchive(archive, there, neverAborted)
  expect(order.images).toHaveLength(8)
  expect(existsSync(fileOf(0))).toBe(false)
  for (const [index, size] of sizes.entries()) expect(statSync(fileOf(index + 1)).size).toBe(size)
})

test('Pipes and folders are left out', async () => {
  const here = place('pipe')
  execFileSync('mkfifo', [join(here, 'pipe.png')])
  const archive = join(home, 'pipe.tar')
  const images = [image('pipe.png', join(here, 'pipe.png')), image('folder.png', here)]
  await taskArchive(archive, taskOf(images), neverAborted)
  const { order, fileOf } = await openTaskArchive(archive, place('pipe-there'), neverAborted)
  expect(order.images).toHaveLength(2)
  expect([existsSync(fileOf(0)), existsSync(fileOf(1))]).toEqual([false, false])
})

test('Results are stored under the paths of their images, and can be read again', async () => {
  const names = HOSTILE_NAMES.filter((name) => !name.includes('..') && !name.includes('\0'))
  const there = new ResultsFolder(place('results-there'))
  const texts = names.map((name) => there.writeOutput('txt', name, Buffer.from(`text of ${name}`)))
  const [firstName = ''] = names
  there.writeOutput('hocr', firstName, Buffer.from('<p/>'))
  there.writeOutput('txt', 'never read.png', Buffer.from('no row'))
  there.appendLog('task-0001', 'failures.log', 'two failed\n')
  const rows = names.map((name, index) => rowOf(name, { text: texts[index] ?? null }))
  const archive = join(home, 'results.tar')
  const images = [...names, 'never read.png']
  await resultsArchive(archive, {
    ...{ images, rows, task: taskRecord(images), node: nodeRecord(), folder: there }
  })
  const folder = new ResultsFolder(place('results-here'))
  const read = () =>
    readResultsArchive(
      createReadStream(archive),
      { task: 'task-0001', images, attempt: 3 },
      folder,
      neverAborted
    )
  const first = await read()
  expect(first.rows).toEqual(rows.map((row) => ({ ...row, attempt: 3 })))
  expect(first.node).toEqual(nodeRecord())
  expect(first.task.partition.images).toEqual(images)
  expect(first.task.counts.recognized).toBe(names.length)
  const expected = [
    ...texts,
    outputPath('hocr', firstName),
    'metadata/logs/task-0001/failures.log'
  ].map((path) => join('/', path).slice(1))
  expect(filesIn(folder.path)).toEqual(expected.sort())
  for (const name of names)
    expect(folder.read(outputPath('txt', name)).toString()).toBe(`text of ${name}`)
  const before = filesIn(folder.path)
  expect(await read()).toEqual(first)
  expect(filesIn(folder.path)).toEqual(before)
})
