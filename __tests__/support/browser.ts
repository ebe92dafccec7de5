import { existsSync } from 'node:fs'

/** Where a browser may lie: Debian's package, and what GitHub's runners have. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that opens the report in tests; undefined where there is none. */
export const browserPath = (): string | undefined => PLACES.find((path) => existsSync(path))
