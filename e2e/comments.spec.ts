import type { Page } from '@playwright/test'

import { accounts, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './fixtures'
import { sharedOrigin } from './shared-portal'

const list = '/workspace/submissions'

/** Opens a submission of the demonstration by its title. */
async function open(page: Page, title: string) {
  await page.goto(`${list}?q=${encodeURIComponent(`"${title}"`)}`)
  await page.getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const commentField = (page: Page) => panel(page, 'Comments').getByRole('textbox', { name: 'Comment', exact: true })

test('colleagues talk in threads', async ({ signedIn }) => {
  const page = await signedIn('coventry')
  await open(page, 'Young carers design a night off')
  const comments = panel(page, 'Comments')
  await comments.getByRole('textbox', { name: 'Comment', exact: true }).fill('Is this one\n\nor two examples?')
  await comments.getByRole('button', { name: 'Add comment' }).click()
  const thread = comments.getByRole('listitem').filter({ hasText: 'or two examples?' })
  await expect(thread).toContainText('You, Coventry')

  await thread.locator('summary', { hasText: 'Edit' }).click()
  await thread.getByRole('textbox', { name: 'Your comment' }).fill('Is this two examples?')
  await thread.getByRole('button', { name: 'Save comment' }).click()
  const edited = comments.getByRole('listitem').filter({ hasText: 'Is this two examples?' })
  await expect(edited).toContainText('edited')

  const colleague = await signedIn('bvsc')
  await open(colleague, 'Young carers design a night off')
  const theirs = panel(colleague, 'Comments').getByRole('listitem').filter({ hasText: 'Is this two examples?' })
  await theirs.locator('summary', { hasText: 'Reply' }).click()
  await theirs.getByRole('textbox', { name: 'Reply' }).fill('One, told twice.')
  await theirs.getByRole('button', { name: 'Send reply' }).click()
  await expect(theirs.getByRole('article').filter({ hasText: 'One, told twice.' })).toBeVisible()
  await expect(theirs.locator('summary', { hasText: 'Edit' })).toHaveCount(1)
  await theirs.getByRole('button', { name: /^Resolve/ }).click()
  await expect(panel(colleague, 'Comments').getByText(/^by Beth Osei/)).toBeVisible()
  await expect(panel(colleague, 'Comments').getByRole('article').filter({ hasText: 'told twice' })).toHaveCount(0)
  await panel(colleague, 'Comments')
    .getByRole('button', { name: /^Open again/ })
    .click()
  await expect(theirs).toBeVisible()
})

test('a colleague is named by keyboard, finds it under My work, and has then seen it', async ({ signedIn }) => {
  const title = 'School give us the key'
  const page = await signedIn('wolverhampton')
  await open(page, title)
  await commentField(page).focus()
  await page.keyboard.type('Which school? @b')
  const names = page.getByRole('listbox', { name: 'People and teams' })
  await expect(names.getByRole('option')).toHaveText([/^Beth Osei/, /^BVSC/])
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await expect(names.getByRole('option', { selected: true })).toContainText('BVSC')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(names).toBeHidden()
  await page.keyboard.type('or @ca')
  await expect(names).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(names).toBeHidden()
  await expect(commentField(page)).toHaveValue('Which school? @Beth Osei or @ca')
  await panel(page, 'Comments').getByRole('button', { name: 'Add comment' }).click()
  await expect(panel(page, 'Comments').getByRole('article').filter({ hasText: 'Which school?' })).toBeVisible()

  const named = await signedIn('bvsc')
  await named.goto('/workspace')
  const waiting = panel(named, 'You were mentioned')
  await expect(waiting.getByRole('listitem').filter({ hasText: 'Which school?' })).toContainText('Ravi Chandra')
  await expectAccessible(named)
  const seen = named.waitForResponse(answer => answer.url().endsWith('/seen'))
  await waiting.getByRole('link', { name: title }).click()
  await expect(panel(named, 'Comments').getByText('Mentions you')).toBeVisible()
  expect((await seen).status()).toBe(204)
  await named.goto('/workspace')
  await expect(named.getByRole('heading', { level: 1, name: 'My work' })).toBeVisible()
  await expect(waiting.getByText('Which school?')).toBeHidden()
})

test('a name is chosen with the pointer, on a narrow window', async ({ signedIn }) => {
  const page = await signedIn('lead')
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, 'School give us the key')
  await commentField(page).pressSequentially('@cal')
  await expectNoSidewaysScroll(page)
  await page
    .getByRole('listbox', { name: 'People and teams' })
    .getByRole('option', { name: /^Callum Price/ })
    .click()
  await expect(commentField(page)).toHaveValue('@Callum Price ')
  await expect(commentField(page)).toBeFocused()
})

test('without JavaScript a comment is sent, and a name that was typed counts', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: sharedOrigin,
    storageState: await signIn(browser, accounts.lead, 'demonstration'),
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await open(page, 'Recovery plan for a place that moves')
  await commentField(page).fill('Ask @callum price.')
  await panel(page, 'Comments').getByRole('button', { name: 'Add comment' }).click()
  const written = panel(page, 'Comments').getByRole('article').filter({ hasText: 'Ask @callum price.' })
  await expect(written.getByText('@callum price', { exact: true })).toBeVisible()
  await context.close()
})

