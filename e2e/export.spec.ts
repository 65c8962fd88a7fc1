import { readFileSync } from 'node:fs'

import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

const exports = '/workspace/exchange/exports'

test('a list is taken away as it is narrowed, fetched again from the page of exports, and deleted', async ({
  signedIn,
}) => {
  const page = await signedIn('bvsc')
  await page.goto('/workspace/submissions?stage=settled')
  await page.getByText('Export', { exact: true }).first().click()
  const form = page.getByRole('form', { name: 'Export' })
  await form.getByLabel('What to export').selectOption('Codings')
  await form.getByLabel('Format').selectOption('CSV')
  await expectAccessible(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: 'Export' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^codings-\d{4}-\d\d-\d\d-csv\.zip$/)
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')

  await page.goto(exports)
  const row = page.getByRole('list', { name: 'Your exports' }).getByRole('listitem').filter({ hasText: 'Codings, CSV' })
  await expect(row.getByText(/^Ready: /)).toBeVisible()
  await expect(row.getByRole('link', { name: 'this list' })).toHaveAttribute('href', /stage=settled/)
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNoSidewaysScroll(page)
  const [same] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('link', { name: /^Download/ }).click(),
  ])
  expect(same.suggestedFilename()).toBe(file.suggestedFilename())
  await row.getByRole('button', { name: /^Delete/ }).click()
  await expect(row).toBeHidden()
})

test('a mistyped filter makes no file, and says which', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  const answer = await page.request.get('/api/workspace/grid.csv?stge=new')
  expect(answer.status()).toBe(400)
  expect(await answer.text()).toContain('a filter “stge”')
})

test('without JavaScript the form works too', async ({ signedIn, browser }) => {
  const scripted = await signedIn('coventry')
  await scripted.goto('/workspace/passages')
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: new URL(scripted.url()).origin,
    storageState: await scripted.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto('/workspace/passages')
  await page.getByText('Export', { exact: true }).first().click()
  await page.getByLabel('Format').selectOption('Word (DOCX), by code')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('form', { name: 'Export' }).getByRole('button', { name: 'Export' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^passages-.*\.docx$/)
  await context.close()
})
