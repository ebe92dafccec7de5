import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { escapeInvisible } from '../../src/lib/escape.ts'
import { reportPage } from '../../src/report/page.ts'
import type { Report } from '../../src/report/report.ts'
import { byImage } from '../../src/results/row.ts'
import { browserPath } from '../support/browser.ts'
import { failedRow, HOSTILE_NAMES, report, reusedRow, row } from './sample-report.ts'
import { storyReport } from './story-report.ts'

const folder = mkdtempSync(join(tmpdir(), 'report-'))
let browser: Browser
/** Console messages, errors and network requests of a page; there should be none. */
let complaints: string[] = []

beforeAll(async () => {
  const executablePath = browserPath()
  if (executablePath === undefined)
    throw new Error('These tests open pages in Chromium: apt-get install chromium')
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
  ]
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet] })
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  expect(complaints).toEqual([])
  complaints = []
})

/** Opens a report from a file, as from an unpacked artifact. */
async function open(story: Report, options: BrowserContextOptions = {}): Promise<Page> {
  const file = join(folder, 'report.html')
  writeFileSync(file, reportPage(story))
  const page = await (await browser.newContext(options)).newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) complaints.push(request.url())
  })
  await page.goto(pathToFileURL(file).href)
  return page
}

/** The visible cells of a column in the table of all images. */
const column = (page: Page, index: number): Promise<string[]> =>
  page.locator(`#all-images tbody tr:not([hidden]) td:nth-child(${index})`).allTextContents()

test('Hostile names are shown as text and do nothing', async () => {
  const rows = HOSTILE_NAMES.map((name) => row(name, { keys: { group: name }, secondLook: name }))
  const failed = HOSTILE_NAMES.map((name) => failedRow(`failed ${name}`, 'lost', name))
  const page = await open(
    report([...rows, ...failed], { run: { repository: HOSTILE_NAMES[0] ?? '' } })
  )
  expect(await column(page, 1)).toEqual(
    [...rows, ...failed].sort(byImage).map(({ image }) => escapeInvisible(image))
  )
  expect(await page.title()).toBe(
    `${HOSTILE_NAMES.length} of ${HOSTILE_NAMES.length * 2} images were read, ${HOSTILE_NAMES.length} failed · OCR report`
  )
  expect(await page.locator('script, img, iframe, object, svg[onload]').count()).toBe(1)
  expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0)
})

test('A click on a name opens its text', async () => {
  const name = 'scans/100% #1?/a b&c.png'
  const text = join(folder, 'text', `${name}.txt`)
  mkdirSync(dirname(text), { recursive: true })
  writeFileSync(text, 'Hello from the scan')
  const page = await open(report([row(name)]))
  await page.locator('#all-images a').click()
  expect(await page.locator('body').textContent()).toContain('Hello from the scan')
})

test('The filter shows the images that match all of its words', async () => {
  const page = await open(storyReport())
  await page.getByLabel('Filter').fill('METERS failed')
  expect(await column(page, 1)).toEqual([
    'meters/huge.tif',
    'meters/pointer.jpg',
    'meters/scan 17.heic',
    'meters/truncated.png'
  ])
  expect(await page.getByRole('status').textContent()).toBe('4 of 147')
  await page.getByLabel('Filter').fill('nowhere')
  expect(await column(page, 1)).toEqual([])
  await page.getByLabel('Filter').fill('')
  expect(await column(page, 1)).toHaveLength(147)
})

test('A column sorts by number or name, with empty cells last', async () => {
  const rows = [
    row('page 10.png', { words: 9, seconds: 70 }),
    row('page 9.png', { words: 1200, seconds: 0.4 }),
    reusedRow('Page 1.png', { words: 100 })
  ]
  const page = await open(report(rows))
  const sortBy = (name: string) => page.locator('#all-images').getByRole('button', { name }).click()
  const names = () => column(page, 1)
  await sortBy('Image')
  expect(await names()).toEqual(['Page 1.png', 'page 9.png', 'page 10.png'])
  await sortBy('Words')
  expect(await names()).toEqual(['page 9.png', 'Page 1.png', 'page 10.png'])
  await sortBy('Words')
  expect(await names()).toEqual(['page 10.png', 'Page 1.png', 'page 9.png'])
  await sortBy('Time')
  expect(await names()).toEqual(['page 10.png', 'page 9.png', 'Page 1.png'])
  await sortBy('Time')
  expect(await names()).toEqual(['page 9.png', 'page 10.png', 'Page 1.png'])
  expect(await page.locator('#all-images th[aria-sort]').allTextContents()).toEqual(['Time'])
})

test('Without its script, the page is complete and has no dead controls', async () => {
  const page = await open(storyReport(), { javaScriptEnabled: false })
  expect(await column(page, 1)).toHaveLength(147)
  expect(await page.getByLabel('Filter').isVisible()).toBe(false)
  expect(await page.locator('button').count()).toBe(0)
})

test.each([320, 390, 768, 1280])('The page fits a screen that is %d pixels wide', async (width) => {
  const page = await open(storyReport(), { viewport: { width, height: 800 } })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
})

test.each(['light', 'dark'] as const)(
  'Text in the %s scheme has enough contrast',
  async (colorScheme) => {
    const page = await open(storyReport(), { colorScheme })
    const weakest = await page.evaluate(`
    (() => {
      const style = getComputedStyle(document.documentElement)
      const light = (name) => {
        const [r, g, b] = style.getPropertyValue(name).trim().match(/[0-9a-f]{2}/g).map((hex) => {
          const part = parseInt(hex, 16) / 255
          return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)
      return Math.min(...['--ink', '--muted', '--link'].flatMap((ink) => ['--ground', '--surface', '--hover'].map((ground) => contrast(ink, ground))), contrast('--notice-ink', '--notice'))
    })()`)
    // The WCAG AA minimum for small text.
    expect(weakest).toBeGreaterThanOrEqual(4.5)
  }
)
