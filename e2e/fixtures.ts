import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'

import { sharedOrigin } from './shared-portal'
import { witness } from './witness'

export { expect }
export { atomFaults, readAtom } from '@/lib/testing/atom-check'
export { structuredData, structuredDataFaults } from '@/lib/testing/structured-data-check'
export { hasJava, htmlFaults } from './html-validator'
export { makeDocx, makeHeic, makeHugePng, makePdf, makePhoto, makeZip } from '@/lib/testing/material-makers'

/** The demonstration's accounts, by what their owners do. */
export const accounts = {
  lead: 'lead@wlv.example',
  wolverhampton: 'researcher@wlv.example',
  bvsc: 'researcher@bvsc.example',
  coventry: 'researcher@coventry.example',
  staff: 'staff@wmca.example',
  administrator: 'admin@portal.example',
} as const
export type Account = keyof typeof accounts

type Sessions = Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>

type Fixtures = {
  /** Opens a browser window in which this person is signed in. */
  signedIn: (account: Account) => Promise<Page>
  /** Each test is a person of its own to the portal, which counts by address. */
  address: string
}

/** What a browser says of a page that answers 404 or 410 or refuses a file, and of a line that a test cuts, all by design. */
const expectedComplaints =
  /Failed to load resource: (?:the server responded with a status of (?:404|410|403|400|401|409|413|422|429)|net::ERR_FAILED|net::ERR_INTERNET_DISCONNECTED)/

/** Faults that the browser reports: a broken policy, a failed hydration, an exception. */
function watch(context: BrowserContext): string[] {
  const faults: string[] = []
  context.on('console', message => {
    if (message.type() === 'error' && !expectedComplaints.test(message.text())) faults.push(message.text())
  })
  context.on('weberror', error => faults.push(String(error.error())))
  return faults
}

export const test = base.extend<Fixtures, { sessions: Sessions }>({
  address: async ({}, provide, info) => {
    const part = () => Math.floor(Math.random() * 254) + 1
    await provide(`10.${info.workerIndex % 250}.${part()}.${part()}`)
  },
  extraHTTPHeaders: async ({ address }, provide) => provide({ 'x-forwarded-for': address }),
  context: async ({ context }, provide, info) => {
    const faults = watch(context)
    const testify = witness(context, info)
    await provide(context)
    await testify()
    expect(faults, 'what the browser complained of').toEqual([])
  },
  sessions: [async ({}, provide) => provide(new Map()), { scope: 'worker' }],
  signedIn: async ({ browser, sessions, address }, provide, info) => {
    const opened: { context: BrowserContext; faults: string[]; testify: () => Promise<void> }[] = []
    await provide(async account => {
      const email = accounts[account]
      const storageState = sessions.get(email) ?? (await signIn(browser, email, 'demonstration'))
      sessions.set(email, storageState)
      const context = await browser.newContext({
        baseURL: sharedOrigin,
        storageState,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        extraHTTPHeaders: { 'x-forwarded-for': address },
      })
      opened.push({ context, faults: watch(context), testify: witness(context, info) })
      return context.newPage()
    })
    for (const { context, faults, testify } of opened) {
      await testify()
      await context.close()
      expect(faults, 'what the browser complained of').toEqual([])
    }
  },
})

/** Signs in by the page for it, and answers the cookies that the browser was given. */
export async function signIn(browser: Browser, email: string, password: string, origin = sharedOrigin) {
  const context = await browser.newContext({ baseURL: origin })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/(?:workspace|library)/)
  const state = await context.storageState()
  await context.close()
  return state
}

/** Checks the page as it stands against the rules of WCAG 2.2, levels A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // After a change of page in the browser the title comes a moment after the rest.
  await expect(page).toHaveTitle(/\S/)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node => node.target.join(' ')).join(' | ')}`,
  )
  expect(told, `accessibility of ${page.url()}`).toEqual([])
}

/** No sideways scrolling: the page fits the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider, `pixels by which ${page.url()} is wider than the window`).toBeLessThanOrEqual(0)
}

/** Puts other words in the place of all that a section of a case study holds, as a person does: select all, then type. */
export async function rewrite(page: Page, section: string, words: string): Promise<void> {
  const field = page.getByLabel(section, { exact: true })
  await field.click()
  await field.press('ControlOrMeta+a')
  await page.keyboard.insertText(words)
}
