import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The Chromium for end-to-end tests, as a path: `CHROMIUM`, one that is installed, Playwright's own, or, for root on
 * Debian, one that this installs. Throws the one command to type where there is none.
 */
export function findChromium(log: (line: string) => void): string {
  const found = present()
  if (found) return found
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    log('There is no Chromium: installing Debian’s.')
    apt(['update'])
    apt(['install', '--yes', '--no-install-recommends', 'chromium'])
    const installed = present()
    if (installed) return installed
  }
  throw new Error('There is no Chromium for the end-to-end tests. Type: npx playwright install --with-deps chromium')
}

function present(): string | undefined {
  return [process.env.CHROMIUM, ...usualPlaces, chromium.executablePath()].find(place => place && fs.existsSync(place))
}

function apt(given: string[]) {
  spawnSync('apt-get', given, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}
