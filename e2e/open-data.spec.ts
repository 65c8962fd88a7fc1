import { readFile } from 'node:fs/promises'

import { expect, expectAccessible, expectNoSidewaysScroll, readAtom, test } from './fixtures'

const list = '/api/v1/case-studies'

test('a reader takes the case studies away, and finds the feed', async ({ page }) => {
  await page.goto('/case-studies')
  await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute('href', /case-studies\.atom$/)
  await page.getByRole('main').getByRole('link', { name: 'open data' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Open data' })).toBeVisible()
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }
  for (const [link, holds] of [
    ['CSV', /^\ufeffid,slug,url/],
    ['JSON', /^\{"title":/],
    ['JSON Lines', /^\{"id":/],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link, exact: true }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^case-studies-[a-z0-9-]+-\d{4}-\d\d-\d\d\.(?:csv|jsonl?)$/)
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toMatch(holds)
    expect(text).toContain('garden-wall-larders')
    expect(text).not.toContain('prescriptions-on-the-milk-round')
  }
})

test('a program reads all of them, page by page, and asks whether anything has changed', async ({ request }) => {
  const slugs: string[] = []
  for (let next: string | null = `${list}?limit=3`; next;) {
    const answer = await request.get(next)
    const page: { caseStudies: { slug: string }[]; next: string | null } = await answer.json()
    expect(answer.headers()['link'] ?? '').toBe(page.next ? `<${page.next}>; rel="next"` : '')
    slugs.push(...page.caseStudies.map(({ slug }) => slug))
    next = page.next
  }
  expect(new Set(slugs).size).toBe(slugs.length)
  for (const slug of ['garden-wall-larders', 'a-telephone-table']) expect(slugs).toContain(slug)

  const study = await request.get(`${list}/garden-wall-larders`)
  const { etag = '', 'last-modified': changed = '' } = study.headers()
  expect(study.headers()['access-control-allow-origin']).toBe('*')
  const conditions: Record<string, string>[] = [{ 'if-none-match': etag }, { 'if-modified-since': changed }]
  for (const headers of conditions)
    expect((await request.get(`${list}/garden-wall-larders`, { headers })).status()).toBe(304)
  expect((await request.head(`${list}/garden-wall-larders`)).headers()['etag']).toBe(etag)

  const problem = 'application/problem+json'
  for (const [method, path, status] of [
    ['GET', `${list}?place=atlantis`, 400],
    ['GET', `${list}/no-such-case-study`, 404],
    ['GET', '/api/v1/nothing', 404],
    ['POST', list, 405],
    ['DELETE', `${list}/garden-wall-larders`, 405],
  ] as const) {
    const answer = await request.fetch(path, { method })
    expect(answer.status(), `${method} ${path}`).toBe(status)
    expect(answer.headers()['content-type']).toBe(problem)
    expect(await answer.json()).toMatchObject({ status })
  }
  expect((await request.fetch(list, { method: 'OPTIONS' })).headers()['access-control-allow-methods']).toContain('GET')
})

test('what is unpublished is forgotten by all of them within a second', async ({ signedIn, request }) => {
  // Nothing else is told of this one.
  const [slug, title] = ['a-grant-without-lines', /^A grant/]
  const places = [
    '/data/case-studies.csv',
    '/data/case-studies.json',
    '/data/case-studies.jsonl',
    '/data/case-studies.atom',
    '/sitemap.xml',
    `${list}?limit=100`,
  ]
  const tell = () =>
    Promise.all(
      places.map(async place => {
        const answer = await request.get(place)
        return { place, etag: answer.headers()['etag'] ?? '', told: (await answer.text()).includes(slug) }
      }),
    )
  const before = await tell()
  expect(before.filter(({ told }) => !told)).toEqual([])
  const idInFeed = async () => {
    const { ids, titles } = readAtom(await (await request.get('/data/case-studies.atom')).text())
    return ids[titles.findIndex(one => title.test(one))]
  }
  const id = await idInFeed()
  expect(id).toMatch(/^urn:uuid:/)

  const lead = await signedIn('lead')
  await lead.goto('/workspace/case-studies?status=PUBLISHED')
  await lead.getByRole('link', { name: title }).click()
  await lead.getByRole('button', { name: 'Unpublish' }).click()
  await expect(lead.getByRole('button', { name: 'Unpublish' })).toHaveCount(0)
  const gone = await tell()
  expect(gone.filter(({ told }) => told)).toEqual([])
  for (const { place, etag } of gone) expect(etag, place).not.toBe(before.find(one => one.place === place)?.etag)
  expect((await request.get(`${list}/${slug}`)).status()).toBe(410)

  await test.step('and told again once it is published anew, as the same', async () => {
    await lead.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(lead.getByRole('button', { name: 'Unpublish' })).toBeVisible()
    expect((await tell()).filter(({ told }) => !told)).toEqual([])
    expect(await idInFeed()).toBe(id)
  })
})
