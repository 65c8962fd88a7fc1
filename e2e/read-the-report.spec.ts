import type { Page } from '@playwright/test'

import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

/** Presses a link that is in sight or not, as somebody without a mouse does. */
async function follow(page: Page, name: string | RegExp) {
  const link = page.getByRole('link', { name, exact: typeof name === 'string' }).first()
  await link.focus()
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
}

async function fromSentenceToEvidenceAndBack(page: Page) {
  await page.goto('/')
  await follow(page, 'Report')
  await expect(page).toHaveURL(/\/report$/)
  await follow(page, /Those who kept working$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Those who kept working')
  const words = 'The people on the list were the ones on £8.90 an hour with no car.'
  const sentence = page.getByText(words).first()
  const address = page.url()

  // there: the sign of the note, and the evidence behind it
  const sign = sentence.getByRole('link', { name: /^Note \d+$/ })
  const n = (await sign.innerText()).trim()
  await sign.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${address}#note-${n}`)
  // the focus goes on from the note, so that the next key finds its links
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: `Read the evidence behind note ${n}` })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `Note ${n}` })).toBeVisible()
  await expect(page.getByText('from the evidence given by a social enterprise')).toBeVisible()
  await expect(page.locator('main').getByText(words).first()).toBeVisible()

  // back, in one
  await follow(page, /^Back to/)
  await expect(page).toHaveURL(new RegExp(`^${address}#p\\d+$`))
  await expect(sentence).toBeInViewport()
}

test('a reader goes from a sentence to the evidence and back by keyboard, and takes the report away', async ({
  page,
}) => {
  await fromSentenceToEvidenceAndBack(page)
  await expectAccessible(page)
  await page.goto('/report/what-organisations-did')
  await expect(page.getByRole('img', { name: /What settled responses are about/ })).toBeVisible()
  await page.getByText('The figures behind it').first().click()
  await expect(page.getByRole('table').first()).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await expectNoSidewaysScroll(page)
  for (const [file, type, begins] of [
    ['report.pdf', 'application/pdf', '%PDF-'],
    ['report.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
  ] as const) {
    const answer = await page.request.get(`/${file}`)
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, type])
    expect((await answer.body()).subarray(0, begins.length).toString()).toBe(begins)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a reader goes from a sentence to the evidence and back', async ({ page }) => {
    await fromSentenceToEvidenceAndBack(page)
  })
})

test('the teams change a section, approve it, and readers get another edition with what it changes', async ({
  signedIn,
  page: reader,
}) => {
  test.setTimeout(120_000) // four people, one after the other
  const added = 'Codes that were retired are not listed (journey).'
  const lead = await signedIn('lead')
  await lead.goto('/workspace/report')
  await lead.getByRole('list', { name: 'Appendices' }).getByRole('link', { name: 'Codebook', exact: true }).click()
  const text = lead.getByRole('textbox', { name: 'Text', exact: true })
  await text.click()
  await lead.keyboard.press('ControlOrMeta+End')
  await lead.keyboard.insertText(` ${added}`)
  await lead.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(lead.getByText('Saved.', { exact: true })).toBeVisible()
  await lead.goto('/workspace/report/preview')
  await lead.getByRole('button', { name: 'Send for review' }).click()
  await expect(lead.getByText(/^Still to approve: BVSC, Coventry, Wolverhampton/)).toBeVisible()

  const standing = {
    wolverhampton: /^Still to approve: BVSC, Coventry\./,
    bvsc: /^Still to approve: Coventry\./,
    coventry: /^All teams have approved it\./,
  }
  for (const account of ['wolverhampton', 'bvsc', 'coventry'] as const) {
    const page = await signedIn(account)
    await page.goto('/workspace/report/preview')
    await expect(page.getByText(added)).toBeVisible()
    await page.getByRole('radio', { name: 'Approve it' }).check()
    await page.getByRole('button', { name: 'Send your review' }).click()
    await expect(page.getByText(standing[account])).toBeVisible()
  }

  await lead.reload()
  await lead.getByLabel('What this edition changes').fill('It says what the codebook leaves out.')
  await lead.getByRole('button', { name: 'Publish edition 2' }).click()
  await expect(lead.getByText('Readers have it as it stands.', { exact: false })).toBeVisible()

  await reader.goto('/report')
  await expect(reader.getByText(/^Edition 2, /)).toBeVisible()
  await expect(reader.getByText('It says what the codebook leaves out.').first()).toBeVisible()
  await reader.getByRole('link', { name: /Codebook$/ }).click()
  await expect(reader.getByText(added)).toBeVisible()
  await reader.goto('/report')
  await reader.getByRole('link', { name: /^Edition 1 of / }).click()
  await expect(reader.getByText('This is an earlier edition')).toBeVisible()
  await expect(reader.getByText(added)).toHaveCount(0)
})
