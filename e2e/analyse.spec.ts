import { expect, expectAccessible, test } from './fixtures'

test('a researcher counts codes by place, opens what is behind a figure, and keeps it for the report', async ({
  signedIn,
}) => {
  const page = await signedIn('bvsc')
  await page.goto('/workspace')
  await page.getByRole('link', { name: 'Analysis', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Frequencies' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Analysis' }).getByRole('link', { name: 'Matrix' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Matrix' })).toBeVisible()
  await expect(page.getByText(/settled submissions? \(/)).toBeVisible()

  await page.getByLabel('Count', { exact: true }).selectOption('Segments')
  await page.getByLabel('Shares').selectOption('Share of the column')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/unit=segments/)
  const chart = page.getByRole('img', { name: /Codes by place: segments/ })
  await expect(chart).toBeVisible()
  expect(await chart.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true)
  await expectAccessible(page)

  await page.getByText('Keep as a figure for the report').click()
  await page.getByLabel('Title').fill('Segments by place (journey)')
  await page.getByRole('button', { name: 'Keep figure' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Figures' })).toBeVisible()
  await page.getByRole('link', { name: 'Segments by place (journey)' }).click()
  await expect(page).toHaveURL(/matrix\?.*unit=segments/)

  const figure = page.getByRole('table').getByRole('link', { name: /^\d/ }).first()
  const count = Number.parseInt(await figure.innerText(), 10)
  await figure.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Passages' })).toBeVisible()
  await expect(page.getByText(new RegExp(`^${count} passages? in`))).toBeVisible()
})

test('charts and tables are files with the same address, for the teams only', async ({ signedIn }) => {
  const [lead, staff] = [await signedIn('lead'), await signedIn('staff')]
  const files = { 'chart.svg': 'image/svg+xml', 'chart.png': 'image/png', 'table.csv': 'text/csv' }
  for (const [file, type] of Object.entries(files)) {
    const address = `/workspace/analysis/${file}?kind=frequencies&unit=segments`
    const answer = await lead.request.get(address)
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, expect.stringContaining(type)])
    expect((await staff.request.get(address)).status()).toBe(404)
  }
  expect((await staff.goto('/workspace/analysis/matrix'))?.status()).toBe(404)
})
