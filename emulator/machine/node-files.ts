import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Resource } from '../protocol/request.ts'
import { reallyBelow } from './paths.ts'

/** A folder whose files the service shows. */
export interface FileTree {
  readonly root: string
  /** The address of what it belongs to, a task or a node. */
  readonly url: string
  /** The node's root: links may lead anywhere below it, and nowhere else. */
  readonly node: string
}

/** A file or folder that is there. */
export interface NodeFile {
  readonly path: string
  /** From the tree's root, with slashes. */
  readonly name: string
  readonly stats: Stats
}

/** What is in a folder, and below it where asked for. Links that lead out of the node or nowhere are left out. */
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

/** What is known of a path; null where nothing is there that the node could show. */
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

/** What the service says of a file in the headers of an answer. */
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
