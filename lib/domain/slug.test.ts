import { describe, expect, test } from 'vitest'

import { freeSlug, slugFrom } from './slug'

describe('addresses', () => {
  test.each([
    ['A kitchen for everyone', 'a-kitchen-for-everyone'],
    ['  Café “Société” & co. ', 'cafe-societe-co'],
    ['The carers’ café', 'the-carers-cafe'],
    ['', 'case-study'],
    ['日本語', 'case-study'],
    ['word '.repeat(40), 'word-'.repeat(14).slice(0, -1)],
    ['x'.repeat(100), 'x'.repeat(70)],
  ])('"%s" becomes %s', (title, slug) => expect(slugFrom(title, 'case-study')).toBe(slug))

  test('a taken one gets a number', () => {
    expect(freeSlug('a', new Set())).toBe('a')
    expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3')
  })
})
