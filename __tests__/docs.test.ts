import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ERROR_CODES, rowColumns } from '../src/results/row.ts'
import { commands } from '../src/terminal/commands/index.ts'

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'emulator/README.md', 'samples/README.md'],
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
]

const readPage = (page: string) => readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```/gm, '')

/** The anchors that GitHub gives to the headings of a page. */
const anchors = (page: string) =>
  [...readPage(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-')
  )

const relativeLinks = (page: string) =>
  [...readPage(page).matchAll(/\]\((?!https:)([^)\s#]*)#?([^)\s]*)\)/g)].map(
    ([, path = '', anchor = '']) => ({
      target: path === '' ? page : normalize(join(dirname(page), path)),
      anchor
    })
  )

describe('documentation', () => {
  test.each(pages)('Every link of %s leads to an existing file and heading', (page) => {
    const broken = relativeLinks(page).filter(
      ({ target, anchor }) =>
        !existsSync(target) || (anchor !== '' && !anchors(target).includes(anchor))
    )
    expect(broken).toEqual([])
  })

  test('The README is shorter than 150 lines', () => {
    expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThan(150)
  })

  test.each([
    ['field of a row', rowColumns],
    ['error code', ERROR_CODES],
    ['command', commands.map(({ name }) => name)]
  ])('The reference lists every %s', (_, names) => {
    const reference = readPage('docs/reference.md')
    expect(names.filter((name) => !reference.includes(`\`${name}\``))).toEqual([])
  })
})
