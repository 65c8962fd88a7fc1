import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

const pages = [
  { link: 'Privacy', path: '/privacy', heading: 'Privacy notice' },
  { link: 'Accessibility', path: '/accessibility', heading: 'Accessibility statement' },
  { link: 'Contact and complaints', path: '/contact', heading: 'Contact and complaints' },
]

for (const { link, path, heading } of pages) {
  test(`${path} is found from the foot of each page, and can be read by everyone`, async ({ page, context }) => {
    await page.goto('/')
    await page.getByRole('navigation', { name: 'About this site' }).getByRole('link', { name: link }).click()
    await expect(page).toHaveURL(path)
    await expect(page).toHaveTitle(`${heading} · West Midlands evidence portal`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)
    expect(await context.cookies(), 'reading sets no cookie').toEqual([])
  })
}

test('every link of the reading pages leads somewhere', async ({ page, request }) => {
  const found = new Set<string>()
  for (const path of ['/', '/press', ...pages.map(one => one.path)]) {
    await page.goto(path)
    for (const link of await page.getByRole('link').all()) {
      const href = await link.getAttribute('href')
      if (href?.startsWith('/')) found.add(href)
    }
  }
  expect(found.size).toBeGreaterThan(5)
  for (const href of found) expect((await request.get(href)).status(), href).toBe(200)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a person who is unhappy learns how to complain, to us and to the ICO', async ({ page }) => {
    await page.goto('/privacy')
    await expect(page.getByRole('region', { name: 'Who is responsible' }).getByRole('listitem')).toHaveText([
      'University of Wolverhampton',
      'BVSC',
      'Coventry University',
    ])
    await page.getByRole('link', { name: 'How complaints work' }).click()
    const complaints = page.getByRole('region', { name: 'Complaints' })
    await expect(complaints.getByText('Within 30 days')).toBeVisible()
    await expect(complaints.getByRole('link', { name: 'ico.org.uk/make-a-complaint' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'evidence@portal.example' })).toBeVisible()
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  for (const path of ['/nothing', '/nothing/at/all', '/case-studies/nothing', '/calls/nothing', '/submit/nothing'])
    test(`somebody who mistyped ${path} is helped on`, async ({ page }) => {
      expect((await page.goto(path))?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
      await page.getByRole('main').getByRole('link', { name: 'Case studies' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Case studies' })).toBeVisible()
    })
})
