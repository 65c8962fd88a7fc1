import type { Locator, Page } from '@playwright/test'

import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  makeDocx,
  makeHeic,
  makeHugePng,
  makePdf,
  makePhoto,
  makeZip,
  test,
} from './fixtures'
import { answerStep, giveEvidence, referenceShown, stepOf } from './respondent'

type Sent = { name: string; mimeType: string; buffer: Buffer }

const sendable = (name: string, buffer: Buffer, mimeType = 'application/octet-stream'): Sent => ({
  name,
  mimeType,
  buffer,
})
const report = () => sendable('Our report.pdf', makePdf('THE-REPORT'))

async function goToMaterial(page: Page, organisation: string) {
  await page.goto('/submit')
  while (stepOf(page) !== 'material') await answerStep(page, { organisation })
}

/** With script, the button opens what the browser has for choosing files. */
async function choose(page: Page, ...files: Sent[]) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Add (?:a|another) file$/ }).click(),
  ])
  await chooser.setFiles(files)
}

const rows = (page: Page): Locator => page.getByRole('list', { name: 'Files you have added' }).getByRole('listitem')
const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name })

test.describe('with JavaScript', () => {
  test('a respondent adds a report and a photograph, and a researcher opens them', async ({ page, signedIn }) => {
    await goToMaterial(page, 'Shelves and Pots (example)')
    await choose(page, report(), sendable('IMG_0412.HEIC', makeHeic()))
    await expect(row(page, 'Our report.pdf')).toContainText('PDF, ')
    await expect(row(page, 'IMG_0412.jpg')).toContainText('JPEG, ')
    await expect(page.getByText('IMG_0412.jpg was added')).toBeAttached()
    const description = page.getByLabel('What does IMG_0412.jpg show? (optional)')
    await description.fill('Shelves full of tins')
    await expect(page.getByText('Description saved')).toBeVisible()
    await description.press('Enter') // it must neither send nor remove anything
    await expect(rows(page)).toHaveCount(2)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)

    await page.reload()
    await expect(description).toHaveValue('Shelves full of tins')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(url => url.pathname.endsWith('/contact'))
    await answerStep(page, { organisation: '' })
    await expect(page.getByText('IMG_0412.jpg: Shelves full of tins')).toBeVisible()
    await page.getByRole('link', { name: 'Change files' }).click()
    await expect(row(page, 'Our report.pdf')).toBeVisible()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(/\/check$/)
    await answerStep(page, { organisation: '' })

    const researcher = await signedIn('bvsc')
    await researcher.goto(`/workspace/submissions/${await referenceShown(page)}`)
    const panel = researcher.getByRole('region', { name: 'Files' })
    await expect(panel.getByRole('img', { name: 'Shelves full of tins' })).toBeVisible()
    await expectAccessible(researcher)
    const link = panel.getByRole('link', { name: 'Our report.pdf' })
    const [download] = await Promise.all([researcher.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('Our report.pdf')
    const address = (await link.getAttribute('href')) ?? ''
    const answer = await researcher.request.get(address)
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Our report.pdf"; filename*=UTF-8''Our%20report.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    expect(await answer.text()).toContain('THE-REPORT')
    for (const account of ['staff', 'administrator'] as const) {
      const stranger = await signedIn(account)
      expect((await stranger.request.get(address)).status()).toBe(404)
    }
  })

  test('files that are not taken say why, each beside its name', async ({ page }) => {
    test.slow()
    await goToMaterial(page, 'Bad Files (example)')
    const wrong: [Sent, string][] = [
      [sendable('letter.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')), 'The selected file must be a PDF, DOCX, ODT, JPEG, PNG, HEIC or WebP'],
      [sendable('photo.jpg', Buffer.from('MZ\u0000\u0000 a program')), 'The selected file must be a PDF, DOCX, ODT, JPEG, PNG, HEIC or WebP'],
      [sendable('both.pdf', Buffer.concat([makePdf(), await makeZip({ a: 'a' })])), 'The selected file must be a PDF, DOCX, ODT, JPEG, PNG, HEIC or WebP'],
      [sendable('bomb.docx', await makeDocx({ 'word/bomb.xml': Buffer.alloc(30_000_000) })), 'The selected file must be a PDF, DOCX, ODT, JPEG, PNG, HEIC or WebP'],
      [sendable('macro.docx', await makeDocx({ 'word/vbaProject.bin': 'x' })), 'The selected file must not contain macros. Save it without them, or as a PDF'],
      [sendable('huge.png', await makeHugePng()), 'The selected picture must have fewer than 60 million pixels. Make it smaller and try again'],
      [sendable('cut.jpg', (await makePhoto()).subarray(0, 300)), 'The selected file could not be read. It may be damaged'],
      [sendable('nothing.pdf', Buffer.alloc(0)), 'The selected file is empty'],
      [sendable('large.pdf', Buffer.alloc(10_485_761, 'x')), 'The selected file must be smaller than 10 MB'],
    ] // prettier-ignore
    // no more than fit at once: those over it would hear of that alone
    for (const some of [wrong.slice(0, 5), wrong.slice(5)]) {
      await choose(page, ...some.map(([file]) => file))
      for (const [{ name }, sentence] of some)
        await expect(row(page, name)).toContainText(sentence, { timeout: 20_000 })
    }
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Remove bomb.docx' }).click()
    await expect(rows(page)).toHaveCount(wrong.length - 1)
    await page.reload()
    await expect(rows(page)).toHaveCount(0)
  })

  test('five files fit, and the sixth is told so', async ({ page }) => {
    await goToMaterial(page, 'Six Files (example)')
    await choose(page, ...Array.from({ length: 6 }, (_, at) => sendable(`report ${at + 1}.pdf`, makePdf(`${at}`))))
    await expect(page.getByText('You have added 5 files. To add another, remove one.')).toBeVisible()
    await expect(row(page, 'report 6.pdf')).toContainText('You can add up to 5 files')
    await expect(page.getByRole('button', { name: /^Add .* file$/ })).toHaveCount(0)
    // each says when it has arrived: then the removal is the last to be said
    for (const at of [1, 2, 3, 4, 5]) await expect(row(page, `report ${at}.pdf`)).toContainText('PDF, ')
    await page.getByRole('button', { name: 'Remove report 2.pdf' }).click()
    await expect(page.getByText('report 2.pdf was removed')).toBeAttached()
    await expect(page.getByRole('button', { name: 'Add another file' })).toBeVisible()
  })

  test('a file whose line is cut can be tried again, and one on its way can be cancelled', async ({ page }) => {
    await goToMaterial(page, 'Bad Line (example)')
    await page.route('**/api/draft/files', route => route.request().method() === 'POST' ? route.abort() : route.continue()) // prettier-ignore
    await choose(page, report())
    await expect(row(page, 'Our report.pdf')).toContainText('Check your connection and try again')
    await page.unroute('**/api/draft/files')
    await page.getByRole('button', { name: 'Try Our report.pdf again' }).click()
    await expect(row(page, 'Our report.pdf')).toContainText('PDF, ')

    await page.route('**/api/draft/files', () => undefined)
    await choose(page, sendable('slow.pdf', makePdf()))
    await page.getByRole('button', { name: 'Continue' }).click()
    const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' })
    await expect(problem).toContainText('Wait until your files have arrived, or cancel them')
    await page.getByRole('button', { name: 'Cancel slow.pdf' }).click()
    await expect(page.getByText('slow.pdf was cancelled')).toBeAttached()
    await expect(rows(page)).toHaveCount(1)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(url => url.pathname.endsWith('/contact'))
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  const file = (page: Page) => page.getByLabel('Files (optional)').locator('input[type=file]')
  const add = (page: Page) => page.getByRole('button', { name: 'Add the file' }).click()

  test('a respondent adds, describes and removes files', async ({ page }) => {
    await goToMaterial(page, 'Plain Files (example)')
    await file(page).setInputFiles(report())
    await add(page)
    await expect(page.getByText('The file was added.')).toBeVisible()
    await file(page).setInputFiles(sendable('shelves.webp', await makePhoto('webp')))
    await add(page)
    await page.getByLabel('What does shelves.webp show? (optional)').fill('Shelves')
    await page.getByRole('button', { name: 'Save description' }).click()
    await expect(page.getByText('The description was saved.')).toBeVisible()
    await expect(page.getByLabel('What does shelves.webp show? (optional)')).toHaveValue('Shelves')
    await page.getByRole('button', { name: 'Remove Our report.pdf' }).click()
    await expect(page.getByText('The file was removed.')).toBeVisible()
    await expect(rows(page)).toHaveCount(1)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(url => url.pathname.endsWith('/contact'))
    await answerStep(page, { organisation: '' })
    await expect(page.getByText('shelves.webp: Shelves')).toBeVisible()
    await page.getByRole('link', { name: 'Change files' }).click()
    await file(page).setInputFiles(report())
    await add(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers')
  })

  test('a respondent is told what is wrong with a file', async ({ page }) => {
    await goToMaterial(page, 'Plain Bad Files (example)')
    const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' })
    await add(page)
    await expect(problem).toContainText('Select a file')
    await file(page).setInputFiles(sendable('large.pdf', Buffer.alloc(10_485_761, 'x')))
    await add(page)
    await expect(problem).toContainText('The selected file must be smaller than 10 MB')
    await file(page).setInputFiles(sendable('page.pdf', Buffer.from('<html>')))
    await add(page)
    await expect(problem).toContainText('The selected file must be a PDF')
    await file(page).setInputFiles(sendable('much too large.pdf', Buffer.alloc(20_000_000, 'x')))
    await add(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The selected file must be smaller than 10 MB')
  })
})

test('files are nobody else’s, whatever is asked', async ({ page, browser, baseURL, address }) => {
  await goToMaterial(page, 'Closed Cupboard (example)')
  const origin = baseURL ?? ''
  const headers = { origin, accept: 'application/json', 'x-forwarded-for': address }
  const send = (buffer: Buffer, name: string) =>
    page.request.post('/api/draft/files', { headers, multipart: { file: sendable(name, buffer) } })
  const named = await send(makePdf(), `../../${'x'.repeat(300)}\u202e.exe`)
  const { file } = await named.json()
  expect(file.name).toBe(`${'x'.repeat(116)}.pdf`)
  const most = Buffer.concat([makePdf(), Buffer.alloc(10_485_760 - makePdf().length * 2, '\n'), makePdf()])
  expect((await send(most, 'most.pdf')).status()).toBe(200)
  const more = await send(Buffer.concat([most, Buffer.from('x')]), 'more.pdf')
  expect([more.status(), await more.json()]).toEqual([413, { message: 'The selected file must be smaller than 10 MB' }])

  const stranger = await browser.newContext({ baseURL: origin, extraHTTPHeaders: headers })
  const theirs = `/api/draft/files/${file.id}`
  expect((await stranger.request.get(theirs)).status()).toBe(404)
  expect((await stranger.request.delete(theirs)).status()).toBe(403)
  expect((await stranger.request.post('/api/draft/files', { multipart: { file: report() } })).status()).toBe(403)
  for (const id of ['x', '../../etc/passwd', '00000000-0000-7000-8000-000000000000'])
    expect((await page.request.get(`/api/draft/files/${encodeURIComponent(id)}`)).status()).toBe(404)
  expect((await page.request.post(theirs, { headers: { ...headers, origin: 'https://elsewhere.example' }, form: { deed: 'remove' } })).status()).toBe(403) // prettier-ignore
  expect((await page.request.get(theirs)).status()).toBe(200)
  await stranger.close()
  await giveEvidence(page, { organisation: '' })
  expect((await page.request.delete(theirs, { headers })).status()).toBe(409)
})
