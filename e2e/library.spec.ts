import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

test('WMCA staff read what is approved, before it is public', async ({ signedIn, page: visitor }) => {
  const staff = await signedIn('staff')
  await staff.goto('/library')
  await expectAccessible(staff)
  await expectNoSidewaysScroll(staff)
  await staff.getByLabel('Search').fill('milk round')
  await staff.getByRole('button', { name: 'Show case studies' }).click()
  const card = staff.getByRole('article').filter({ hasText: 'Prescriptions on the milk round' })
  await expect(card).toContainText('Approved, not yet published')
  await card.getByRole('link').click()
  await expect(staff).toHaveURL('/library/case-studies/prescriptions-on-the-milk-round')
  await expect(staff.getByRole('heading', { level: 1, name: 'Prescriptions on the milk round' })).toBeVisible()
  await expect(staff.getByText('Not published yet: do not cite it.')).toBeVisible()
  await expectAccessible(staff)
  expect((await visitor.goto('/case-studies/prescriptions-on-the-milk-round'))?.status()).toBe(404)
})

test('the library is not there for administrators, and asks strangers to sign in', async ({ signedIn, page }) => {
  const administrator = await signedIn('administrator')
  expect((await administrator.goto('/library'))?.status()).toBe(404)
  expect((await administrator.goto('/library/case-studies/garden-wall-larders'))?.status()).toBe(404)
  await page.goto('/library/case-studies/garden-wall-larders')
  await expect(page).toHaveURL('/sign-in?to=%2Flibrary%2Fcase-studies%2Fgarden-wall-larders')
})

test('WMCA staff see neither drafts nor the workspace', async ({ signedIn }) => {
  const staff = await signedIn('staff')
  expect((await staff.goto('/library/case-studies/from-brown-bags-to-a-kitchen-of-their-own'))?.status()).toBe(404)
  expect((await staff.goto('/workspace/case-studies'))?.status()).toBe(404)
})
