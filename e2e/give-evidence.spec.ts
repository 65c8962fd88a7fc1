import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { Client } from 'pg'

import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { databaseOf, testDataDir } from './portal'
import { answerStep, giveEvidence, referenceShown, stepOf } from './respondent'

const example = { organisation: 'Corner Pantry (example)', title: 'A pantry on the corner' }
const onlyReference = /^WM-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/

async function goTo(page: Page, step: string, given: { organisation: string } = example) {
  await page.goto('/submit')
  while (stepOf(page) !== step) await answerStep(page, given)
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    /** The rules are looked up by a script in the page. */
    async function checked(page: Page) {
      if (!javaScriptEnabled) return
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }

    test('a respondent goes from the call to a reference', async ({ page }) => {
      await page.goto('/')
      await page.getByRole('link', { name: 'Give evidence' }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who is giving evidence?')
      while (stepOf(page) !== 'done') {
        await checked(page)
        await answerStep(page, { ...example, email: 'someone@corner.example' })
      }
      await expect(page).toHaveTitle('Evidence sent · Give evidence · West Midlands evidence portal')
      expect(await referenceShown(page)).toMatch(onlyReference)
      await expect(page.getByText('We are sending a receipt')).toBeVisible()
      await checked(page)
    })

    test('a respondent is told what to correct, and keeps what they typed', async ({ page }) => {
      await page.goto('/submit')
      await page.getByLabel('Faith group').check()
      await page.getByLabel('Good practice elsewhere that we know of').check()
      await press(page, 'Continue')
      await expect(page).toHaveTitle(/^Error: Who is giving evidence\?/)
      const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
      await expect(summary.getByRole('link')).toHaveText([
        'Enter the name of your organisation or group',
        'Enter the organisation that did it',
      ])
      await expect(page.getByLabel('Faith group')).toBeChecked()
      await checked(page)
      await summary.getByRole('link').first().click()
      await expect(page).toHaveURL(/#organisationName$/)
      await page.getByLabel('Name of your organisation or group').fill(example.organisation)
      await page.getByLabel('Which organisation did it?').fill('Another (example)')
      await press(page, 'Continue')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where did it happen?')
    })

    test('errors stand in the order of the page, and each leads to its question', async ({ page }) => {
      await goTo(page, 'contact')
      await page.getByLabel('Yes', { exact: true }).check()
      await page.getByLabel('Tell me what becomes of it').check()
      await press(page, 'Continue')
      const problems = page.getByRole('alert').filter({ hasText: 'There is a problem' }).getByRole('link')
      await expect(problems).toHaveText([
        'Enter an email address so that we can do what you ticked, or untick it',
        'Enter a telephone number, so that we can call you',
        'Select whether we may publish your example',
      ])
      await problems.last().click()
      const question = page.getByRole('radiogroup', { name: 'May we publish your example?' })
      await expect(question.getByText('Select whether we may publish your example')).toBeInViewport()
    })

    test('an answer can be changed from the check page', async ({ page }) => {
      await goTo(page, 'check')
      await page.getByRole('link', { name: 'Change give your example a title' }).click()
      await page.getByLabel('Give your example a title').fill('A pantry by the canal')
      await press(page, 'Continue')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers')
      await expect(page.getByText('A pantry by the canal')).toBeVisible()
    })

    test('Back never sends again, and another example can be given', async ({ page }) => {
      const reference = await giveEvidence(page, example)
      await page.goBack()
      await expect(page.getByText(reference)).toBeVisible()
      await page.goto('/submit/contact')
      await expect(page).toHaveURL('/submit/done')
      await press(page, 'Give another example')
      await expect(page.getByLabel('Name of your organisation or group')).toHaveValue(example.organisation)
      await expect(page.getByLabel('Our own work')).not.toBeChecked()
      expect(await giveEvidence(page, example)).not.toBe(reference)
    })

    test('a draft goes on where it was left', async ({ page }) => {
      await goTo(page, 'story')
      await page.goto('/submit/contact')
      await expect(page).toHaveURL('/submit/story')
      await page.getByRole('link', { name: 'Back' }).click()
      await expect(page.getByLabel('Give your example a title')).toHaveValue(example.title)
    })

    test('what was typed outlives a lost cookie', async ({ page, context }) => {
      await goTo(page, 'story')
      await context.clearCookies()
      await page.getByLabel('What happened?').fill('We cooked.')
      await press(page, 'Continue')
      await expect(page.getByText('What you have just entered is saved.')).toBeVisible()
      await goTo(page, 'story')
      await expect(page.getByLabel('What happened?')).toHaveValue('We cooked.')
    })

    test('a closed call says so, and shows what was typed', async ({ page, context }) => {
      await goTo(page, 'story')
      await moveToClosedCall((await context.cookies()).find(({ name }) => name === 'draft')?.value ?? '')
      await page.getByLabel('What happened?').fill('Too late, but still here.')
      await press(page, 'Continue')
      await expect(page.getByText(/call has closed/).first()).toBeVisible()
      await expect(page.getByLabel('What happened?')).toHaveValue('Too late, but still here.')
      await page.goto('/submit')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This call has closed')
      await expect(page.getByText(example.organisation)).toBeVisible()
      await checked(page)
      const copy = await page.request.get('/submit/copy.html')
      expect(copy.headers()['content-disposition']).toContain('attachment')
      expect(await copy.text()).toContain(example.organisation)
      expect((await page.request.get('/submit/copy.pdf')).headers()['content-type']).toBe('application/pdf')
    })
  })
}

