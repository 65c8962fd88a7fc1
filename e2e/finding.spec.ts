import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

const list = '/workspace/submissions'

test('facets combine, several values of one at once, and are kept as a view that a colleague opens', async ({
  signedIn,
}) => {
  const page = await signedIn('lead')
  await page.goto(list)
  await page.getByRole('checkbox', { name: /^New/ }).check()
  await page.getByRole('checkbox', { name: /^Coding/ }).check()
  await page.getByText('Organisation type', { exact: true }).click()
  await page.getByRole('checkbox', { name: /^Faith group/ }).check()
  await page.getByRole('button', { name: 'Show submissions' }).click()
  await expect(page).toHaveURL(/stage=new&stage=coding.*type=faith/)
  await expect(page.getByRole('link', { name: 'Remove filter Organisation type: Faith group' })).toBeVisible()
  await page.getByText('Save this view').click()
  await page.getByLabel('Name of the view').fill('Faith groups to code')
  await page.getByRole('form', { name: 'Save this view' }).getByLabel('Share with all teams').check()
  await page.getByRole('button', { name: 'Save view' }).click()
  const views = page.getByRole('list', { name: 'Saved views' })
  await expect(views.getByRole('link', { name: 'Faith groups to code' })).toBeVisible()
  await expectAccessible(page)

  const colleague = await signedIn('coventry')
  await colleague.goto(list)
  await colleague.getByRole('link', { name: /^Faith groups to code/ }).click()
  await expect(colleague).toHaveURL(/type=faith/)
  await expect(colleague.getByText('Change your views')).toBeHidden()

  await page.getByText('Change your views').click()
  await page.getByRole('button', { name: 'Delete Faith groups to code' }).click()
  await expect(views.getByRole('link', { name: 'Faith groups to code' })).toBeHidden()
})

test('words are found, marked, and a misspelt name is offered', async ({ signedIn }) => {
  const page = await signedIn('coventry')
  await page.goto(`${list}?q=whatsapp`)
  await expect(page.locator('mark').first()).toHaveText(/whatsapp/i)
  const name = await page.goto(list).then(() => page.getByRole('listitem').getByText('(example)').first().innerText())
  const word = name.split(/\s+/).find(part => part.length > 6) ?? name
  await page.goto(`${list}?q=${encodeURIComponent(word.slice(0, 3) + word.slice(4))}`)
  await expect(page.getByText(name).first()).toBeVisible()
})

test('several submissions are changed at once, and what is refused is named', async ({ signedIn }) => {
  const page = await signedIn('wolverhampton')
  await page.goto(`${list}?stage=settled&stage=coding`)
  await page.getByRole('checkbox', { name: 'All on this page' }).check()
  await page.getByLabel('What to do').selectOption('Move to a stage')
  await page.getByLabel('Stage to move to').selectOption('Coding')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText(/needed no change/)).toBeVisible()
  await expect(page.getByText(/only a lead can settle a submission/).first()).toBeVisible()
  await expectAccessible(page)

  await page
    .getByRole('checkbox', { name: /^Select / })
    .first()
    .check()
  await page.getByText('Export', { exact: true }).first().click()
  const form = page.getByRole('form', { name: 'Export' })
  await expect(form.getByText(/The file holds 1 selected/)).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: 'Export' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^submissions-.*\.xlsx$/)
})

test('passages and the grid are read by keyboard and fit a small window', async ({ signedIn }) => {
  const page = await signedIn('lead')
  for (const [path, name] of [
    ['/workspace/passages', 'Passages'],
    ['/workspace/grid?column=organisation&column=whathappened&column=places', 'Grid'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
  const grid = page.getByRole('region', { name: 'Grid of submissions' })
  await grid.getByRole('link', { name: 'Organisation' }).click()
  await expect(grid.getByRole('columnheader', { name: /^Organisation/ })).toHaveAttribute('aria-sort', 'ascending')
  await grid.focus()
  await page.keyboard.press('End')
  await page.getByText('Choose columns').click()
  await page.getByRole('checkbox', { name: 'Food security' }).check()
  await page.getByRole('button', { name: 'Show columns' }).click()
  await expect(grid.getByRole('columnheader', { name: 'Food security' })).toBeVisible()
})

test('my work says how far the teams are', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  await page.goto('/workspace')
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText('Analysis closes on')
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText('(your team)')
})

test('exports are for researchers alone', async ({ signedIn }) => {
  const staff = await signedIn('staff')
  for (const file of ['submissions', 'passages', 'grid'])
    expect((await staff.request.get(`/api/workspace/${file}.csv`)).status()).toBe(404)
})
