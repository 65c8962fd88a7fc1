import type { Page } from '@playwright/test'

import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { giveEvidence } from './respondent'

const queue = '/workspace/follow-ups'
const row = (page: Page, reference: string) =>
  page.getByRole('list', { name: 'Follow-ups' }).getByRole('listitem').filter({ hasText: reference })

/** Sends evidence with a yes to a call, and answers its reference; the page is then the respondent's own. */
async function sayYes(page: Page, organisation: string): Promise<string> {
  const reference = await giveEvidence(page, { organisation })
  await page.getByRole('link', { name: 'Open your private page' }).click()
  await page.waitForURL(/\/evidence\/[\w-]{43}$/)
  const telephone = page.getByRole('region', { name: 'May we telephone you?' })
  await telephone.getByText('Change this answer').click()
  await telephone.getByRole('radio', { name: 'Yes' }).check()
  await telephone.getByLabel('Telephone number').fill('0121 496 0777')
  await telephone.getByLabel('Best times to call').fill('Mornings, or 0121 496 0778')
  await telephone.getByRole('button', { name: 'Save this answer' }).click()
  await expect(telephone.getByText('Saved. It holds from now on.')).toBeVisible()
  return reference
}

async function sayNo(page: Page): Promise<void> {
  const telephone = page.getByRole('region', { name: 'May we telephone you?' })
  if (!(await telephone.getByRole('radio', { name: 'No' }).isVisible()))
    await telephone.getByText('Change this answer').click()
  await telephone.getByRole('radio', { name: 'No' }).check()
  await telephone.getByRole('button', { name: 'Save this answer' }).click()
}

test('a researcher telephones who said yes, until they take it back', async ({ page: respondent, signedIn }) => {
  const reference = await sayYes(respondent, 'Ringing Lane Pantry')
  const page = await signedIn('bvsc')
  await page.goto(`${queue}?show=untried`)
  await expect(row(page, reference)).toContainText('Mornings, or (number hidden)')
  await page.goto(`${queue}/${reference}`)
  await expect(page.getByText('0121 496 0777')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show contact details' }).click()
  await expect(page.getByText('0121 496 0777')).toBeVisible()
  await page.getByRole('button', { name: 'Take this call' }).click()
  await expect(page.getByText('You have taken this call.')).toBeVisible()

  const form = page.getByRole('form', { name: 'Write down a call' })
  await form.getByLabel('Call back').check()
  await form.getByLabel('Note (optional)').fill('They were at the till.')
  await form.getByRole('button', { name: 'Save the call' }).click()
  await expect(form.getByRole('link', { name: 'Enter when to call back' })).toBeVisible()
  const year = new Date().getFullYear() + 1
  await form.getByLabel('Next call (optional)').fill(`${year}-07-01T10:30`)
  await form.getByRole('button', { name: 'Save the call' }).click()
  const calls = page.getByRole('list', { name: 'Calls so far' })
  await expect(calls.getByRole('listitem')).toContainText(['They were at the till.'])
  await expect(page.getByText(`Next call 1 July ${year} at 10:30`)).toBeVisible()
  await expectAccessible(page)

  await calls.getByText('Correct the note').click()
  await calls.getByRole('textbox', { name: 'Note' }).fill('They were at the till, and glad that we asked.')
  await calls.getByRole('button', { name: 'Save the note' }).click()
  await expect(calls.getByRole('paragraph').filter({ hasText: 'glad that we asked' })).toBeVisible()

  const file = await page.request.get(`/api/workspace/follow-ups/${reference}/calendar.ics`)
  expect(file.headers()['content-type']).toContain('text/calendar')
  const text = await file.text()
  expect(text).toContain(`DTSTART:${year}0701T093000Z\r\n`)
  expect(text).toContain(reference)
  expect(text).not.toMatch(/0777|Ringing/)

  await page.getByRole('button', { name: 'Show contact details' }).click()
  await expect(page.getByText('0121 496 0777')).toBeVisible()
  await form.getByLabel('Note (optional)').fill('Typed while they changed their mind')
  await form.getByLabel('No answer').check()
  await sayNo(respondent)
  await expect(page.getByText('0121 496 0777')).toHaveCount(0)
  await form.getByRole('button', { name: 'Save the call' }).click()
  await expect(form.getByText('no longer wishes to be telephoned', { exact: false })).toBeVisible()
  await expect(form.getByLabel('Note (optional)')).toHaveValue('Typed while they changed their mind')
  await page.goto(`${queue}?who=mine`)
  await expect(row(page, reference)).toHaveCount(0)
  expect((await page.request.get(`/api/workspace/follow-ups/${reference}/calendar.ics`)).status()).toBe(404)
  await page.goto(`${queue}/${reference}`)
  await expect(page.getByText('Do not call this respondent.')).toBeVisible()
  await expect(calls.getByRole('paragraph').filter({ hasText: 'glad that we asked' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show contact details' })).toHaveCount(0)
})

test('a respondent who declines for good is recorded as a no', async ({ page: respondent, signedIn }) => {
  const reference = await sayYes(respondent, 'Declining Lane Pantry')
  const page = await signedIn('coventry')
  await page.goto(`${queue}/${reference}`)
  const form = page.getByRole('form', { name: 'Write down a call' })
  await form.getByLabel('Declined').check()
  await form.getByRole('button', { name: 'Save the call' }).click()
  await expect(form.getByRole('link', { name: 'Select whether they may still be telephoned' })).toBeVisible()
  await expectAccessible(page)
  await form.getByLabel('No, record that they do not wish to be telephoned').check()
  await form.getByRole('button', { name: 'Save the call' }).click()
  await expect(page.getByText('Do not call this respondent.')).toBeVisible()
  await respondent.reload()
  await expect(respondent.getByText('0121 496 0777')).toHaveCount(0)
})

test('the queue is filtered in its address, and due calls wait in my work', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  await page.goto('/workspace')
  const due = page.getByRole('region', { name: 'Calls to make' })
  await due.getByRole('link', { name: 'Sixteen teenagers phoned 2,700 tenants for their landlord' }).click()
  await expect(page.getByText('You have taken this call.')).toBeVisible()
  await page.goto(queue)
  await page
    .getByRole('navigation', { name: 'Parts of the queue' })
    .getByRole('link', { name: /^Due today/ })
    .click()
  await expect(page).toHaveURL(/show=due/)
  await page.getByRole('link', { name: 'Mine', exact: true }).click()
  await expect(page).toHaveURL(/show=due&who=mine/)
  await expect(page.getByRole('list', { name: 'Follow-ups' }).getByRole('listitem')).toHaveCount(1)
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
  }
  for (const account of ['staff', 'administrator'] as const)
    expect((await (await signedIn(account)).goto(queue))?.status()).toBe(404)
})
