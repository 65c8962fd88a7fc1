import { readFile } from 'node:fs/promises'

import { expect, expectAccessible, test } from './fixtures'

test('WMCA staff compare, gather and hand on case studies', async ({ signedIn }) => {
  const staff = await signedIn('staff')
  await staff.goto('/library/compare?with=garden-wall-larders&with=a-telephone-table')
  await expect(staff.getByRole('heading', { level: 2, name: /Garden-wall larders/ })).toBeVisible()
  await expectAccessible(staff)

  await staff.getByRole('link', { name: 'Add to a collection' }).click()
  const begin = staff.getByRole('form', { name: 'New collection' })
  await begin.getByLabel('Name', { exact: true }).fill('Spring plan')
  await begin.getByRole('button', { name: 'Begin the collection' }).click()
  await expect(staff.getByRole('heading', { level: 1, name: 'Spring plan' })).toBeVisible()
  const items = staff.getByRole('list', { name: 'In this collection' }).getByRole('listitem')
  await expect(items.first()).toContainText('Garden-wall larders')
  await staff.getByRole('button', { name: /^Move down Garden-wall larders/ }).press('Enter')
  await expect(items.last()).toContainText('Garden-wall larders')
  await expectAccessible(staff)

  await staff.getByRole('link', { name: 'Make a briefing of it' }).click()
  await staff.getByLabel('For whom (optional)').fill('the Director')
  const [download] = await Promise.all([
    staff.waitForEvent('download'),
    staff.getByRole('button', { name: 'Download the briefing' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('spring-plan.pdf')
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')

  await staff.getByRole('link', { name: 'Spring plan' }).click()
  await staff.getByRole('button', { name: 'Delete this collection' }).click()
  await staff.getByRole('button', { name: 'Undo' }).click()
  await expect(staff.getByRole('heading', { level: 1, name: 'Spring plan' })).toBeVisible()
})

test('a saved search is kept with its filters, and its mails can be stopped', async ({ signedIn }) => {
  const staff = await signedIn('staff')
  await staff.goto('/library?area=Digital+inclusion')
  await staff.getByText('Save this search').click()
  await staff.getByLabel('Name of the search').fill('Going online')
  await staff.getByRole('button', { name: 'Save search' }).click()
  await expect(staff.getByText('Saved. You find it under “Saved searches”.')).toBeVisible()
  await staff.goto('/library/searches')
  await staff.getByRole('button', { name: 'Stop mails Going online' }).click()
  await expect(staff.getByRole('button', { name: 'Send me mails Going online' })).toBeVisible()
  await staff.getByRole('link', { name: 'Going online' }).click()
  await expect(staff).toHaveURL('/library?area=Digital+inclusion')
})
