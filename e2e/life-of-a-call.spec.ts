import type { Page } from '@playwright/test'

import { accounts, expect, expectAccessible, signIn, test } from './fixtures'
import { expectWhole, freePort, startPortal, testDataDir } from './portal'
import { answerStep, referenceShown, stepOf } from './respondent'

/** What `datetime-local` takes: a day from now, in whole days. */
function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16)
}

async function saveDates(lead: Page, dates: Record<string, string>) {
  await lead.goto('/workspace/call?part=dates')
  for (const [label, value] of Object.entries(dates)) await lead.getByLabel(label).fill(value)
  await lead.getByRole('button', { name: 'Save dates' }).click()
  await expect(lead.getByText('Saved. The public page shows them now.')).toBeVisible()
}

test('one address through the life of a call: not open, open, closed with grace, closed, with its outcome', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const portal = await startPortal({ dataDir: testDataDir('life-of-a-call', { fresh: true }), port: await freePort() })
  const open = async (storageState?: Awaited<ReturnType<typeof signIn>>) =>
    (await browser.newContext({ baseURL: portal.origin, ...(storageState ? { storageState } : {}) })).newPage()
  try {
    const lead = await open(await signIn(browser, accounts.lead, 'demonstration', portal.origin))
    const [visitor, early, late] = [await open(), await open(), await open()]
    const start = visitor.getByRole('link', { name: 'Give evidence' })

    await saveDates(lead, { 'Opens (optional)': daysFromNow(2) })
    await visitor.goto('/')
    await expect(visitor.getByText('This call has not opened yet')).toBeVisible()
    await expect(start).toBeHidden()
    await expectAccessible(visitor)
    await visitor.goto('/submit/organisation')
    await expect(visitor.getByRole('heading', { name: 'This call has not opened yet' })).toBeVisible()

    await lead.goto('/workspace/call?part=dates')
    await lead.getByRole('button', { name: 'Open the call' }).click()
    await expect(lead.getByRole('button', { name: 'Close the call now' })).toBeVisible()
    await visitor.goto('/')
    await expect(start).toBeVisible()
    await early.goto('/submit')
    await answerStep(early, { organisation: 'Begun in Time (example)' })

    await lead.getByRole('button', { name: 'Close the call now' }).click()
    await expect(lead.getByRole('button', { name: 'Open the call' })).toBeVisible()
    await visitor.goto('/')
    await expect(visitor.getByText('This call has closed')).toBeVisible()
    await expect(start).toBeHidden()
    await late.goto('/submit/organisation')
    await expect(late.getByRole('heading', { name: 'This call has closed' })).toBeVisible()

    await early.goto('/submit')
    while (stepOf(early) !== 'done') await answerStep(early, { organisation: 'Begun in Time (example)' })
    expect(await referenceShown(early)).toMatch(/^WM-/)

    await lead.goto('/workspace/call?part=text')
    await lead
      .getByLabel('Outcome (optional)')
      .fill('The report is with the authority. Twelve case studies can be read now.')
    await lead.getByRole('button', { name: 'Save text' }).click()
    await expect(lead.getByText('Saved. The public page shows it now.')).toBeVisible()
    await visitor.goto('/')
    await expect(visitor.getByText('What came of it')).toBeVisible()
    await expect(visitor.getByText('Twelve case studies can be read now.')).toBeVisible()
    await visitor.getByRole('link', { name: 'Read the case studies' }).click()
    await expect(visitor.getByRole('heading', { level: 1, name: 'Case studies' })).toBeVisible()
    await expectWhole(portal.dataDir)
  } finally {
    await portal.stop()
  }
})
