import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Resource } from '../protocol/request.ts'
import { reallyBelow } from './paths.ts'

/** A folder whose files the service gives access to. */
export interface FileTree {
  readonly root: string
  /** The URL of the task or node that it belongs to. */
  readonly url: string
  /** The root of the node; links must not lead out of it. */
  readonly node: string
}

/** A file or folder. */
export interface NodeFile {
  readonly path: string
  /** Relative to the root of the tree, with slashes. */
  readonly name: string
  readonly stats: Stats
}

/** The files in a tree, optionally with subfolders. Broken links and links out of the node are omitted. */
export async function listNodeFiles(tree: FileTree, recursive: boolean): Promise<NodeFile[]> {
  const found: NodeFile[] = []
  const list = async (folder: string, prefix: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = join(folder, entry.name)
      const name = `${prefix}${entry.name}`
      const stats = await statsOf(tree, path)
      if (stats !== null) found.push({ path, name, stats })
      if (recursive && entry.isDirectory()) await list(path, `${name}/`)
    }
  }
  await list(tree.root, '')
  return found
}

/** The stats of a path; null if it does not exist or leads out of the node. */
export async function statsOf(tree: FileTree, path: string): Promise<Stats | null> {
  if (!(await reallyBelow(tree.node, path))) return null
  return stat(path).catch(() => null)
}

/** A file as the service lists it. */
export const fileResource = (tree: FileTree, { name, stats }: NodeFile): Resource => ({
  name,
  url: fileUrl(tree, name),
  isDirectory: stats.isDirectory(),
  ...(stats.isDirectory()
    ? {}
    : {
        properties: {
          creationTime: stats.birthtime.toISOString(),
          lastModified: stats.mtime.toISOString(),
          contentLength: String(stats.size),
          contentType: contentType(name),
          fileMode: fileMode(stats)
        }
      })
})

/** The headers of a response about a file. */
export const fileHeaders = (tree: FileTree, { name, stats }: NodeFile): Record<string, string> => ({
  'content-type': contentType(name),
  'last-modified': stats.mtime.toUTCString(),
  'ocp-creation-time': stats.birthtime.toUTCString(),
  'ocp-batch-file-isdirectory': stats.isDirectory() ? 'True' : 'False',
  'ocp-batch-file-url': encodeURIComponent(fileUrl(tree, name)),
  'ocp-batch-file-mode': fileMode(stats)
})

const fileUrl = ({ url }: FileTree, name: string): string =>
  `${url}/files/${name.split('/').map(encodeURIComponent).join('/')}`

const contentType = (name: string): string =>
  extname(name) === '.txt' ? 'text/plain' : 'application/octet-stream'

const fileMode = ({ mode }: Stats): string => `0o${mode.toString(8)}`
