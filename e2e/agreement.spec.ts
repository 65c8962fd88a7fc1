import { expect, expectAccessible, test } from './fixtures'

test('agreement says what can be compared, what its figures mean, and who may measure', async ({ signedIn }) => {
  const page = await signedIn('lead')
  await page.goto('/workspace/codebook')
  await page.getByRole('link', { name: 'Agreement' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Agreement' })).toBeVisible()
  await expect(page.getByText(/coded by two/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'How to read the figures' })).toBeVisible()
  await expectAccessible(page)
})

test('others of the teams read it, and do not measure', async ({ signedIn }) => {
  const page = await signedIn('coventry')
  await page.goto('/workspace/agreement')
  await expect(page.getByText(/coded by two/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Measure agreement' })).toHaveCount(0)
})

test('WMCA staff have no such page, nor a guessed measurement', async ({ signedIn }) => {
  const page = await signedIn('staff')
  for (const path of ['', '/00000000-0000-7000-8000-000000000000', '/x/all', '/x/table.csv']) {
    const answer = await page.goto(`/workspace/agreement${path}`)
    expect(answer?.status(), path).toBe(404)
  }
})
