import type { Page } from '@playwright/test'

import { expect, expectAccessible, expectNoSidewaysScroll, makePhoto, rewrite, test } from './fixtures'
import { answerStep, referenceShown, stepOf } from './respondent'

// Told by five people: an author, a reviewer of each of two other teams, the respondent on their private page, a lead.

const example = {
  organisation: 'Lantern Street Circle',
  title: 'Lanterns at every third door',
  email: 'lantern@street.example',
}
const title = 'Lanterns that said who was still at home'
const picture = 'A lantern in a window'
const slug = 'lanterns-that-said-who-was-still-at-home'

/** Gives evidence, asks to see the case study first, and stays on the private page. Answers the reference. */
async function giveAndAsk(page: Page): Promise<string> {
  await page.goto('/submit')
  while (stepOf(page) !== 'done') {
    if (stepOf(page) === 'contact') await page.getByLabel('Show me the case study before it is published').check()
    await answerStep(page, example)
  }
  const reference = await referenceShown(page)
  await page.getByRole('link', { name: 'Open your private page' }).click()
  await page.waitForURL(/\/evidence\/[\w-]{43}$/)
  return reference
}

async function save(author: Page): Promise<void> {
  await author.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(author.getByText('Saved.', { exact: true })).toBeVisible()
}

async function approve(reviewer: Page, desk: string, then: string): Promise<void> {
  await reviewer.goto(desk)
  await reviewer.getByLabel('Approve it').check()
  await reviewer.getByRole('button', { name: 'Send your review' }).click()
  await expect(reviewer.getByText(then)).toBeVisible()
}

/** Whether a page shows the picture: fetched, decoded, in a format of today, and from the portal. Answers where from. */
async function seesPicture(page: Page): Promise<string> {
  const image = page.getByRole('img', { name: picture })
  await image.scrollIntoViewIfNeeded()
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBeTruthy()
  const from = await image.evaluate((img: HTMLImageElement) => new URL(img.currentSrc).pathname)
  expect(from).toMatch(/\.avif$/)
  return from
}

/** The next full minute that is at least twenty seconds away, as a field of day and time has it in London. */
function soon(): string {
  const time = new Date(Math.ceil((Date.now() + 20_000) / 60_000) * 60_000)
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
  return parts.format(time).replace(' ', 'T')
}

