import { atomFaults, expect, htmlFaults, hasJava, structuredData, structuredDataFaults, test } from './fixtures'

/** Every public page, with how it answers. */
const pages: Record<string, number> = {
  '/': 200,
  '/press': 200,
  '/case-studies': 200,
  '/case-studies?place=warwickshire&q=food': 200,
  '/case-studies/garden-wall-larders': 200,
  '/data': 200,
  '/report': 200,
  '/report/what-organisations-did': 200,
  '/report/notes': 200,
  '/report/notes/1': 200,
  '/report/references': 200,
  '/report/editions/1': 200,
  '/privacy': 200,
  '/accessibility': 200,
  '/contact': 200,
  '/submit/organisation': 200,
  '/sign-in': 200,
  '/no-such-page': 404,
}

test('public pages are valid HTML, and what they tell programs is whole', async ({ request }) => {
  test.setTimeout(240_000) // the checker takes a while to start
  const read: Record<string, string> = {}
  for (const [path, status] of Object.entries(pages)) {
    const answer = await request.get(path, { headers: { accept: 'text/html' } })
    expect(answer.status(), path).toBe(status)
    read[path] = await answer.text()
    expect(structuredDataFaults(read[path]), `structured data of ${path}`).toEqual([])
  }
  expect(structuredData(read['/data'] ?? '')).toMatchObject([{ '@type': 'Dataset' }])
  test.skip(!hasJava(), 'the checker of HTML needs Java')
  expect(await htmlFaults(read)).toEqual([])
})

test('the feed is valid', async ({ request }) => {
  const answer = await request.get('/data/case-studies.atom')
  expect(answer.headers()['content-type']).toContain('application/atom+xml')
  expect(atomFaults(await answer.text())).toEqual([])
})
