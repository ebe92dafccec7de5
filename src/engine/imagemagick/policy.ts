import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Toolbox } from '../toolbox.ts'

/**
 * ImageMagick may read and write raster formats by path, and nothing else: no delegates (external programs), no
 * filters, no `@file`, no network, no script formats, and limited resources. The system's own policy also applies; it
 * can only forbid more.
 */
const POLICY = `<?xml version="1.0" encoding="UTF-8"?>
<policymap>
  <policy domain="delegate" rights="none" pattern="*"/>
  <policy domain="filter" rights="none" pattern="*"/>
  <policy domain="path" rights="none" pattern="@*"/>
  <policy domain="coder" rights="none" pattern="*"/>
  <policy domain="coder" rights="read | write" pattern="{PNG,JPEG,TIFF,GIF,BMP,WEBP,PNM,PBM,PGM,PPM,JP2,J2K,HEIC,AVIF,INFO}"/>
  <policy domain="resource" name="thread" value="1"/>
  <policy domain="resource" name="memory" value="2GiB"/>
  <policy domain="resource" name="map" value="4GiB"/>
  <policy domain="resource" name="disk" value="8GiB"/>
  <policy domain="resource" name="width" value="128KP"/>
  <policy domain="resource" name="height" value="128KP"/>
</policymap>
`

/** The toolbox as a node uses it: ImageMagick restricted by the policy, temporary files of all programs in one folder. */
export const confined = (toolbox: Toolbox, folder: string): Toolbox => ({
  ...toolbox,
  env: { ...toolbox.env, ...writePolicy(folder), TMPDIR: folder }
})

/** @returns the variables that make ImageMagick apply the policy */
function writePolicy(folder: string): { MAGICK_CONFIGURE_PATH: string } {
  const home = join(folder, 'magick')
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'policy.xml'), POLICY)
  return { MAGICK_CONFIGURE_PATH: home }
}
