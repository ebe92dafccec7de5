import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { Format } from '../../src/results/records.ts'
import { drawPage, temporaryFolder } from '../support/images.ts'
import { until } from '../support/poll.ts'
import { descendants, withSlot } from './slot.ts'

const mounted: string[] = []
afterAll(() => {
  for (const mount of mounted) execFileSync('umount', ['-l', mount])
})

const folder = temporaryFolder('full')
const PAGE = 4096
const TEXT = Array.from({ length: 8 }, (_, i) => `Meter ${i} counts water by day`).join('\n')

/** Mounts a small file system; null, with a message, if that is not possible here. */
function smallDisk(pages: number): string | null {
  const mount = join(folder, `disk-${pages}`)
  mkdirSync(mount)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${pages * PAGE}`, 'tmpfs', mount], {
      stdio: 'pipe'
    })
    mounted.push(mount)
    return mount
  } catch (error) {
    process.stderr.write(`Tests of a full disk are skipped: ${(error as Error).message}\n`)
    return null
  }
}

/** Runs tests while only some pages of the small disk are free. */
async function leaveFree(free: number, run: () => Promise<void>): Promise<void> {
  // A killed engine keeps its files open until it has ended.
  await until(() => descendants().length === 0, 'the end of all processes')
  const ballast = join(disk as string, 'ballast')
  writeFileSync(ballast, Buffer.alloc((PAGES - free) * PAGE))
  try {
    await run()
  } finally {
    rmSync(ballast)
  }
}

const PAGES = 16
const disk = smallDisk(PAGES)
const file = drawPage(join(folder, 'page.png'), TEXT, { size: '800x520' })

const onDisk = disk === null ? describe.skip : describe

onDisk('If the disk of the temporary folder is full', () => {
  test('every image is either complete or failed, up to the last one of an engine that fills the disk', async () => {
    await leaveFree(6, () =>
      withSlot({ scratch: disk as string }, async (slot) => {
        const rows = await slot.read(...Array<string>(14).fill(file))
        const ends = rows.map(({ status, words, error }) => error?.code ?? `${status} ${words}`)
        expect([...new Set(ends)].sort()).toEqual(['engine-failed', 'recognized 48'])
      })
    )
    expect(readdirSync(disk as string)).toEqual([])
  })

  test.each<readonly [readonly Format[], number]>(
    [0, 1, 2, 3, 4, 6].flatMap((free) =>
      [['txt'], ['txt', 'hocr'], ['txt', 'alto', 'pdf']].map(
        (formats) => [formats as Format[], free] as const
      )
    )
  )('every file is either complete or missing: %j with %d pages free', async (formats, free) => {
    await leaveFree(free, () =>
      withSlot({ scratch: disk as string, settings: { formats } }, async (slot) => {
        const [row] = await slot.read(file)
        if (row?.status === 'failed') {
          expect(row).toMatchObject({ text: null, error: { code: 'engine-failed' } })
          expect(slot.folder.has('text/page.png.txt')).toBe(false)
          return
        }
        expect(slot.text(row).trim().split(/\s+/)).toHaveLength(48)
        expect(row?.words).toBe(48)
        if (formats.includes('hocr'))
          expect(slot.folder.read('hocr/page.png.hocr').toString()).toMatch(/<\/html>\s*$/)
        if (formats.includes('pdf'))
          expect(slot.folder.read('pdf/page.png.pdf').toString('latin1')).toMatch(/%%EOF\s*$/)
      })
    )
  })
})
