import { expect, test } from 'vitest'

import { describeCaseStudy, describeGallery, jsonInScript } from './structured-data'

const crumbs = [
  { name: 'The call', address: 'https://evidence.example/' },
  { name: 'Case studies', address: 'https://evidence.example/case-studies' },
]
const study = {
  title: 'A title </script><script>alert(1)</script><!-- & more',
  summary: 'A summary',
  publishedAt: '2026-11-03T09:00:00.000Z',
  organisationName: null,
  placeNames: ['Dudley'],
  themes: ['Early response'],
}
const call = { name: 'The call', commissioner: 'The authority', partners: [{ name: 'A university', url: '' }] }
const where = { address: 'https://evidence.example/case-studies/a', picture: 'https://evidence.example/p.png', crumbs }

test('a title cannot end the element that it stands in, and is read back as it was', () => {
  const written = jsonInScript(describeCaseStudy(study, call, where))
  expect(written).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(written)['@graph'][0].headline).toBe(study.title)
})

test('an article says who, when, where and on which page; a name that is kept back is not there', () => {
  const [article, way] = JSON.parse(jsonInScript(describeCaseStudy(study, call, where)))['@graph']
  expect(article).toMatchObject({
    '@type': 'Article',
    datePublished: study.publishedAt,
    author: [{ '@type': 'Organization', name: 'A university' }],
    publisher: { name: 'The authority' },
    image: where.picture,
    spatialCoverage: [{ '@type': 'Place', name: 'Dudley' }],
  })
  expect(article).not.toHaveProperty('mentions')
  expect(way.itemListElement.map((step: { position: number }) => step.position)).toEqual([1, 2])
})

test('the gallery lists what stands on its page', () => {
  const items = [{ name: 'One', address: 'https://evidence.example/case-studies/one' }]
  const { address } = where
  const [page] = JSON.parse(
    jsonInScript(describeGallery({ name: 'Case studies', description: 'd', address, crumbs, items })),
  )['@graph']
  expect(page.mainEntity).toMatchObject({ numberOfItems: 1, itemListElement: [{ position: 1, name: 'One' }] })
})
