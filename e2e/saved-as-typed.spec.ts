import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { expect, expectAccessible, test } from './fixtures'
import { freePort, startPortal, testDataDir } from './portal'
import { answerStep, stepOf } from './respondent'

const example = { organisation: 'Typed (example)' }
const story = 'What happened?'
const saved = /Saved at \d\d:\d\d/

async function goTo(page: Page, step: string) {
  await page.goto('/submit')
  while (stepOf(page) !== step) await answerStep(page, example)
}

/** A window of its own: the browser rightly complains of connections that fail. */
async function ownWindow(browser: Browser, origin: string | undefined): Promise<BrowserContext> {
  return browser.newContext({ ...(origin && { baseURL: origin }), locale: 'en-GB', timezoneId: 'Europe/London' })
}

/** The private link of this window's draft, as its own page shows it. */
async function linkOf(page: Page): Promise<string> {
  await page.goto('/submit/later')
  await page.getByRole('button', { name: 'Show me the link' }).click()
  const link = page.getByText(/\/resume\/[\w-]{43}$/)
  await expect(link).toBeVisible()
  await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible()
  return new URL(await link.innerText()).pathname
}

test('an answer is saved as it is typed, and is there in another window', async ({ page, context }) => {
  await goTo(page, 'story')
  await page.getByLabel(story).fill('We cooked for the whole str')
  await expect(page.getByText(saved)).toBeVisible()
  const other = await context.newPage()
  await other.goto('/submit/story')
  await expect(other.getByLabel(story)).toHaveValue('We cooked for the whole str')
})

test('the first word begins a draft, and leaving the page saves the last one', async ({ page }) => {
  await page.goto('/submit')
  await page.getByLabel('Name of your organisation or group').fill('Half a na')
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page).toHaveURL('/')
  await expect(async () => {
    await page.goto('/submit')
    await expect(page.getByLabel('Name of your organisation or group')).toHaveValue('Half a na', { timeout: 500 })
  }).toPass()
})

test('what was saved since is there when the browser goes back and forth', async ({ page }) => {
  await goTo(page, 'example')
  await answerStep(page, example)
  await page.getByLabel(story).fill('First words')
  await expect(page.getByText(saved)).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Give your example a title')).toBeVisible()
  await page.goForward()
  await expect(page.getByLabel(story)).toHaveValue('First words')
  await page.getByLabel(story).fill('First words and more')
  await expect(page.getByText(saved)).toBeVisible()
  await expect(page.getByText('was also answered')).toHaveCount(0)
})

test('offline, typing goes on, and is saved when the line is back', async ({ browser, baseURL }) => {
  const context = await ownWindow(browser, baseURL)
  const page = await context.newPage()
  await goTo(page, 'story')
  await context.setOffline(true)
  await page.getByLabel(story).fill('Written in a tunnel')
  await expect(page.getByRole('status').getByText('You seem to be offline')).toBeVisible()
  await expect(page.getByText('Not saved yet')).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert').getByText('Your answers could not be saved.')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(saved)).toBeVisible()
  await expect(page.getByText('You seem to be offline')).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel(story)).toHaveValue('Written in a tunnel')
  await context.close()
})

test('a browser that is killed in the middle of a word has it when it is opened again', async ({ baseURL }) => {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'portal-browser-'))
  const { launchOptions } = test.info().project.use
  const open = () => chromium.launchPersistentContext(profile, { ...launchOptions, ...(baseURL && { baseURL }) })
  const windowOf = async (browser: BrowserContext) => browser.pages()[0] ?? (await browser.newPage())
  const before = await open()
  await goTo(await windowOf(before), 'story')
  await before.close() // browsers write their cookies down after half a minute, or at the end
  const first = await open()
  const page = await windowOf(first)
  await page.goto('/submit/story')
  await first.setOffline(true)
  await page.getByLabel(story).pressSequentially('We knocked on every do')
  await expect(page.getByText('You seem to be offline')).toBeVisible()
  spawnSync('pkill', ['-9', '-f', profile])
  const second = await open()
  const again = await windowOf(second)
  await again.goto('/submit/story')
  await expect(again.getByLabel(story)).toHaveValue('We knocked on every do')
  await expect(again.getByText(saved)).toBeVisible()
  await second.close()
  rmSync(profile, { recursive: true, force: true })
})