test('from a shortlisted submission to a public page and back, by five people', async ({ signedIn, page, context }) => {
  test.setTimeout(420_000)
  const respondent = page
  const reference = await giveAndAsk(respondent)
  const author = await signedIn('wolverhampton')
  const [bvsc, coventry] = [await signedIn('bvsc'), await signedIn('coventry')]

  await test.step('the author shortlists it, and writes a case study', async () => {
    await author.goto(`/workspace/submissions/${reference}`)
    await author.getByLabel('Shortlisted').check()
    await author.getByRole('button', { name: 'Save progress' }).click()
    await author.getByRole('button', { name: 'Write a case study' }).click()
    await author.waitForURL(/\/workspace\/case-studies\/[0-9a-f-]{36}$/)
    await author.getByLabel('Title', { exact: true }).fill(title)
    await author.getByLabel('Summary', { exact: true }).fill('Neighbours hung out a lantern each evening.')
    await author.getByLabel('What happened', { exact: true }).fill('They hung lanterns.\n\nForty doors took part.')
    await author.getByLabel('What was new', { exact: true }).fill('Nobody had to knock.')
    await author.getByLabel('What difference it made', { exact: true }).fill('A dark door was seen within the hour.')
    await author.getByLabel('What others can take from it', { exact: true }).fill('Use what hangs in every shed.')
    await save(author)
  })

  await test.step('the author adds a picture, and says what it shows', async () => {
    const tools = author.getByRole('toolbar', { name: 'Form of the text: What happened' })
    await tools.getByRole('button', { name: 'Picture' }).click()
    const panel = author.getByRole('group', { name: 'Add a picture' })
    await panel.getByLabel('Picture').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') })
    await panel.getByRole('button', { name: 'Add picture' }).click()
    await expect(panel.getByText('Enter what the picture shows')).toBeVisible()
    await panel.getByLabel('What it shows').fill('A lantern in a window')
    await panel.getByRole('button', { name: 'Add picture' }).click()
    await expect(panel.getByText('The picture must be a JPEG, PNG, WebP or HEIC file')).toBeVisible()
    await expectAccessible(author)
    const photo = { name: 'lantern.jpg', mimeType: 'image/jpeg', buffer: await makePhoto() }
    await panel.getByLabel('Picture').setInputFiles(photo)
    await panel.getByLabel('Caption (optional)').fill('One of forty')
    await panel.getByRole('button', { name: 'Add picture' }).click()
    await expect(author.getByRole('img', { name: picture })).toBeVisible()
    await save(author)
    await author.getByRole('img', { name: picture }).click()
    const chosen = author.getByRole('group', { name: 'The selected picture' })
    await chosen.getByLabel('Caption (optional)').fill('One of forty lanterns')
    await chosen.getByLabel('Caption (optional)').press('Enter')
    await expect(author.getByLabel('What happened', { exact: true })).toContainText('One of forty lanterns')
    await save(author)
    await author.getByRole('button', { name: 'Send for review' }).click()
    await expect(author.getByText('Approved by 0 of the 2 teams it needs.')).toBeVisible()
  })
  const desk = `${new URL(author.url()).pathname}?view=preview`

  await test.step('a reviewer comments on words of it, and asks for changes', async () => {
    await bvsc.goto(desk)
    const words = bvsc.getByText('Forty doors took part.')
    await words.selectText()
    await bvsc.getByText('Comment on the selected words').click()
    await bvsc.getByLabel('Comment', { exact: true }).filter({ visible: true }).fill('Which doors?')
    await bvsc.getByRole('button', { name: 'Add comment' }).click()
    await expect(bvsc.getByRole('region', { name: /^Comment by/ })).toContainText('Which doors?')
    await expectAccessible(bvsc)
    await bvsc.getByLabel('Request changes').check()
    await bvsc.getByRole('button', { name: 'Send your review' }).click()
    await expect(bvsc.getByText('Its authors were asked for changes.')).toBeVisible()
  })

  await test.step('the author answers, changes it, and the comment says that its words are gone', async () => {
    await author.goto(desk)
    const comment = author.getByRole('region', { name: /^Comment by/ })
    await comment.getByText('Answer', { exact: true }).click()
    await comment.getByLabel('Your answer').fill('Those of Lantern Street.')
    await comment.getByRole('button', { name: 'Send answer' }).click()
    await expect(comment.getByText('Those of Lantern Street.')).toBeVisible()
    await author.goto(desk.replace('preview', 'edit'))
    const written = author.getByLabel('What happened', { exact: true })
    await written.getByText('Forty doors took part.').click({ clickCount: 3 })
    await author.keyboard.insertText('All doors of the street took part.')
    await save(author)
    await author.goto(desk)
    await expect(author.getByText('Comments about words that are no longer there')).toBeVisible()
    await comment.getByRole('button', { name: 'Resolve' }).click()
    await expect(author.getByText('1 resolved comment')).toBeVisible()
    await author.getByRole('button', { name: 'Send for review' }).click()
    await expect(author.getByText('Approved by 0 of the 2 teams it needs.')).toBeVisible()
  })

  await test.step('an edit takes an approval back, and the reviewer sees what changed', async () => {
    await approve(coventry, desk, 'Approved by 1 of the 2 teams it needs.')
    await author.goto(desk.replace('preview', 'edit'))
    await rewrite(author, 'What was new', 'Nobody had to knock or telephone.')
    await save(author)
    await author.getByRole('button', { name: 'Send for review' }).click()
    await expect(author.getByText('Approved by 0 of the 2 teams it needs.')).toBeVisible()
    await coventry.goto(desk)
    await coventry
      .getByRole('link', { name: /^What changed since/ })
      .first()
      .click()
    const changes = coventry.getByRole('region', { name: /approved it$/ })
    await expect(changes.getByRole('insertion').last()).toContainText('or telephone')
    await expectAccessible(coventry)
    await approve(coventry, desk, 'Approved by 1 of the 2 teams it needs.')
    await approve(bvsc, desk, 'It waits for the respondent’s yes')
  })

  const lead = await signedIn('lead')
  await test.step('the lead cannot publish it before the respondent, who is shown it, says yes', async () => {
    await lead.goto(desk)
    await lead.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(lead.getByRole('alert').filter({ hasText: 'asked to see it first' })).toBeVisible()
    await lead.getByText('Show it to the respondent').click()
    await lead.getByRole('button', { name: 'Show it' }).click()
    await expect(lead.getByText(/^Shown to the respondent on /)).toBeVisible()
    await respondent.reload()
    await expect(respondent.getByRole('heading', { name: title })).toBeVisible()
    await expectAccessible(respondent)
    await seesPicture(respondent)
    await respondent.setViewportSize({ width: 360, height: 740 })
    await expectNoSidewaysScroll(respondent)
    await respondent.getByLabel('Ask for a change').check()
    await respondent.getByRole('button', { name: 'Send my answer' }).click()
    await expect(respondent.getByRole('link', { name: 'Enter what should change' })).toBeVisible()
  })

  await test.step('the respondent says yes without script', async () => {
    const plain = await context
      .browser()
      ?.newContext({ javaScriptEnabled: false, baseURL: new URL(respondent.url()).origin })
    const own = await plain?.newPage()
    if (!own) throw new Error('No browser.')
    await own.goto(respondent.url())
    await own.getByLabel('Yes, publish it').check()
    await own.getByRole('button', { name: 'Send my answer' }).click()
    await expect(own.getByText(/^You said yes to this text on /)).toBeVisible()
    await plain?.close()
    await lead.goto(desk)
    await expect(lead.getByText(/^The respondent said yes to this text on .+ on their page/)).toBeVisible()
    await author.goto('/workspace')
    await expect(author.getByRole('listitem').filter({ hasText: title })).toContainText(
      'A respondent has said yes to it.',
    )
  })

  await test.step('the lead sets a time', async () => {
    await lead.getByText('Publish at a set time').click()
    await lead.getByLabel('Day and time').fill('2020-01-01T09:00')
    await lead.getByRole('button', { name: 'Set the time' }).click()
    await expect(lead.getByRole('link', { name: 'The day and the time must be in the future' })).toBeVisible()
    expect((await respondent.request.get(`/case-studies/${slug}`)).status()).toBe(404)
    await lead.getByLabel('Day and time').fill(soon())
    await lead.getByRole('button', { name: 'Set the time' }).click()
    await expect(lead.getByText(/^It is going to be published on .+ \(UK time\)/)).toBeVisible()
    await expectAccessible(lead)
  })

  const staff = await signedIn('staff')
  await test.step('meanwhile the library has it, and an address that is taken is refused', async () => {
    await staff.goto('/library?q=lantern')
    await expect(staff.getByRole('article').filter({ hasText: title })).toContainText('Approved, not yet published')
    await lead.getByText('Change its address').click()
    await lead.getByLabel('End of the address').fill('prescriptions-on-the-milk-round')
    await lead.getByRole('button', { name: 'Change the address' }).click()
    await expect(lead.getByRole('link', { name: /^Another case study has this address/ })).toBeVisible()
  })

  let shown = ''
  await test.step('when the time has come it is public, in gallery and search', async () => {
    await expect
      .poll(async () => (await respondent.request.get(`/case-studies/${slug}`)).status(), { timeout: 90_000 })
      .toBe(200)
    for (const path of ['/case-studies', '/case-studies?q=lantern']) {
      await respondent.goto(path)
      await expect(respondent.getByRole('link', { name: title })).toBeVisible()
    }
    await respondent.getByRole('link', { name: title }).click()
    shown = await seesPicture(respondent)
    await expect(respondent.getByText('One of forty lanterns')).toBeVisible()
  })

  await test.step('the old address leads on to another', async () => {
    await lead.goto(desk)
    await lead.getByText('Change its address').click()
    await lead.getByLabel('End of the address').fill('lantern-street')
    await lead.getByRole('button', { name: 'Change the address' }).click()
    await expect(lead.getByText('/case-studies/lantern-street')).toBeVisible()
    const moved = await respondent.request.get(`/case-studies/${slug}`, { maxRedirects: 0 })
    expect([moved.status(), moved.headers()['location']]).toEqual([308, '/case-studies/lantern-street'])
  })

  await test.step('unpublished it is not public at the moment, withdrawn it is gone for good', async () => {
    await lead.getByRole('button', { name: 'Unpublish' }).click()
    await expect(lead.getByText('A lead can publish it.')).toBeVisible()
    for (const end of ['lantern-street', slug]) {
      expect((await respondent.goto(`/case-studies/${end}`))?.status()).toBe(410)
      await expect(respondent.getByRole('heading', { level: 1 })).toHaveText(
        'This case study is not public at the moment',
      )
    }
    expect((await respondent.request.get(shown)).status()).toBe(404)
    await respondent.goto('/case-studies?q=lantern')
    await expect(respondent.getByRole('link', { name: title })).toHaveCount(0)
    await staff.reload()
    await expect(staff.getByRole('article').filter({ hasText: title })).toContainText('Approved, not yet published')
    await lead.getByText('Withdraw for good').click()
    await lead.getByLabel('To confirm, enter lantern-street').fill('lantern-street')
    await lead.getByRole('button', { name: 'Withdraw' }).click()
    await expect(lead.getByText('It is withdrawn for good.')).toBeVisible()
    expect((await respondent.goto(`/case-studies/${slug}`))?.status()).toBe(410)
    await expect(respondent.getByRole('heading', { level: 1 })).toHaveText('This case study has been withdrawn')
    await staff.reload()
    await expect(staff.getByRole('article').filter({ hasText: title })).toHaveCount(0)
  })
})
