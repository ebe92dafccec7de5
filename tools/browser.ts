import { existsSync } from 'node:fs'

/** Paths of a browser: that of Debian, and those on GitHub-hosted runners. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that opens the report in tests; undefined if none is installed. */
export const browserPath = (): string | undefined => PLACES.find((path) => existsSync(path))
