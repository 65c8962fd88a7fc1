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

test('a researcher finds submissions, in an address that can be sent to a colleague', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  await page.goto(list)
  await expectAccessible(page)
  await page.getByLabel('Search').fill('whatsapp')
  await page.getByLabel('Search').press('Enter')
  await expect(page).toHaveURL(/[?&]q=whatsapp/)
  await expect(page.getByRole('link', { name: 'One WhatsApp group, 140 houses, no committee' })).toBeVisible()

  await page.getByText('Place', { exact: true }).click()
  await page.getByRole('checkbox', { name: /^Warwickshire/ }).check()
  await page.getByRole('checkbox', { name: /^New/ }).check()
  await page.getByRole('button', { name: 'Show submissions' }).click()
  await page.getByRole('link', { name: 'Remove filter “whatsapp”' }).click()
  await expect(page).toHaveURL(/stage=new&place=warwickshire/)
  await expect(page.getByRole('list', { name: 'Submissions', exact: true })).toContainText('Rugby')
  await expectAccessible(page)

  await page.getByText('Filter by place on the map').click()
  await page
    .getByRole('list', { name: 'Submissions by place' })
    .getByRole('link', { name: /^Coventry/ })
    .click()
  await expect(page).toHaveURL(/place=coventry/)

  await page.goto(`${list}?stage=nonsense&q=zzzzqqq`)
  await expect(page.getByText('The address names a stage that is not known. It was left out.')).toBeVisible()
  await expect(page.getByText('No submission matches')).toBeVisible()
  await page.goto(`${list}?stage=nonsense&place=nowhere`)
  await expect(page.getByText('a stage and a place that are not known. They were left out.')).toBeVisible()
  await page.goto(`${list}?stage=nonsense&q=zzzzqqq`)
  await page.getByRole('link', { name: 'Show all submissions' }).click()
  await page.getByRole('link', { name: 'Older', exact: true }).click()
  await expect(page).toHaveURL(/after=/)
  await page.getByRole('link', { name: 'Newer', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Older', exact: true })).toBeVisible()
})

test('a code is put on by its first letters, by keyboard alone, and a removal is undone', async ({ signedIn }) => {
  const page = await signedIn('wolverhampton')
  await open(page, 'School give us the key')
  const tags = panel(page, 'Tags')
  await tags.getByLabel('Code').focus()
  await page.keyboard.type('volun')
  await page.keyboard.press('Enter')
  const tag = tags.getByRole('listitem').filter({ hasText: 'Volunteering' })
  await expect(tag).toContainText('You, Wolverhampton')
  await expect(tags.getByLabel('Code')).toHaveValue('')

  await tags.getByLabel('Code').fill('nothing of the kind')
  await tags.getByRole('button', { name: 'Add tag' }).click()
  await expect(tags.getByRole('alert')).toHaveText('Select a code from the codebook')
  await expect(tags.getByLabel('Code')).toHaveValue('nothing of the kind')

  await tag.getByRole('button', { name: 'Remove the tag Volunteering' }).click()
  await expect(tag).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(tag).toBeVisible()
  await expectAccessible(page)
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
  }
})

test('contact details are shown on request only', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  await open(page, 'We stopped being consulted and started taking minutes')
  const details = page.getByRole('form', { name: 'Contact details' })
  await expect(page.getByText('Contact details are hidden.', { exact: false })).toBeVisible()
  await expect(details.getByText('Email address')).toBeHidden()
  await page.getByRole('button', { name: 'Show contact details' }).click()
  await expect(details.getByText('Email address')).toBeVisible()
  await page.reload()
  await expect(details.getByText('Email address')).toBeHidden()
})

test('two people decide at once: the second is shown both and chooses', async ({ signedIn }) => {
  const title = 'Nobody checked us and it was fine'
  const [first, second] = [await signedIn('wolverhampton'), await signedIn('coventry')]
  await open(first, title)
  await open(second, title)

  await panel(first, 'Progress').getByLabel('Stage').selectOption('Coding')
  await panel(first, 'Progress').getByRole('button', { name: 'Save progress' }).click()
  await expect(panel(first, 'Progress').getByText('Saved.', { exact: true })).toBeVisible()

  const progress = panel(second, 'Progress')
  await progress.getByLabel('Not taken forward').check()
  await progress.getByRole('button', { name: 'Save progress' }).click()
  await expect(progress.getByRole('link', { name: 'Enter a reason for not taking it forward' })).toBeVisible()
  await progress.getByLabel('Reason').fill('It is about another region.')
  await progress.getByRole('button', { name: 'Save progress' }).click()
  await expect(progress.getByText('Somebody else saved this while you were working.')).toBeVisible()
  await expect(progress.getByRole('row', { name: 'Stage Coding New' })).toBeVisible()
  await expect(progress.getByRole('row', { name: 'Decision None yet Not taken forward' })).toBeVisible()
  await expectAccessible(second)

  await progress.getByLabel('Stage').selectOption('Coding')
  await progress.getByRole('button', { name: 'Save mine' }).click()
  await expect(progress.getByText('Saved.', { exact: true })).toBeVisible()
  await first.reload()
  await expect(panel(first, 'Progress').getByLabel('Not taken forward')).toBeChecked()
  await expect(panel(first, 'Progress').getByLabel('Reason')).toHaveValue('It is about another region.')
  await expect(panel(first, 'Progress').getByLabel('Stage')).toHaveValue('CODING')
})

test('a lead assigns, and the researcher finds what is theirs', async ({ signedIn }) => {
  const title = 'Recovery plan for a place that moves'
  const page = await signedIn('lead')
  await open(page, title)
  const assigned = panel(page, 'Assigned to')
  await assigned.getByLabel('Person').selectOption('Beth Osei (BVSC)')
  await assigned.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(assigned.getByRole('list', { name: 'People assigned' })).toContainText('Beth Osei')

  const researcher = await signedIn('bvsc')
  await researcher.goto(list)
  await researcher.getByLabel('Assigned to me').check()
  await researcher.getByRole('button', { name: 'Show submissions' }).click()
  await expect(researcher.getByRole('link', { name: title })).toBeVisible()
  await open(researcher, title)
  await panel(researcher, 'Assigned to').getByRole('button', { name: 'Unassign Beth Osei' }).click()
  await expect(panel(researcher, 'Assigned to').getByText('Nobody yet.')).toBeVisible()
})

test('what is not there, and what is not for them, looks the same', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  for (const reference of ['WM-0000-0000', 'nonsense'])
    expect((await page.goto(`${list}/${reference}`))?.status(), reference).toBe(404)
  const staff = await signedIn('staff')
  expect((await staff.goto(list))?.status()).toBe(404)
  await expect(staff.getByRole('main').getByRole('link')).toHaveText(['Library', 'Your account'])
  const administrator = await signedIn('administrator')
  expect((await administrator.goto(list))?.status()).toBe(404)
})
