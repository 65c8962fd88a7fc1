import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { answerStep, giveEvidence, stepOf } from './respondent'
import type { Page } from '@playwright/test'

const exactly = { exact: true } as const

/** Gives evidence, and opens the private page that the receipt leads to. */
async function openOwnPage(page: Page, organisation: string, email?: string): Promise<string> {
  const reference = await giveEvidence(page, { organisation, ...(email ? { email } : {}) })
  await page.getByRole('link', { name: 'Open your private page' }).click()
  await page.waitForURL(/\/evidence\/[\w-]{43}$/)
  return reference
}

async function change(page: Page, question: string, answer: string): Promise<void> {
  const part = page.getByRole('region', { name: question })
  await part.getByText('Change this answer').click()
  await part.getByRole('radio', { name: answer }).check()
}

test('the receipt leads to a page with everything that was sent, and what becomes of it', async ({ page }) => {
  const reference = await openOwnPage(page, 'Brook Lane Pantry')
  await expect(page.getByText(`Your evidence · ${reference}`)).toBeVisible()
  await expect(page.getByText('It arrived, and is part of the evidence.')).toBeVisible()
  await expect(page.getByText('Six of us opened the old shop as a pantry')).toBeVisible()
  await expect(page.getByText('Brook Lane Pantry')).toBeVisible()
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})

test('copies are downloaded, and hold what was sent', async ({ page }) => {
  const reference = await openOwnPage(page, 'Copy Lane Pantry')
  const copies = [
    ['Web page', `evidence-${reference}.html`],
    ['PDF', `evidence-${reference}.pdf`],
    ['Data (JSON)', `evidence-${reference}.json`],
  ] as const
  for (const [name, file] of copies) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name, exact: true }).click(),
    ])
    expect(download.suggestedFilename()).toBe(file)
  }
  const own = page.url()
  const html = await (await page.request.get(`${own}/copy.html`)).text()
  expect(html).toContain('Copy Lane Pantry')
  const data = await (await page.request.get(`${own}/data.json`)).json()
  expect(data).toMatchObject({ reference, answers: { organisation: { organisationName: 'Copy Lane Pantry' } } })
  const zip = await page.request.get(`${own}/data.zip`)
  expect((await zip.body()).subarray(0, 2).toString()).toBe('PK')
})

test('a correction is sent from the check page, and both versions are shown', async ({ page }) => {
  await openOwnPage(page, 'Correction Lane Pantry')
  await page.getByRole('button', { name: 'Correct it' }).click()
  await page.waitForURL('**/submit/check')
  await page.getByRole('link', { name: 'Change what happened?' }).click()
  await page.getByLabel('What happened?').fill('Eight of us opened the old shop.')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/submit/check')
  await page.getByRole('button', { name: /^Send your/ }).click()
  await page.waitForURL(/\/evidence\/[\w-]{43}$/)
  await page.getByText(/^\d+ \w+ \d{4}: What happened\?/).click()
  const corrections = page.getByRole('region', { name: 'What you corrected' })
  await expect(corrections.getByText('Six of us opened the old shop as a pantry')).toBeVisible()
  await expect(corrections.getByText('Eight of us opened the old shop.')).toBeVisible()
  await expectAccessible(page)
})

test('another example begins with what was said of the organisation', async ({ page }) => {
  await openOwnPage(page, 'Another Lane Pantry')
  await page.getByRole('button', { name: 'Give another example' }).click()
  await page.waitForURL('**/submit/organisation')
  await expect(page.getByLabel('Name of your organisation or group')).toHaveValue('Another Lane Pantry')
  await expect(page.getByLabel('Neighbourhood group')).toBeChecked()
  await expect(page.getByLabel('Our own work')).not.toBeChecked()
})

test('the telephone number is hidden from a researcher who looks at it, within a second of a no', async ({
  page,
  signedIn,
}) => {
  await page.goto('/submit')
  while (stepOf(page) !== 'contact') await answerStep(page, { organisation: 'Number Lane Pantry' })
  await page.getByRole('radiogroup', { name: 'May we telephone you?' }).getByLabel('Yes', exactly).check()
  await page.getByLabel('Telephone number').fill('01632 960999')
  await page.getByRole('radiogroup', { name: 'May we publish your example?' }).getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/submit/check')
  await page.getByRole('button', { name: 'Send your evidence' }).click()
  await page.getByRole('link', { name: 'Open your private page' }).click()
  const caption = await page.getByText(/Your evidence · WM-/).innerText()
  const reference = caption.split(' · ')[1] ?? ''

  const researcher = await signedIn('bvsc')
  await researcher.goto(`/workspace/submissions/${reference}`)
  await researcher.getByRole('button', { name: 'Show contact details' }).click()
  await expect(researcher.getByText('01632 960999')).toBeVisible()

  await change(page, 'May we telephone you?', 'No')
  await page
    .getByRole('region', { name: 'May we telephone you?' })
    .getByRole('button', { name: 'Save this answer' })
    .click()
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible()
  await expect(researcher.getByText('01632 960999')).toBeHidden({ timeout: 1_000 })
  await researcher.reload()
  await expect(researcher.getByText('Must not be telephoned')).toBeVisible()
  expect(await researcher.content()).not.toContain('01632 960999')
})

