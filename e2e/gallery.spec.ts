import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a reader narrows the case studies and reads one', async ({ page }) => {
      await page.goto('/case-studies')
      await expect(page.getByText(/^\d+ case studies$/)).toBeVisible()
      const all = await page.getByRole('article').count()
      await page.getByLabel('Place', { exact: true }).selectOption('Warwickshire')
      await page.getByRole('button', { name: 'Show case studies' }).click()
      await expect(page).toHaveURL(/place=warwickshire/)
      // Rugby lies in Warwickshire
      await expect(page.getByRole('link', { name: /^Handing over the order/ })).toBeVisible()
      expect(await page.getByRole('article').count()).toBeLessThan(all)
      await page.getByRole('link', { name: 'Remove filter Warwickshire' }).click()
      await expect(page).not.toHaveURL(/warwickshire/)
      await page.getByLabel('Search').fill('garden walls')
      await page.getByLabel('Search').press('Enter')
      await expect(page.getByText('1 case study matches')).toBeVisible()
      await page.getByRole('link', { name: /^Garden-wall larders/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: /^Garden-wall larders/ })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'What others can take from it' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Read next' })).toBeVisible()
    })
  })
}

test('a name that is not ours to give is not given', async ({ page }) => {
  await page.goto('/case-studies/a-telephone-table')
  await expect(page.getByText('A neighbourhood group in Telford and Wrekin')).toBeVisible()
})

test('the tiles of the region lead to what happened there', async ({ page }) => {
  await page.goto('/case-studies')
  await page.getByText('Choose a place on the map').click()
  await page
    .getByRole('list', { name: 'Case studies by place' })
    .getByRole('link', { name: /^Shropshire/ })
    .click()
  await expect(page).toHaveURL('/case-studies?place=shropshire')
  await expect(page.getByRole('link', { name: /^The bus that carried a signal/ })).toBeVisible()
})

test('nothing found says what to do next', async ({ page }) => {
  await page.goto('/case-studies?q=zeppelin')
  await expect(page.getByText('No case study matches')).toBeVisible()
  await page.getByRole('link', { name: 'Show all case studies' }).click()
  await expect(page).toHaveURL('/case-studies')
})

for (const address of [
  '/case-studies?theme=nonsense&place=atlantis&type=bank&after=x',
  '/case-studies?q=%00%22%26%7C!(%3A*&after=99_00000000-0000-0000-0000-000000000000',
  `/case-studies?q=${'long'.repeat(200)}`,
])
  test(`a made-up address still shows a page: ${address.slice(0, 60)}`, async ({ page }) => {
    expect((await page.goto(address))?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1, name: 'Case studies' })).toBeVisible()
  })

for (const slug of [
  'no-such-case-study',
  'prescriptions-on-the-milk-round',
  'Garden-Wall-Larders',
  '%00',
  `${'x'.repeat(300)}`,
])
  test(`what was never published is not there: ${slug.slice(0, 40)}`, async ({ page }) => {
    const status = (await page.goto(`/case-studies/${slug}`))?.status()
    expect([400, 404]).toContain(status)
  })

for (const width of [360, 768, 1280])
  test(`the gallery and a case study fit ${width} pixels and are accessible`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    for (const address of ['/case-studies?place=warwickshire', '/case-studies/garden-wall-larders']) {
      await page.goto(address)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
  })
