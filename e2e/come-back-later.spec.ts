import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'

import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { testDataDir } from './portal'
import { answerStep, giveEvidence, stepOf } from './respondent'

const example = { organisation: 'Later Pantry (example)' }

async function begin(page: Page) {
  await page.goto('/submit')
  await answerStep(page, example)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where did it happen?')
}

async function shownLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show me the link' }).click()
  const link = page.getByText(/\/resume\/[\w-]{43}$/)
  await expect(link).toBeVisible()
  return new URL(await link.innerText()).pathname
}

/** The link in the last mail to an address: the portal of the tests writes its mails into files. */
async function mailedLink(address: string): Promise<string> {
  const folder = path.join(testDataDir('e2e', { fresh: false }), 'mail')
  let found = ''
  await expect(() => {
    const mails = readdirSync(folder).map(name => readFileSync(path.join(folder, name), 'utf8').replaceAll('=\r\n', ''))
    const mail = mails.find(text => text.includes(`To: ${address}`))
    found = /\/resume\/[\w-]{43}/.exec(mail ?? '')?.[0] ?? ''
    expect(found).not.toBe('')
  }).toPass({ timeout: 20_000 })
  return found
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a draft is opened on another device by its link', async ({ page, browser, baseURL, address }) => {
      await begin(page)
      await page.getByRole('link', { name: 'Save and finish later' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Save and finish later')
      const link = await shownLink(page)
      const context = await browser.newContext({
        ...(baseURL && { baseURL }),
        javaScriptEnabled,
        extraHTTPHeaders: { 'x-forwarded-for': address },
      })
      const other = await context.newPage()
      await other.goto(link)
      await expect(other.getByText(example.organisation)).toBeVisible()
      await other.getByRole('button', { name: 'Go on' }).click()
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('Where did it happen?')
      await other.getByRole('link', { name: 'Back' }).click()
      await expect(other.getByLabel('Name of your organisation or group')).toHaveValue(example.organisation)
      await context.close()
    })
  })
}

test('a link comes by mail, and a newer one can take its place', async ({ page }) => {
  await begin(page)
  await page.goto('/submit/later')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByLabel('Email address').fill('nonsense')
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByRole('link', { name: /Enter an email address/ })).toBeVisible()
  await page.getByLabel('Email address').fill('later@pantry.example')
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByText('The link is on its way to later@pantry.example')).toBeVisible()
  const mailed = await mailedLink('later@pantry.example')
  await page.goto(mailed)
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()

  await page.goto('/submit/later')
  await page.getByLabel('Make links that I asked for before stop working').check()
  const newer = await shownLink(page)
  expect((await page.goto(mailed))?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is a newer link')
  await expectAccessible(page)
  expect((await page.goto(newer))?.status()).toBe(200)
})

test('what was sent is not opened by the link of its draft', async ({ page }) => {
  await begin(page)
  await page.goto('/submit/later')
  const link = await shownLink(page)
  while (stepOf(page) !== 'done') {
    if (stepOf(page) === 'later') await page.goto('/submit')
    await answerStep(page, example)
  }
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('These answers have been sent')
  await expect(page.getByText(example.organisation)).toHaveCount(0)
})

test('a wrong link is told, and guessing stops after a few', async ({ page }) => {
  const wrong = (number: number) => `/resume/${String(number).padStart(43, 'x')}`
  expect((await page.goto(wrong(0)))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link opens nothing')
  for (let number = 1; number < 10; number++) await page.goto(wrong(number))
  expect((await page.goto(wrong(10)))?.status()).toBe(429)
  await expect(page.getByText(/no more links can be tried from your network/)).toBeVisible()
})

test('another example goes on beside it', async ({ page }) => {
  await begin(page)
  await page.goto('/submit/later')
  const link = await shownLink(page)
  await page.context().clearCookies()
  await giveEvidence(page, { organisation: 'Sent in between (example)' })
  await page.goto(link)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByLabel('Name of your organisation or group')).toHaveValue(example.organisation)
})
