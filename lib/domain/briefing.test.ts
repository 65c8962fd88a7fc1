import { describe, expect, test } from 'vitest'

import { inBriefingOrder, movedUp, readBriefingChoice } from './briefing'

describe('a briefing is asked for in its address', () => {
  test('with what is known, and the usual for the rest', () => {
    const asked = { with: ['a-park', 'a-park', 'Not a slug', '../x', 'larders'], order: 'random', format: 'exe' }
    expect(readBriefingChoice(asked)).toEqual({
      with: ['a-park', 'larders'],
      collection: null,
      title: '',
      audience: '',
      order: 'chosen',
      format: 'pdf',
      notes: false,
    })
  })

  test('with no more than fit, and words of a line', () => {
    const many = Array.from({ length: 30 }, (_, index) => `study-${index}`)
    const choice = readBriefingChoice({ with: many, title: `  Food\n in  crises ${'x'.repeat(200)}`, notes: 'yes' })
    expect(choice.with).toHaveLength(20)
    expect(choice.title.startsWith('Food in crises x')).toBe(true)
    expect(choice.title).toHaveLength(120)
    expect(choice.notes).toBe(true)
  })
})

test.each([
  [0, ['a', 'b', 'c']],
  [1, ['b', 'a', 'c']],
  [2, ['a', 'c', 'b']],
  [3, ['a', 'b', 'c']],
])('the one at %i moves up', (at, moved) => {
  expect(movedUp(['a', 'b', 'c'], at)).toEqual(moved)
})

test('case studies come in the order that was asked for', () => {
  const study = (title: string, place: string, approvedAt: string) => ({ title, placeNames: [place], approvedAt })
  const studies = [
    study('B', 'Dudley', '2026-01-02'),
    study('A', 'Walsall', '2026-01-01'),
    study('C', 'Coventry', '2026-01-03'),
  ]
  const titles = (order: 'chosen' | 'title' | 'place' | 'newest') => inBriefingOrder(studies, order).map(s => s.title)
  expect(titles('chosen')).toEqual(['B', 'A', 'C'])
  expect(titles('title')).toEqual(['A', 'B', 'C'])
  expect(titles('place')).toEqual(['C', 'B', 'A'])
  expect(titles('newest')).toEqual(['C', 'B', 'A'])
})