test('what was typed outlives the session, and is gone once it is sent', async ({ browser }) => {
  const title = 'Young carers design a night off'
  const storageState = await signIn(browser, accounts.coventry, 'demonstration')
  const context = await browser.newContext({ baseURL: sharedOrigin, storageState })
  const page = await context.newPage()
  // a colleague's news that is being read at the very moment of the end would take the page to the sign-in by itself
  await page.route('**/live', route => route.abort())
  await open(page, title)
  const { pathname } = new URL(page.url())
  await commentField(page).fill('Half a thought')
  await context.clearCookies()
  await panel(page, 'Comments').getByRole('button', { name: 'Add comment' }).click()
  await expect(panel(page, 'Comments').getByRole('alert')).toContainText('You are no longer signed in.')
  await expect(commentField(page)).toHaveValue('Half a thought')
  await page.getByRole('link', { name: 'Sign in and come back' }).click()
  await page.getByLabel('Email address').fill(accounts.coventry)
  await page.getByLabel('Password').fill('demonstration')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(pathname)
  await expect(commentField(page)).toHaveValue('Half a thought')
  await expect(panel(page, 'Comments').getByText('What you typed before is here again.')).toBeVisible()
  await panel(page, 'Comments').getByRole('button', { name: 'Add comment' }).click()
  await expect(panel(page, 'Comments').getByRole('article').filter({ hasText: 'Half a thought' })).toBeVisible()
  await page.reload()
  await expect(commentField(page)).toHaveValue('')
  await context.close()
})

test('what was typed outlives a lost line and a reload, each field for itself, and is nobody else’s', async ({
  signedIn,
}) => {
  const title = 'Nobody checked us and it was fine'
  const page = await signedIn('wolverhampton')
  await open(page, title)
  await commentField(page).fill('First')
  await panel(page, 'Comments').getByRole('button', { name: 'Add comment' }).click()
  const thread = panel(page, 'Comments').getByRole('listitem').filter({ hasText: 'First' })
  await expect(thread).toBeVisible()

  await page.context().setOffline(true)
  await commentField(page).fill('Second')
  await thread.locator('summary', { hasText: 'Reply' }).click()
  await thread.getByRole('textbox', { name: 'Reply' }).fill('An answer')
  await thread.getByRole('button', { name: 'Send reply' }).click()
  await expect(thread.getByRole('alert')).toContainText('The portal could not be reached.')
  await page.context().setOffline(false)
  await page.reload()
  await expect(commentField(page)).toHaveValue('Second')
  await expect(thread.getByRole('textbox', { name: 'Reply' })).toHaveValue('An answer')
  await thread.getByRole('button', { name: 'Send reply' }).click()
  await expect(thread.getByRole('article').filter({ hasText: 'An answer' })).toBeVisible()
  await page.reload()
  await expect(commentField(page)).toHaveValue('Second')

  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  const colleague = await signedIn('bvsc')
  await colleague.addInitScript(all => {
    for (const [key, value] of Object.entries(JSON.parse(all))) localStorage.setItem(key, String(value))
  }, kept)
  await open(colleague, title)
  await expect(colleague.getByRole('button', { name: 'Add comment' })).toBeVisible()
  await expect(commentField(colleague)).toHaveValue('')
})

test('a comment on words quotes them and leads to them; one that was begun is gone on with', async ({ signedIn }) => {
  const page = await signedIn('coventry')
  await open(page, 'A call at half past eight each morning about how our dead are treated')
  const comments = panel(page, 'Comments')
  const words = comments.getByRole('article').filter({ hasText: 'cemeteries office to confirm' })
  await expect(words.getByRole('blockquote')).toContainText('came down from nine days to under three')
  const address = await words.getByRole('link', { name: 'Show these words in the text' }).getAttribute('href')
  const [, textVersionId = '', start = ''] = /^#at-([0-9a-f-]{36})-(\d+)$/.exec(address ?? '') ?? []
  expect(start).not.toBe('')

  // As a window leaves it that was closed over a comment on words.
  await commentField(page).fill('x')
  await page.evaluate(
    ({ textVersionId, start, end }) => {
      const key = Object.keys(localStorage).find(name => name.endsWith('/comment')) ?? ''
      const fields = { textVersionId, start, end, quotation: 'came down', body: 'By whose count?' }
      localStorage.setItem(
        key.replace(/comment$/, `words/${textVersionId}-${start}-${end}`),
        JSON.stringify({ at: Date.now(), fields }),
      )
    },
    { textVersionId, start, end: String(Number(start) + 9) },
  )
  await commentField(page).fill('')
  await page.reload()
  const begun = comments.getByRole('form', { name: 'Comment on the selected words' })
  await expect(begun.getByRole('textbox')).toHaveValue('By whose count?')
  await expectAccessible(page)
  await begun.getByRole('button', { name: 'Add comment' }).click()
  await expect(begun).toBeHidden()
  const written = comments.getByRole('article').filter({ hasText: 'By whose count?' })
  await expect(written.getByRole('blockquote').getByText('came down', { exact: true })).toBeVisible()
  await page.reload()
  await expect(written).toBeVisible()
  await expect(begun).toBeHidden()
})