test('a portal that is killed while somebody types takes it up again', async ({ browser }) => {
  test.slow()
  const dataDir = testDataDir('typed', { fresh: true })
  const port = await freePort()
  let portal = await startPortal({ dataDir, port })
  const context = await ownWindow(browser, portal.origin)
  const page = await context.newPage()
  await goTo(page, 'story')
  await page.getByLabel(story).fill('Before')
  await expect(page.getByText(saved)).toBeVisible()
  portal.process.kill('SIGKILL')
  await page.getByLabel(story).fill('Before, and while it was away')
  await expect(page.getByText('You seem to be offline')).toBeVisible()
  portal = await startPortal({ dataDir, port })
  await expect(page.getByText(saved)).toBeVisible({ timeout: 40_000 })
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/submit\/material$/)
  await page.goto('/submit/story')
  await expect(page.getByLabel(story)).toHaveValue('Before, and while it was away')
  await context.close()
  await portal.stop()
})

test('two devices at once: both texts are shown, and the person chooses', async ({ page, browser, baseURL }) => {
  await goTo(page, 'story')
  await page.getByLabel(story).fill('Written at home')
  await expect(page.getByText(saved)).toBeVisible()
  const link = await linkOf(page)
  await page.goto('/submit/story')

  const context = await ownWindow(browser, baseURL)
  const telephone = await context.newPage()
  await telephone.goto(link)
  await expect(telephone.getByText('Typed (example)')).toBeVisible()
  await telephone.getByRole('button', { name: 'Go on' }).click()
  await expect(telephone).toHaveURL(/\/submit\/story$/)
  await telephone.getByLabel(story).fill('Written on the bus')
  await expect(telephone.getByText(saved)).toBeVisible()

  await page.getByLabel(story).fill('Written at home, and longer')
  const choice = page.getByRole('radiogroup', { name: /was also answered on another device/ })
  await expect(choice.getByText('Written on the bus')).toBeVisible()
  await expect(choice.getByText('Written at home, and longer')).toBeVisible()
  await expectAccessible(page)
  await choice.getByLabel('What is on this page').check()
  await page.getByRole('button', { name: 'Keep this answer' }).click()
  await expect(choice).toHaveCount(0)
  await expect(page.getByText(saved)).toBeVisible()

  await telephone.getByLabel(story).fill('Written on the bus again')
  const other = telephone.getByRole('radiogroup', { name: /was also answered on another device/ })
  await other.getByLabel(/What was saved there at/).check()
  await telephone.getByRole('button', { name: 'Keep this answer' }).click()
  await expect(telephone.getByLabel(story)).toHaveValue('Written at home, and longer')
  await telephone.getByRole('button', { name: 'Continue' }).click()
  await expect(telephone).toHaveURL(/\/submit\/material$/)
  await context.close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('two windows at once: both texts are shown, and the person chooses', async ({ page, context }) => {
    await goTo(page, 'story')
    const other = await context.newPage()
    await other.goto('/submit/story')
    await other.getByLabel(story).fill('Written there')
    await other.getByRole('button', { name: 'Continue' }).click()
    await expect(other).toHaveURL(/\/submit\/material$/)

    await page.getByLabel(story).fill('Written here')
    await page.getByRole('button', { name: 'Continue' }).click()
    const choice = page.getByRole('radiogroup', { name: /was also answered on another device/ })
    await expect(choice.getByText('Written there')).toBeVisible()
    await choice.getByLabel(/What was saved there at/).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).toHaveURL(/\/submit\/material$/)
    await page.goto('/submit/story')
    await expect(page.getByLabel(story)).toHaveValue('Written there')
  })
})
