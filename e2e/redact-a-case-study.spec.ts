import type { Page } from '@playwright/test'

import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { giveEvidence } from './respondent'

// What is planted here stands in no other journey: none of it may reach a reader.
const planted = ['Zdzzena', 'Quuxova', '07700 900654', 'planted@portal.example', '47 Quuxley Road', 'WV2 4DJ']
const example = {
  organisation: 'Towpath Soup Circle',
  title: 'Soup carried along the towpath',
  email: 'zdzzena.quuxova@towpath.example',
}

async function decide(author: Page, words: string, choice: 'Keep it' | 'Replace it' | 'Remove it', said?: string) {
  await author
    .getByRole('radiogroup', { name: `“${words}”`, exact: true })
    .getByLabel(choice, { exact: true })
    .check()
  if (choice === 'Replace it') await author.getByLabel(`What stands in place of “${words}”?`).fill(said ?? '')
  if (choice === 'Keep it') await author.getByLabel(`Why is “${words}” kept?`).fill(said ?? '')
}

async function approve(reviewer: Page): Promise<void> {
  await reviewer.getByLabel('Approve it').check()
  await reviewer.getByRole('button', { name: 'Send your review' }).click()
}

test('names and numbers are decided, released by somebody else, and reach no reader', async ({
  signedIn,
  page,
  request,
}) => {
  test.setTimeout(180_000)
  const reference = await giveEvidence(page, example)
  const [author, bvsc, coventry, lead] = [
    await signedIn('wolverhampton'),
    await signedIn('bvsc'),
    await signedIn('coventry'),
    await signedIn('lead'),
  ]

  await test.step('the author writes more than readers should get', async () => {
    await author.goto(`/workspace/submissions/${reference}`)
    await author.getByLabel('Shortlisted').check()
    await author.getByRole('button', { name: 'Save progress' }).click()
    await author.getByRole('button', { name: 'Write a case study' }).click()
    await author.waitForURL(/\/workspace\/case-studies\/[0-9a-f-]{36}$/)
    const fill = (label: string, text: string) => author.getByLabel(label, { exact: true }).fill(text)
    await fill('Title', 'Zdzzena Quuxova carries soup')
    await fill('Summary', 'Ring 07700 900654 for soup.')
    await fill('What happened', 'They wrote to planted@portal.example, and met at 47 Quuxley Road, WV2 4DJ.')
    await fill('What was new', 'Soup came by water.')
    await fill('What difference it made', 'Nobody along the towpath went hungry.')
    await fill('What others can take from it', 'Use the water. Samina says so.')
    await fill('Quotation', 'Soup floats.')
    await fill('Who said it', 'Zdzzena Quuxova, cook')
    await author.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(
      author.getByText('6 things in the text may point to a person or a place.', { exact: false }),
    ).toBeVisible()
    await expectAccessible(author)
    await author.getByRole('button', { name: 'Send for review' }).click()
    await expect(author.getByText(/^Decide under “Before publication” what is to become of/).first()).toBeVisible()
  })
  const desk = new URL(author.url()).pathname

  await test.step('each is replaced, removed or kept with a reason', async () => {
    await decide(author, 'Samina', 'Keep it')
    await author.getByRole('button', { name: 'Save decisions' }).click()
    await expect(author.getByRole('link', { name: 'Enter why “Samina” is kept' })).toBeVisible()
    await decide(author, 'Samina', 'Keep it', 'She asked to be named')
    await decide(author, 'Zdzzena Quuxova', 'Replace it', 'A cook')
    await decide(author, '07700 900654', 'Replace it', 'the kitchen')
    await decide(author, 'planted@portal.example', 'Replace it', 'the council')
    await decide(author, '47 Quuxley Road', 'Replace it', 'the lock')
    await decide(author, 'WV2 4DJ', 'Remove it')
    await author.getByRole('button', { name: 'Save decisions' }).click()
    await expect(author.getByText('All is decided.', { exact: false })).toBeVisible()
    await expect(author.getByRole('button', { name: 'Release it' })).toHaveCount(0)
    await author.goto(`${desk}?view=preview`)
    await expect(author.getByText('They wrote to the council, and met at the lock.')).toBeVisible()
    await author.getByRole('button', { name: 'Send for review' }).click()
    await expect(author.getByText('Approved by 0 of the 2 teams it needs.', { exact: false })).toBeVisible()
  })

  await test.step('a reviewer releases it, then it is approved and published', async () => {
    await bvsc.goto(desk)
    await approve(bvsc)
    await expect(bvsc.getByText(/must release this text/).first()).toBeVisible()
    await bvsc.getByRole('button', { name: 'Release it' }).click()
    await expect(bvsc.getByText(/^Released by /)).toBeVisible()
    await expectNoSidewaysScroll(bvsc)
    await approve(bvsc)
    await expect(bvsc.getByText('Approved by 1 of the 2 teams it needs.', { exact: false })).toBeVisible()
    await coventry.goto(desk)
    await approve(coventry)
    await expect(coventry.getByText('It is approved, and stands in the library.', { exact: false })).toBeVisible()
    await lead.goto(desk)
    await lead.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(lead.getByText('It is published.', { exact: false })).toBeVisible()
  })

  await test.step('no page, payload or list of readers holds what was planted', async () => {
    const staff = await signedIn('staff')
    const slug = 'a-cook-carries-soup'
    await page.goto(`/case-studies/${slug}`)
    await expect(page.getByRole('heading', { level: 1, name: 'A cook carries soup' })).toBeVisible()
    const paths = ['/case-studies', `/case-studies/${slug}`, '/case-studies?q=soup', '/sitemap.xml', '/data']
    const asked: Record<string, string>[] = [{}, { RSC: '1' }]
    for (const path of [...paths, '/api/v1/case-studies', `/api/v1/case-studies/${slug}`])
      for (const headers of asked) holdsNothing(await (await request.get(path, { headers })).text(), path)
    for (const path of ['/library', `/library/case-studies/${slug}`])
      for (const headers of asked) holdsNothing(await (await staff.request.get(path, { headers })).text(), path)
    for (const words of ['Zdzzena', 'Quuxova', 'Quuxley']) {
      await page.goto(`/case-studies?q=${words}`)
      await expect(page.getByRole('link', { name: 'A cook carries soup' })).toHaveCount(0)
    }
    expect((await page.goto('/case-studies/zdzzena-quuxova-carries-soup'))?.status()).toBe(404)
  })
})

function holdsNothing(body: string, path: string): void {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  for (const words of planted) expect(letters(body).includes(letters(words)), `${words} at ${path}`).toBe(false)
}