test('a no to publishing is obeyed on the page, and a wish asks for an address', async ({ page }) => {
  await openOwnPage(page, 'Consent Lane Pantry')
  await change(page, 'May we publish your example?', 'No, use it for research only')
  await page.getByRole('region', { name: 'May we publish your example?' }).getByRole('button').click()
  await expect(page.getByRole('region', { name: 'May we publish your example?' }).locator('strong')).toHaveText(
    'No, use it for research only',
  )
  await change(page, 'Tell me what becomes of it', 'Yes')
  const wish = page.getByRole('region', { name: 'Tell me what becomes of it' })
  await wish.getByRole('button').click()
  await expect(wish.getByRole('alert')).toHaveText('Enter an email address, so that we can write to you')
  await wish.getByLabel('Email address').fill('consent@lane.example')
  await wish.getByRole('button').click()
  await expect(wish.locator('strong')).toHaveText('Yes')
})

test('a withdrawal asks for the reference, is final, and the link says so', async ({ page, signedIn }) => {
  const reference = await openOwnPage(page, 'Withdrawn Lane Pantry', 'withdrawn@lane.example')
  const own = page.url()
  await page.getByRole('link', { name: 'Withdraw your evidence' }).click()
  await page.getByLabel('Type your reference to confirm').fill('WM-0000-0000')
  await page.getByRole('button', { name: 'Withdraw for good' }).click()
  await expect(page.getByRole('link', { name: `Enter the reference of this evidence, ${reference}` })).toBeVisible()
  await page.getByLabel('Type your reference to confirm').fill(reference.toLowerCase())
  await page.getByRole('button', { name: 'Withdraw for good' }).click()
  await expect(page.getByRole('heading', { name: 'You have withdrawn this evidence' })).toBeVisible()
  await expectAccessible(page)
  expect(await page.content()).not.toContain('withdrawn@lane.example')
  for (const path of ['copy.html', 'copy.pdf', 'data.json', 'data.zip'])
    expect((await page.request.get(`${own}/${path}`)).status(), path).toBe(410)
  const researcher = await signedIn('bvsc')
  expect((await researcher.goto(`/workspace/submissions/${reference}`))?.status()).toBe(404)
})

test('a new link from staff replaces the one before, which says so', async ({ page, signedIn }) => {
  const reference = await openOwnPage(page, 'Lost Lane Pantry', 'lost@lane.example')
  const own = page.url()
  const researcher = await signedIn('bvsc')
  await researcher.goto(`/workspace/submissions/${reference}`)
  const panel = researcher.getByRole('region', { name: 'Private link' })
  await panel.getByText('Send a new link').click()
  await panel.getByRole('button', { name: 'Send the link' }).click()
  await expect(panel.getByRole('link', { name: 'Enter who asked for it' })).toBeVisible()
  await panel.getByLabel('Who asked for it').fill('The coordinator')
  await panel.getByLabel('How you checked that it is theirs').fill('Called the number on their website.')
  await panel.getByRole('button', { name: 'Send the link' }).click()
  await expect(researcher.getByRole('article').getByText('Called the number on their website.').first()).toBeVisible()
  const answer = await page.goto(own)
  expect(answer?.status()).toBe(410)
  await expect(page.getByRole('heading', { name: 'This private link has been replaced' })).toBeVisible()
  await expectAccessible(page)
})

test('links that do not exist are 404, and after ten of them the network waits', async ({ page }) => {
  for (let index = 0; index < 10; index += 1) {
    const answer = await page.request.get(`/evidence/${String(index).padEnd(43, 'x')}`)
    expect(answer.status()).toBe(404)
  }
  const answer = await page.goto(`/evidence/${'y'.repeat(43)}`)
  expect(answer?.status()).toBe(429)
  await expect(page.getByRole('heading', { name: 'Too many links that do not exist' })).toBeVisible()
  expect((await page.request.get(`/evidence/${'y'.repeat(43)}/data.json`)).status()).toBe(429)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a consent is changed, and evidence withdrawn', async ({ page }) => {
    const reference = await openOwnPage(page, 'Plain Lane Pantry')
    await change(page, 'May we publish your example?', 'No, use it for research only')
    await page.getByRole('region', { name: 'May we publish your example?' }).getByRole('button').click()
    await expect(page.getByRole('region', { name: 'May we publish your example?' }).locator('strong')).toHaveText(
      'No, use it for research only',
    )
    await page.getByRole('link', { name: 'Withdraw your evidence' }).click()
    await page.getByLabel('Type your reference to confirm').fill(reference)
    await page.getByRole('button', { name: 'Withdraw for good' }).click()
    await expect(page.getByRole('heading', { name: 'You have withdrawn this evidence' })).toBeVisible()
  })
})
