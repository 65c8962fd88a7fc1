import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

// What other journeys rely on (that the call is open, its prompts and places) is left as it is.
test.describe.configure({ mode: 'serial' })

test('a lead edits the press page, and the public reads it at once', async ({ signedIn, page: visitor }) => {
  const page = await signedIn('lead')
  await page.goto('/workspace/call?part=press')
  await expectAccessible(page)
  const facts = page.getByLabel('Key facts (optional)')
  const before = await facts.inputValue()
  await facts.fill(`${before}\nSeen by`)
  await page.getByRole('button', { name: 'Save press page' }).click()
  await expect(page.getByRole('link', { name: /Enter a colon after the name of each fact/ })).toBeVisible()
  await expect(facts).toHaveValue(`${before}\nSeen by`)
  await facts.fill(`${before}\nSeen by: a lead of this portal`)
  await page.getByRole('button', { name: 'Save press page' }).click()
  await expect(page.getByText('Saved. The press page shows it now.')).toBeVisible()
  await visitor.goto('/press')
  await expect(visitor.getByText('a lead of this portal')).toBeVisible()
  await facts.fill(before)
  await page.getByRole('button', { name: 'Save press page' }).click()
  await expect(page.getByText('Saved. The press page shows it now.')).toBeVisible()
})

test('two leads save at once: the second is shown both', async ({ signedIn }) => {
  const [one, other] = [await signedIn('lead'), await signedIn('lead')]
  await one.goto('/workspace/call')
  await other.goto('/workspace/call')
  const field = 'When the report is expected (optional)'
  const before = await one.getByLabel(field).inputValue()
  await one.getByLabel(field).fill('In October')
  await one.getByRole('button', { name: 'Save text' }).click()
  await expect(one.getByText('Saved.', { exact: false })).toBeVisible()
  await other.getByLabel(field).fill('In November')
  await other.getByRole('button', { name: 'Save text' }).click()
  await expect(other.getByRole('row', { name: 'Report expected In October In November' })).toBeVisible()
  await other.getByLabel(field).fill(before)
  await other.getByRole('button', { name: 'Save mine' }).click()
  await expect(other.getByText('Saved.', { exact: false })).toBeVisible()
})

test('each part has its address, and the preview reads as the public page does', async ({ signedIn }) => {
  const page = await signedIn('lead')
  await page.goto('/workspace/call')
  for (const part of ['Text', 'Dates', 'Prompts', 'Lenses', 'Places', 'Partners', 'Press', 'Preview']) {
    await page.getByRole('navigation', { name: 'Parts of the call' }).getByRole('link', { name: part }).click()
    await expect(page).toHaveURL(new RegExp(`part=${part.toLowerCase()}`))
    await expect(page.getByRole('link', { name: part, exact: true })).toHaveAttribute('aria-current', 'page')
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  await expect(page.getByRole('link', { name: 'Give evidence' })).toBeVisible()
})

test('a lens comes and goes', async ({ signedIn }) => {
  const page = await signedIn('lead')
  await page.goto('/workspace/call?part=lenses')
  await page.getByRole('button', { name: 'Add a lens' }).click()
  const row = page.getByRole('group', { name: 'New lens' })
  await expect(row.getByLabel('Name')).toBeFocused()
  await row.getByLabel('Name').fill('Patience')
  await page.getByRole('button', { name: 'Save lenses' }).click()
  const kept = page.getByRole('group', { name: 'Patience' })
  await kept.getByLabel('Remove').check()
  await page.getByRole('button', { name: 'Save lenses' }).click()
  await expect(kept).toBeHidden()

  const used = page.getByRole('group', { name: 'Innovation' })
  await used.getByLabel('Remove').check()
  await page.getByRole('button', { name: 'Save lenses' }).click()
  await expect(page.getByText('“Innovation” is in use, so it cannot be removed.')).toBeVisible()
})

test('only leads edit the call', async ({ signedIn }) => {
  for (const account of ['bvsc', 'administrator'] as const)
    expect((await (await signedIn(account)).goto('/workspace/call'))?.status()).toBe(404)
})
