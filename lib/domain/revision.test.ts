import { expect, test } from 'vitest'

import { differences, RevisionContent, revisionFields } from './revision'

const first: RevisionContent = {
  organisationName: 'Gornal Pantry',
  organisationType: 'MUTUAL_AID',
  practice: 'OWN',
  practiceOf: '',
  communities: ['Carers', 'Young people'],
  places: ['dudley', 'walsall'],
  neighbourhood: '',
  title: 'Hot meals',
  prompts: ['anchors'],
  links: ['https://one.example/', 'https://two.example/'],
  files: ['a'],
  texts: { whatHappened: 1, difference: 1, learned: null },
}

test.each<[string, Partial<RevisionContent>, unknown]>([
  ['nothing', {}, []],
  ['the order of boxes', { places: ['walsall', 'dudley'], communities: ['Young people', 'Carers'] }, []],
  ['a title', { title: 'Warm meals' }, [{ field: 'title', before: ['Hot meals'], after: ['Warm meals'] }]],
  [
    'what was empty',
    { neighbourhood: 'Lower Gornal' },
    [{ field: 'neighbourhood', before: [], after: ['Lower Gornal'] }],
  ],
  ['a place less', { places: ['dudley'] }, [{ field: 'places', before: ['dudley', 'walsall'], after: ['dudley'] }]],
  [
    'the order of links',
    { links: ['https://two.example/', 'https://one.example/'] },
    [expect.objectContaining({ field: 'links' })],
  ],
  [
    'texts',
    { texts: { whatHappened: 2, difference: null, learned: 1 } },
    [
      { field: 'whatHappened', before: ['1'], after: ['2'] },
      { field: 'difference', before: ['1'], after: [] },
      { field: 'learned', before: [], after: ['1'] },
    ],
  ],
  ['a file', { files: [] }, [{ field: 'files', before: ['a'], after: [] }]],
])('a correction of %s', (_, changed, expected) => {
  expect(differences(first, { ...first, ...changed })).toEqual(expected)
})

test('every part of a revision is compared', () => {
  const { texts, ...others } = RevisionContent.parse(first)
  expect(new Set(revisionFields)).toEqual(new Set([...Object.keys(texts), ...Object.keys(others)]))
})

test('what it keeps holds nobody to contact', () => {
  expect(RevisionContent.parse({ ...first, email: 'a@b.example' })).not.toHaveProperty('email')
})
