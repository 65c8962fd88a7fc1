import { expect, expectAccessible, test } from './fixtures'

const stamp = () => Math.random().toString(36).slice(2, 8)

test('a response told by telephone is entered, kept unfinished, and sent', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  const title = `A choir by telephone ${stamp()}`
  await page.goto('/workspace/intake')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'From a telephone call' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Enter a response' })).toBeVisible()
  await page.getByLabel('Give your example a title').fill(title)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved. Before it can be sent:')).toBeVisible()
  await expect(page.getByText('Enter the name of your organisation or group')).toBeVisible()
  await expectAccessible(page)

  await page.goto('/workspace/intake')
  await page.getByRole('link', { name: title }).click()
  await page.getByLabel('Name of your organisation or group').fill('Cradley Singers (example)')
  await page.getByRole('radio', { name: 'Neighbourhood group' }).check()
  await page.getByRole('radio', { name: 'Our own work' }).check()
  await page.getByRole('checkbox', { name: 'Dudley' }).check()
  await page.getByRole('checkbox', { name: 'None of these' }).check()
  await page.getByLabel('What happened?').fill('Forty people sang down the line every Tuesday.')
  await page.getByLabel('A note (optional)').fill('Her daughter listened in.')
  await page.getByRole('button', { name: 'Send as evidence' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Select')
  await expect(page.getByLabel('Give your example a title')).toHaveValue(title)
  await page.getByRole('group', { name: 'May we telephone you?' }).or(page.getByRole('radiogroup', { name: 'May we telephone you?' })).getByRole('radio', { name: 'No' }).check() // prettier-ignore
  await page.getByRole('radio', { name: 'No, use it for research only' }).check()
  await page.getByRole('button', { name: 'Send as evidence' }).click()

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('By telephone', { exact: true })).toBeVisible()
  await expect(page.getByText('Her daughter listened in.')).toBeVisible()
})

test('mails are dropped in, each once, and one becomes a response in two clicks', async ({ signedIn }) => {
  const page = await signedIn('coventry')
  const subject = `A bench outside the library ${stamp()}`
  const letter = (to: string) =>
    `From: Jo Reed <jo-${stamp()}@reading-bench.example>\r\nSubject: ${to}\r\nMessage-ID: <${stamp()}@reading-bench.example>\r\n\r\nWe put out a bench.\r\n\r\nOn Mon, 2 Nov 2026, The call wrote:\r\n> Please write to us\r\n`
  const mbox = `From a Tue Nov 24 16:00:00 2026\n${letter(subject)}\nFrom b Tue Nov 24 16:00:00 2026\n${letter(`${subject} again`)}`
  const file = { name: 'letters.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mbox) }
  await page.goto('/workspace/intake')
  await page.getByLabel('Files that end in .eml or .mbox').setInputFiles(file)
  await page.getByRole('button', { name: 'Add mails' }).click()
  await expect(page.getByText('2 new, 0 that were here already.')).toBeVisible()
  await page.getByLabel('Files that end in .eml or .mbox').setInputFiles(file)
  await page.getByRole('button', { name: 'Add mails' }).click()
  await expect(page.getByText('0 new, 2 that were here already.')).toBeVisible()

  await page.getByRole('link', { name: subject, exact: true }).click()
  await expect(page.getByText('We put out a bench.')).toBeVisible()
  await expect(page.getByText('Please write to us')).toBeHidden()
  await page.getByText('Quoted from an earlier mail').click()
  await expect(page.getByText('Please write to us')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make it a response' }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue('We put out a bench.')
  await expect(page.getByLabel('Give your example a title')).toHaveValue(subject)
  await expect(page.getByText('The sender got a private link')).toBeVisible()
  await expectAccessible(page)
})

test('a mail that is no response is set aside with a reason, and comes back', async ({ signedIn }) => {
  const page = await signedIn('wolverhampton')
  const subject = `An offer of chairs ${stamp()}`
  await page.goto('/workspace/intake')
  await page.getByLabel('Files that end in .eml or .mbox').setInputFiles({
    name: 'offer.eml',
    mimeType: 'message/rfc822',
    buffer: Buffer.from(`From: Chairs <sales@chairs.example>\r\nSubject: ${subject}\r\n\r\nBuy chairs.\r\n`),
  })
  await page.getByRole('button', { name: 'Add mails' }).click()
  await page.getByRole('link', { name: subject }).click()
  await page.getByRole('button', { name: 'Set aside' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Enter why it is set aside')
  await page.getByLabel('Why it is no response').fill('An advertisement')
  await page.getByRole('button', { name: 'Set aside' }).click()
  await expect(page.getByText('Set aside: An advertisement')).toBeVisible()
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(page.getByRole('button', { name: 'Make it a response' })).toBeVisible()
})

test('what was sent twice stands side by side; a lead merges it and parts it again', async ({ signedIn }) => {
  const page = await signedIn('lead')
  await page.goto('/workspace/submissions?q=%22nineteen+care+homes%22')
  await page.getByRole('link', { name: 'Reusable gowns for nineteen care homes', exact: true }).click()
  await page.waitForURL(/\/WM-/)
  const reference = /WM-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.url())?.[0] ?? ''
  await page.getByRole('link', { name: /^Compare with/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Side by side' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: new RegExp(`^Keep (?!${reference})`) }).click()
  await expect(page.getByText('Another submission is merged into this one')).toBeVisible()
  await page.getByRole('link', { name: reference }).click()
  await expect(page.getByText('Merged into another submission')).toBeVisible()
  await page.getByRole('button', { name: 'Part them again' }).click()
  await expect(page.getByText('Merged into another submission')).toBeHidden()
})

test('a campaign is one text in the list, and every sender can be seen', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  await page.goto('/workspace/submissions?q=%22a+socket+and+a+rota%22')
  await expect(page.getByText('4 submissions, 1 different text')).toBeVisible()
  await page.getByRole('link', { name: '1 text, 4 senders' }).click()
  await expect(page.getByRole('heading', { name: 'Same text' })).toBeVisible()
  await page.getByRole('listitem').filter({ hasText: 'Redditch Share Shelf (example)' }).getByRole('link').click()
  await expect(page.getByText('Somebody sent this text before')).toBeVisible()
})

test('a mail that came back shows on its submission', async ({ signedIn }) => {
  const page = await signedIn('lead')
  await page.goto('/workspace/submissions?q=bridal+reusable+gowns')
  await page.getByRole('link', { name: 'From bridal wear to reusable gowns for nineteen care homes' }).click()
  await expect(page.getByText('A mail to the respondent came back')).toBeVisible()
})

test('WMCA staff and administrators see nothing of it', async ({ signedIn }) => {
  for (const who of ['staff', 'administrator'] as const) {
    const page = await signedIn(who)
    const answer = await page.goto('/workspace/intake')
    expect(answer?.status()).toBe(404)
  }
})
