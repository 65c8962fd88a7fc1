import { describe, expect, test } from 'vitest'

import {
  cslFile,
  inputOf,
  lettersOf,
  sortedWorks,
  Work,
  WorkInput,
  workInText,
  workOf,
  workReference,
} from './report-work'

const typed = {
  type: 'article-journal',
  title: 'Food at the door',
  authors: 'Smith, Anna Jane\nBVSC',
  year: '2021',
  container: 'Journal of Neighbours',
  publisher: '',
  volume: '12',
  issue: '3',
  pages: '1–20',
  doi: 'https://doi.org/10.1000/182',
  url: '',
}
const work = (more: Partial<typeof typed> = {}) => workOf(WorkInput.parse({ ...typed, ...more }))

test('what is typed is kept as CSL-JSON, and comes back as it was typed', () => {
  const kept = Work.parse(JSON.parse(JSON.stringify(work())))
  expect(kept).toMatchObject({ DOI: '10.1000/182', issued: { 'date-parts': [[2021]] } })
  expect(inputOf(kept)).toEqual({ ...typed, doi: '10.1000/182' })
})

test.each([
  [{ year: '21' }, 'year'],
  [{ title: ' ' }, 'title'],
  [{ url: 'www.example.org' }, 'url'],
  [{ type: 'film' }, 'type'],
])('%j is refused at its field', (more, field) => {
  const parsed = WorkInput.safeParse({ ...typed, ...more })
  expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0])).toEqual([field])
})

describe('APA style', () => {
  test.each([
    [typed.authors, '(Smith & BVSC, 2021)'],
    ['Smith, A\nJones, B\nKhan, C', '(Smith et al., 2021)'],
    ['', '(“Food at the door”, 2021)'],
  ])('%j is referred to as %s', (authors, words) => {
    expect(workInText(work({ authors }))).toBe(words)
  })

  test('an article stands with its journal, volume and pages', () => {
    const { before, title, after, url } = workReference(work())
    expect(before + title + after).toBe(
      'Smith, A. J., & BVSC. (2021). Food at the door. Journal of Neighbours, 12(3), 1–20.',
    )
    expect(url).toBe('https://doi.org/10.1000/182')
  })

  test('a report names its publisher once, and a work without authors begins with its title', () => {
    const report = work({
      type: 'report',
      authors: 'BVSC',
      publisher: 'BVSC',
      container: '',
      volume: '',
      issue: '',
      pages: '',
    })
    expect(workReference(report).after).toBe('.')
    const bare = workReference(work({ authors: '', year: '', container: '', volume: '', issue: '', pages: '' }))
    expect(bare.before + bare.title + bare.after).toBe('Food at the door. (n.d.).')
  })
})

test('works that authors and year do not tell apart get letters in the order of the bibliography', () => {
  const works = [
    { id: 'z', work: work({ title: 'Zest' }) },
    { id: 'a', work: work({ title: 'Apples' }) },
    { id: 'o', work: work({ authors: 'Other, O' }) },
  ]
  expect(sortedWorks(works).map(({ id }) => id)).toEqual(['o', 'a', 'z'])
  expect([...lettersOf(works)]).toEqual([
    ['a', 'a'],
    ['z', 'b'],
  ])
})

test('go out as CSL-JSON without what is empty', () => {
  const works = [{ id: 'a', csl: work({ doi: '', url: '' }) }, { id: 'old' }]
  expect(JSON.parse(cslFile(works))).toEqual([
    {
      id: 'a',
      type: 'article-journal',
      title: 'Food at the door',
      author: [{ family: 'Smith', given: expect.any(String) }, { literal: 'BVSC' }],
      issued: { 'date-parts': [[2021]] },
      'container-title': 'Journal of Neighbours',
      volume: '12',
      issue: '3',
      page: '1–20',
    },
  ])
})
