import { expect, test } from 'vitest'

import { writtenOf } from './case-study'
import { proseOf } from './prose'
import { readReviewed, reviewedWords, whatChanged } from './what-changed'

const words = (whatHappened: string, placeNames = ['Dudley']) =>
  reviewedWords({
    ...writtenOf({
      title: 'A kitchen',
      summary: '',
      whatHappened: proseOf(whatHappened),
      whatWasNew: [],
      difference: [],
      learning: [],
      quotation: '',
      quotationSource: '',
      decisionArea: '',
    }),
    placeNames,
    themes: [],
    lenses: [],
  })

test('tells by words what came and went, and only the fields that changed', () => {
  const changes = whatChanged(words('They wrote twelve rules.'), words('They wrote ten rules.', ['Dudley', 'Walsall']))
  expect(changes.map(({ label }) => label)).toEqual(['What happened', 'Places'])
  expect(changes[0]?.parts).toEqual([
    { kind: 'same', text: 'They wrote ' },
    { kind: 'removed', text: 'twelve' },
    { kind: 'added', text: 'ten' },
    { kind: 'same', text: ' rules.' },
  ])
})
test('nothing where nothing changed', () => expect(whatChanged(words('a'), words('a'))).toEqual([]))

test('two long texts with nothing in common are told whole, and soon', () => {
  const long = (word: string) => Array.from({ length: 2_000 }, (_, n) => `${word}${n}`).join(' ')
  const began = performance.now()
  const parts = whatChanged(words(long('a')), words(long('b')))[0]?.parts ?? []
  expect(performance.now() - began).toBeLessThan(2_000)
  const text = (kind: string) =>
    parts
      .filter(part => part.kind !== kind)
      .map(part => part.text)
      .join('')
  expect(text('removed')).toBe(long('b'))
  expect(text('added')).toBe(long('a'))
})

test('what was kept is read again, and anything else is nothing', () => {
  const kept = words('They met.')
  expect(readReviewed(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(readReviewed(null)).toBeNull()
  expect(readReviewed({ title: 7 })).toBeNull()
})
