import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { isRecordName, outputPath } from '../results/names.ts'
import type { Format } from '../results/records.ts'
import { pathInArtifact } from './artifact-names.ts'

/**
 * A folder to merge from, which anyone may have written. It is only read; links are not followed, and anything but a
 * regular file or folder is treated as missing.
 */
export class SourceFolder {
  /** Absolute, without links. */
  readonly path: string
  /** Its name in messages. */
  readonly shown: string

  /** @throws if there is no such folder */
  constructor(path: string, shown: string) {
    this.path = realpathSync(path)
    this.shown = shown
  }

  /** The folder's own name. */
  get name(): string {
    return basename(this.path)
  }

  /** The absolute path of a regular file, by its path within the folder; null if there is none. */
  file(path: string): string | null {
    const target = join(this.path, path)
    try {
      return realpathSync(target) === target && lstatSync(target).isFile() ? target : null
    } catch {
      return null
    }
  }

  /** The absolute path of an image's file of one format; null if there is none. */
  output(format: Format, image: string): string | null {
    const path = outputPath(format, image)
    return this.file(path) ?? this.file(pathInArtifact(path))
  }

  /** The names of the regular files, or of the folders, directly in a folder, sorted; empty if it does not exist. */
  names(path: string, kind: 'files' | 'folders'): string[] {
    const target = join(this.path, path)
    try {
      if (realpathSync(target) !== target) return []
      return readdirSync(target, { withFileTypes: true })
        .filter((entry) => (kind === 'files' ? entry.isFile() : entry.isDirectory()))
        .map(({ name }) => name)
        .sort()
    } catch {
      return []
    }
  }

  /** The text of a file; null if it does not exist or cannot be read. */
  text(path: string): string | null {
    const file = this.file(path)
    try {
      return file && readFileSync(file, 'utf8')
    } catch {
      return null
    }
  }

  /** A record of `metadata/`; null if it does not exist or does not match the schema. */
  record<T>(name: string, schema: v.GenericSchema<unknown, T>): T | null {
    const text = this.text(`metadata/${name}.json`)
    if (text === null) return null
    try {
      const parsed = v.safeParse(schema, JSON.parse(text))
      return parsed.success ? parsed.output : null
    } catch {
      return null
    }
  }

  /** The valid records of tasks or nodes, each named by its id, and how many other files are ignored. */
  records<T extends { readonly id: string }>(
    folder: 'tasks' | 'nodes',
    schema: v.GenericSchema<unknown, T>
  ): { readonly records: readonly T[]; readonly ignored: number } {
    const files = this.names(`metadata/${folder}`, 'files').filter((name) => name.endsWith('.json'))
    const records = files
      .map((file) => file.slice(0, -'.json'.length))
      .filter(isRecordName)
      .map((name) => {
        const found = this.record(`${folder}/${name}`, schema)
        return found?.id === name ? found : null
      })
      .filter((record) => record !== null)
    return { records, ignored: files.length - records.length }
  }

  /** Whether it has the table of a run, its record, or both. */
  holdsResults(): boolean {
    return this.file('results.jsonl') !== null || this.file('metadata/run.json') !== null
  }
}