test('two clicks, and two tabs, send once', async ({ page, context }) => {
  await goTo(page, 'check')
  const other = await context.newPage()
  await other.goto('/submit/check')
  await page.getByRole('button', { name: 'Send your evidence' }).dblclick()
  await page.waitForURL('/submit/done')
  await other.getByRole('button', { name: 'Send your evidence' }).click()
  await other.waitForURL('/submit/done')
  expect(await referenceShown(other)).toBe(await referenceShown(page))
})

// in a window of its own: the browser rightly complains of the connection
test('a lost connection leaves what was typed on the page', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await goTo(page, 'example')
  await page.getByLabel('Give your example a title').fill('Written in a tunnel')
  await page.getByLabel('None of these').check()
  await page.route('**/submit/example', route =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await press(page, 'Continue')
  await expect(page.getByRole('alert').getByText('Your answers could not be saved.')).toBeVisible()
  await expect(page.getByLabel('Give your example a title')).toHaveValue('Written in a tunnel')
  await page.unroute('**/submit/example')
  await press(page, 'Continue')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is the story?')
  expect((await context.cookies()).find(({ name }) => name === 'draft')).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
  })
  await context.close()
})

test('the error summary takes the focus, and errors go as they are mended', async ({ page }) => {
  await page.goto('/submit')
  await press(page, 'Continue')
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused()
  const name = page.getByLabel('Name of your organisation or group')
  await expect(name).toHaveAccessibleDescription(/Enter the name/)
  await name.fill('Pantry')
  await expect(name).not.toHaveAccessibleDescription(/Enter the name/)
  await expect(name).toBeFocused()
})

test('the focus goes along: to each heading, to an added link, and to the answer to change', async ({ page }) => {
  await page.goto('/submit')
  await answerStep(page, example)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await goTo(page, 'material')
  await press(page, 'Add another link')
  await expect(page.getByLabel('Link 2')).toBeFocused()
  await goTo(page, 'check')
  await page.getByRole('link', { name: 'Change what should continue' }).click()
  await expect(page.getByLabel('What should continue')).toBeFocused()
})

test('one of several wrong links can be mended before the others', async ({ page }) => {
  await goTo(page, 'material')
  await page.getByLabel('Links (optional)').fill('www.pantry.example')
  await press(page, 'Add another link')
  await page.getByLabel('Link 2').fill('pantry')
  await press(page, 'Continue')
  await page.getByLabel('Links (optional)').fill('https://www.pantry.example')
  await expect(page.getByLabel('Links (optional)')).not.toHaveAccessibleDescription(/Enter a web address/)
  await expect(page.getByLabel('Link 2')).toHaveAccessibleDescription(/Enter a web address/)
  await page.getByLabel('Link 2').fill('')
  await press(page, 'Continue')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('May we contact you, and publish your example?')
})

test('an address that is no step answers 404', async ({ page }) => {
  const answer = await page.goto('/submit/nothing')
  expect(answer?.status()).toBe(404)
})

/** Gives a draft to a call that closed while its respondent was writing: the shared portal's own call stays open. */
async function moveToClosedCall(token: string) {
  const client = new Client(databaseOf(testDataDir('e2e', { fresh: false })))
  await client.connect()
  const slug = `closed-${createHash('sha256').update(token).digest('hex').slice(0, 12)}`
  await client.query(
    `INSERT INTO "Call" ("id", "slug", "name", "title", "introduction", "contactEmail", "communities", "opensAt", "closesAt", "graceHours", "updatedAt")
     SELECT gen_random_uuid(), $1, "name", "title", "introduction", "contactEmail", "communities",
       now() - interval '2 days', now() - interval '1 day', 0, now() FROM "Call" WHERE "isCurrent"`,
    [slug],
  )
  const hash = createHash('sha256').update(token).digest('hex')
  const { rowCount } = await client.query(
    `UPDATE "Submission" SET "callId" = (SELECT "id" FROM "Call" WHERE "slug" = $1)
     WHERE "id" = (SELECT "submissionId" FROM "PrivateKey" WHERE "tokenHash" = $2)`,
    [slug, hash],
  )
  await client.end()
  expect(rowCount).toBe(1)
}
