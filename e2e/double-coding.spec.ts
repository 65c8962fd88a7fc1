import type { Page } from '@playwright/test'

import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

const list = '/workspace/submissions'

/** Opens a submission of the demonstration by its title. */
async function open(page: Page, title: string) {
  await page.goto(`${list}?q=${encodeURIComponent(`"${title}"`)}`)
  await page.getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const differences = (page: Page) => page.getByRole('list', { name: /coded differently/ }).getByRole('article')

async function look(page: Page) {
  await expectAccessible(page)
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
  }
}

test('a lead sees what a draw would do before it is done', async ({ signedIn }) => {
  const page = await signedIn('lead')
  await page.goto(list)
  await page.getByRole('link', { name: 'Assign by rule' }).click()
  await expect(page.getByText('assigned to nobody.', { exact: false })).toBeVisible()
  await expect(page.getByLabel(/^Lesley Hart/)).not.toBeChecked()
  await page.getByLabel('Share to be coded by two').fill('120')
  await page.getByLabel('Seed').fill('spring')
  await page.getByRole('button', { name: 'Show what this would do' }).click()
  await expect(page.getByText('Enter a share from 0 to 100')).toBeVisible()
  await page.getByLabel('Share to be coded by two').fill('50')
  await page.getByRole('button', { name: 'Show what this would do' }).click()
  const table = page.getByRole('region', { name: 'What each would get' })
  await expect(table.getByRole('row', { name: /^Beth Osei BVSC/ })).toBeVisible()
  const before = await table.innerText()
  await page.reload()
  expect(await table.innerText()).toBe(before)
  await expect(page.getByRole('button', { name: /^Assign \d+ submissions$/ })).toBeVisible()
  await look(page)
  expect((await (await signedIn('bvsc')).goto(`${list}/assign`))?.status()).toBe(404)
})

test('two code without seeing each other’s work, until both have finished', async ({ signedIn }) => {
  const title = 'After the clapping, ten more minutes: a street that carried on talking'
  const [lead, first, second] = [await signedIn('lead'), await signedIn('bvsc'), await signedIn('coventry')]
  await open(lead, title)
  await panel(lead, 'Assigned to').getByText('Have two people code it').click()
  const plan = lead.getByRole('form', { name: 'Have two people code it' })
  await plan.getByLabel('First coder').selectOption('Beth Osei (BVSC)')
  await plan.getByRole('button', { name: 'Have both code it blind' }).click()
  await expect(plan.getByRole('alert')).toHaveText('Select a person')
  await plan.getByLabel('Second coder').selectOption('Callum Price (Coventry)')
  await plan.getByRole('button', { name: 'Have both code it blind' }).click()
  await expect(panel(lead, 'Assigned to').getByText('Coded by two, blind', { exact: false })).toBeVisible()

  await open(first, title)
  await panel(first, 'Tags').getByLabel('Code').fill('Community voice')
  await panel(first, 'Tags').getByRole('button', { name: 'Add tag' }).click()
  await expect(panel(first, 'Tags').getByRole('listitem').filter({ hasText: 'Community voice' })).toBeVisible()
  await panel(first, 'Assigned to').getByRole('button', { name: 'I have finished coding' }).click()
  await expect(panel(first, 'Assigned to').getByText('Finished', { exact: true })).toBeVisible()

  await open(second, title)
  await expect(panel(second, 'Assigned to').getByText('Finished', { exact: true })).toBeVisible()
  await expect(panel(second, 'Tags').getByText('No tags yet.')).toBeVisible()
  await open(lead, title)
  await expect(panel(lead, 'Tags').getByText('No tags yet.')).toBeVisible()
  await panel(lead, 'Progress').getByLabel('Stage').selectOption('Coded')
  await panel(lead, 'Progress').getByRole('button', { name: 'Save progress' }).click()
  await expect(panel(lead, 'Progress').getByText('It is coded when both say', { exact: false }).first()).toBeVisible()
  await look(lead)

  await panel(second, 'Assigned to').getByRole('button', { name: 'I have finished coding' }).click()
  await expect(panel(second, 'Tags').getByRole('listitem').filter({ hasText: 'Community voice' })).toBeVisible()
  await open(lead, title)
  await panel(lead, 'Assigned to').getByRole('link', { name: 'Compare and settle' }).click()
  await expect(differences(lead)).toHaveCount(1)
  expect((await first.goto(lead.url()))?.status()).toBe(404)
})

test('a lead settles what two coded differently, by keyboard', async ({ signedIn }) => {
  const page = await signedIn('lead')
  await open(page, 'Nobody claps for bus drivers: flasks at the terminus')
  await panel(page, 'Assigned to').getByRole('link', { name: 'Compare and settle' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settle what two coded' })).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: 'Accept all 3 that agree' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('0 coded alike', { exact: false })).toBeVisible()

  const count = await differences(page).count()
  await differences(page).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(differences(page).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('?')
  await expect(page.getByText('undo what was settled last')).toBeVisible()
  await page.keyboard.press('1')
  await expect(differences(page)).toHaveCount(count - 1)
  await expect(differences(page).first()).toBeFocused()
  await page.keyboard.press('u')
  await expect(differences(page)).toHaveCount(count)
  const words = differences(page).filter({ hasText: 'the same code, other words' })
  await words.getByRole('button', { name: 'Both together' }).click()
  await expect(words).toHaveCount(0)
  for (let left = count - 1; left > 0; left -= 1) {
    await expect(differences(page)).toHaveCount(left)
    await expect(differences(page).and(page.locator(':focus'))).toHaveCount(1)
    await page.keyboard.press('0')
  }
  await page.getByRole('button', { name: 'Settle this submission' }).click()
  await expect(page.getByText('This submission is settled.')).toBeVisible()
  await page.getByText(/^Settled so far/).click()
  await expect(page.getByRole('list', { name: 'Settled so far' })).toContainText('It got to about seventy people a day')
})

test('it is settled by buttons alone where scripts do not run', async ({ browser, signedIn }) => {
  const scripted = await signedIn('lead')
  await open(scripted, 'A licence on an empty shop signed in nine days, and £1 a week rent')
  const storageState = await scripted.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState })
  const page = await context.newPage()
  await page.goto(`${scripted.url()}/settle`)
  await page.getByRole('button', { name: /^Accept all/ }).click()
  await expect(page.getByText('0 coded alike', { exact: false })).toBeVisible()
  const count = await differences(page).count()
  await differences(page).first().getByRole('button', { name: 'Both together' }).click()
  await expect(differences(page)).toHaveCount(count - 1)
  await page.getByRole('button', { name: 'Undo the last' }).click()
  await expect(differences(page)).toHaveCount(count)
  await context.close()
})

test('who declares a conflict of interest is not assigned', async ({ signedIn }) => {
  const title = 'We have learning disabilities and we run the meeting'
  const page = await signedIn('coventry')
  await open(page, title)
  await panel(page, 'Assigned to').getByText('Declare a conflict of interest').click()
  await page.getByLabel('Reason (optional)').fill('My brother chairs it.')
  await page.getByRole('button', { name: 'Declare it' }).click()
  await expect(
    panel(page, 'Assigned to').getByText('You declared a conflict of interest.', { exact: false }),
  ).toBeVisible()

  const lead = await signedIn('lead')
  await open(lead, title)
  await expect(panel(lead, 'Assigned to').getByText('My brother chairs it.', { exact: false })).toBeVisible()
  await expect(panel(lead, 'Assigned to').getByRole('option', { name: 'Callum Price (Coventry)' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(panel(page, 'Assigned to').getByText('Declare a conflict of interest')).toBeVisible()
})
