import { expect, expectAccessible, test } from './fixtures'

test('a lead keeps the codebook', async ({ signedIn }) => {
  const page = await signedIn('lead')
  await page.goto('/workspace/codebook')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Add a code' }).click()
  await page.getByRole('button', { name: 'Add code' }).click()
  await page.getByRole('link', { name: 'Enter a name' }).click()
  await expect(page.getByLabel('Name')).toBeFocused()
  await page.getByLabel('Name').fill('Quiet hours')
  await page.getByLabel('Colour').selectOption('7, olive')
  await page.getByLabel('Definition').fill('Times kept free of meetings.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add code' }).click()

  const code = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Quiet hours' }) })
  await expect(code).toContainText('Colour 7, olive · not used yet')
  await code.getByRole('button', { name: 'Move up the code Quiet hours' }).click()
  await expect(page.getByRole('listitem').last()).not.toContainText('Quiet hours')

  await code.getByRole('link', { name: 'Edit the code Quiet hours' }).click()
  await page.getByLabel('When to use (optional)').fill('The text names a time.')
  await page.getByRole('button', { name: 'Save code' }).click()
  await expect(code).toContainText('When to use: The text names a time.')

  await code.getByRole('button', { name: 'Retire the code Quiet hours' }).click()
  await expect(page.getByRole('heading', { name: 'Retired codes' })).toBeVisible()
  await code.getByRole('button', { name: 'Bring back the code Quiet hours' }).click()
  await expect(page.getByRole('heading', { name: 'Retired codes' })).toBeHidden()
})

test('others read it', async ({ signedIn }) => {
  const page = await signedIn('coventry')
  await page.goto('/workspace/codebook')
  await expect(page.getByRole('heading', { name: 'Co-production' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Add a code' })).toBeHidden()
})
