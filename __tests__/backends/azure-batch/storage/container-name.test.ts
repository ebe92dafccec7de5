import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  CONTAINER_PREFIX,
  containerName
} from '../../../../src/backends/azure-batch/storage/container-name.ts'
import { freshRunId } from '../../../../src/run/environment.ts'

/** Azure's rule for names of containers. */
const VALID = /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/

describe('The name of a container', () => {
  test.each([
    [freshRunId(new Date('2026-11-23T22:00:00Z')), /^batch-ocr-20261123-220000-[0-9a-f]{6}$/],
    ['octo-repo-4711-1', /^batch-ocr-octo-repo-4711-1$/],
    ['Octo/Repo_4711', /^batch-ocr-octo-repo-4711-[0-9a-f]{12}$/],
    ['a--b', /^batch-ocr-a-b-[0-9a-f]{12}$/],
    ['', /^batch-ocr-[0-9a-f]{12}$/],
    ['水', /^batch-ocr-[0-9a-f]{12}$/]
  ])('identifies the run %j', (run, name) => {
    expect(containerName(run)).toMatch(name)
  })

  test('is valid and has the prefix for any run ID', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (run) => {
        expect(containerName(run)).toMatch(VALID)
        expect(containerName(run).startsWith(CONTAINER_PREFIX)).toBe(true)
      })
    )
  })

  test('differs for any two runs', () => {
    const id = fc.string({ unit: fc.constantFrom('a', 'A', '-', '_', '7'), maxLength: 80 })
    void fc.assert(
      fc.property(id, id, (one, other) => {
        fc.pre(one !== other)
        expect(containerName(one)).not.toBe(containerName(other))
      })
    )
  })
})
