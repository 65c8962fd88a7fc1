import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

test('a journalist finds the story, the facts, the notes, the contact and the press release', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Press' }).click()
  await expect(page).toHaveTitle('Press information · West Midlands evidence portal')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Researchers ask how the West Midlands’ communities met the pandemic',
  )
  for (const name of ['Key facts', 'Notes to editors', 'The published press release', 'Contacts'])
    await expect(page.getByRole('region', { name })).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Key facts' }).getByText('Public Service Reform Directorate'),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: /New research project/ })).toHaveAttribute('href', /www\.wlv\.ac\.uk/)
  await expect(page.getByRole('link', { name: 'evidence@portal.example' })).toBeVisible()
  await expectAccessible(page)

  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
})
