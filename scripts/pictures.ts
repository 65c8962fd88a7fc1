import { chromium, type Browser, type Page } from '@playwright/test'
import fs from 'node:fs'

import { freePort, startPortal, testDataDir } from '@/e2e/portal'
import { ensureBuild, ensureClient } from './build'
import { findChromium } from './chromium'

// The README's pictures, taken anew from the demonstration: `npm run pictures`.

const folder = 'docs/pictures'

type Picture = {
  name: string
  path: string
  account?: string
  /** What to do on the page before the picture is taken. */
  first?: (page: Page) => Promise<void>
  width?: number
  height?: number
}

const followed = (fits: string) => async (page: Page) => {
  const target = await page.locator(`main a[href*="${fits}"]`).first().getAttribute('href')
  await page.goto(new URL(target ?? '', page.url()).href)
}

const pictures: Picture[] = [
  { name: 'call', path: '/', height: 860 },
  { name: 'call-phone', path: '/', width: 390, height: 860 },
  {
    name: 'step',
    path: '/submit/organisation',
    async first(page) {
      await page.getByLabel('Name of your organisation or group').fill('Corner Pantry (example)')
      await page.getByLabel('Mutual aid group').check()
      await page.getByLabel('Our own work').check()
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.waitForURL('**/place')
      await page.getByRole('checkbox', { name: 'Walsall', exact: true }).check()
      await page.getByRole('checkbox', { name: 'Sandwell', exact: true }).check()
    },
  },
  { name: 'gallery', path: '/case-studies' },
  { name: 'report', path: '/report/what-it-needed' },
  { name: 'outline', path: '/workspace/report', account: 'lead@wlv.example' },
  {
    name: 'submission',
    path: '/workspace/submissions?stage=settled',
    account: 'lead@wlv.example',
    first: followed('/workspace/submissions/WM-'),
  },
  {
    name: 'review',
    path: '/workspace/case-studies?status=in-review',
    account: 'researcher@coventry.example',
    first: followed('/workspace/case-studies/0'),
  },
]

async function take(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const { name, path, account, first, width = 1280, height = 900 } = picture
  const context = await browser.newContext({ baseURL: origin, viewport: { width, height }, locale: 'en-GB' })
  const page = await context.newPage()
  if (account) await signIn(page, account)
  await page.goto(path, { waitUntil: 'networkidle' })
  await first?.(page)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${folder}/${name}.png` })
  await context.close()
}

async function signIn(page: Page, account: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(account)
  await page.getByLabel('Password').fill('demonstration')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/workspace')
}

async function takeAll(): Promise<void> {
  await ensureClient()
  await ensureBuild(console.log)
  fs.mkdirSync(folder, { recursive: true })
  const portal = await startPortal({ dataDir: testDataDir('pictures', { fresh: true }), port: await freePort() })
  const args = ['--disable-quic', '--no-first-run', '--disable-background-networking']
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  const browser = await chromium.launch({ executablePath: findChromium(console.log), args })
  for (const picture of pictures) await take(browser, portal.origin, picture)
  await browser.close()
  await portal.stop()
}

await takeAll()
