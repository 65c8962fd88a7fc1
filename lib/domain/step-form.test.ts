import { expect, test } from 'vitest'
import { readForm, stepFields } from './step-form'

function form(entries: [string, string | Blob][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

test('a form is read to its own step’s texts and lists, whatever else it holds', () => {
  const sent = form([
    ['$ACTION_KEY', 'k'],
    ['step', 'place'],
    ['places', 'dudley'],
    ['neighbourhood', 'Gornal'],
    ['status', 'SUBMITTED'],
  ])
  expect(readForm('place', sent)).toEqual({ places: ['dudley'], neighbourhood: 'Gornal' })
})

test.each<[string, [string, string | Blob][], unknown]>([
  ['what is not there is empty', [], { title: '', prompts: [] }],
  [
    'several texts for one',
    [
      ['title', 'a'],
      ['title', 'b'],
    ],
    { prompts: [] },
  ],
  ['a file', [['title', new Blob(['x'])]], { title: '', prompts: [] }],
])('%s', (_, entries, read) => {
  expect(readForm('example', form(entries))).toEqual(read)
})

test('links come one name each', () => {
  const sent = form([0, 1, 2, 3, 4].map(index => [`links.${index}`, index === 1 ? '' : `https://example.org/${index}`]))
  expect(readForm('material', sent).links).toHaveLength(5)
  expect(readForm('material', 'no form')).toEqual({ links: [] })
})

test('each field belongs to one step', () => {
  expect(stepFields('story')).toEqual(['whatHappened', 'difference', 'learned'])
})
