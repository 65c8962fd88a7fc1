import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a reader narrows the case studies and reads one', async ({ page }) => {
      await page.goto('/case-studies')
      await expect(page.getByText(/^\d+ case studies$/)).toBeVisible()
      const all = await page.getByRole('article').count()
      await page.getByLabel('Place', { exact: true }).selectOption('warwickshire')
      await page.getByRole('button', { name: 'Show case studies' }).click()
      await expect(page).toHaveURL(/place=warwickshire/)
      // Rugby lies in Warwickshire
      await expect(page.getByRole('link', { name: /^Handing over the order/ })).toBeVisible()
      expect(await page.getByRole('article').count()).toBeLessThan(all)
      await page.getByRole('link', { name: 'Remove filter Warwickshire' }).click()
      await expect(page).not.toHaveURL(/warwickshire/)
      await page.getByLabel('Search', { exact: true }).fill('garden walls')
      await page.getByLabel('Search', { exact: true }).press('Enter')
      await expect(page.getByText('1 case study matches')).toBeVisible()
      await page.getByRole('link', { name: /^Garden-wall larders/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: /^Garden-wall larders/ })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'What others can take from it' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Read next' })).toBeVisible()
    })
  })
}

test('a case study can be cited, shared and read by search engines', async ({ page, request }) => {
  const address = '/case-studies/garden-wall-larders'
  await page.goto(address)
  await expect(page.getByText(/^University of Wolverhampton, BVSC, & Coventry University\. \(20\d\d, /)).toBeVisible()
  await page.getByText('For reference managers').click()
  await expect(page.getByRole('region', { name: 'RIS' })).toContainText('TY - RPRT')
  for (const [name, ending, beginning] of [
    ['BibTeX', 'bib', '@techreport{garden-wall-larders,'],
    ['RIS', 'ris', 'TY  - RPRT\r\n'],
    ['CSL-JSON', 'json', '[\n'],
  ] as const) {
    await expect(page.getByRole('link', { name: `Download ${name}` })).toBeVisible()
    const file = await request.get(`${address}/cite.${ending}`)
    expect(file.headers()['content-disposition']).toBe(`attachment; filename="garden-wall-larders.${ending}"`)
    expect((await file.text()).startsWith(beginning)).toBe(true)
  }
  const picture = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
  const card = await request.get(picture)
  expect(card.headers()['content-type']).toBe('image/png')
  const bytes = await card.body()
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]) // where a PNG says its size
  const again = await request.get(picture, { headers: { 'if-none-match': card.headers()['etag'] ?? '' } })
  expect(again.status()).toBe(304)
  const graph = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')['@graph']
  expect(graph.map((thing: { '@type': string }) => thing['@type'])).toEqual(['Article', 'BreadcrumbList'])
  for (const gone of ['cite.bib', 'card.png'])
    expect((await request.get(`/case-studies/prescriptions-on-the-milk-round/${gone}`)).status()).toBe(404)
})

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

test('the list follows what is typed, and focus and caret stay', async ({ page }) => {
  await page.goto('/case-studies')
  const search = page.getByLabel('Search', { exact: true })
  await search.pressSequentially('garden walls')
  await expect(page).toHaveURL('/case-studies?q=garden+walls')
  await expect(page.getByRole('status')).toHaveText('1 case study matches')
  await expect(search).toBeFocused()
  await search.press('ArrowLeft')
  await search.press('x')
  await expect(search).toHaveValue('garden wallxs')
  await expect(page.getByRole('status')).toHaveText('No case study matches')
  await page.getByRole('link', { name: 'Remove filter “garden wallxs”' }).click()
  await expect(page).toHaveURL('/case-studies')
  await expect(search).toHaveValue('')
})

test('facets count beside each other, sort, and say what to give up', async ({ page }) => {
  await page.goto('/case-studies?place=warwickshire&sort=title')
  const titles = await page.getByRole('article').getByRole('heading').allTextContents()
  expect(titles).toEqual(titles.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)))
  await page.getByLabel('Kind of organisation').selectOption({ label: 'Faith group (0)' })
  await expect(page.getByText('Give up one of your choices:')).toBeVisible()
  await page.getByRole('link', { name: /^Without “Faith group” \(\d+ case stud/ }).click()
  await expect(page).toHaveURL('/case-studies?place=warwickshire&sort=title')
  await expect(page.getByLabel('Kind of organisation')).toHaveValue('')
})

test('nothing found says what to do next', async ({ page }) => {
  await page.goto('/case-studies?q=zeppelin')
  await expect(page.getByText('No case study matches')).toBeVisible()
  await page.getByRole('link', { name: 'Show all case studies' }).click()
  await expect(page).toHaveURL('/case-studies')
})

for (const [address, status, note] of [
  ['/case-studies?theme=nonsense&place=atlantis&type=bank', 404, 'There is no such theme here'],
  ['/case-studies?community=nobody&lens=x', 404, 'There is no such community here'],
  ['/case-studies?after=x', 404, 'There is no such page of this list.'],
  ['/case-studies?after=1999-01-01T00:00:00.000Z_00000000-0000-0000-0000-000000000000', 404, 'There is no such page'],
  ['/case-studies?sort=title&before=%00_%ff', 404, 'There is no such page'],
  ['/case-studies?q=%00%22%26%7C!(%3A*', 200, 'Case studies'],
  [`/case-studies?q=${'long'.repeat(2_500)}`, 200, 'Only the first 200 characters'],
] as const)
  test(`a made-up address still shows a page: ${address.slice(0, 60)}`, async ({ page }) => {
    expect((await page.goto(address))?.status()).toBe(status)
    await expect(page.getByRole('heading', { level: 1, name: 'Case studies' })).toBeVisible()
    await expect(page.getByText(note).first()).toBeVisible()
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
