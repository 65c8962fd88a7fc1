import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { changesOf } from './word-changes'

describe('how a text became another', () => {
  test('is told in words', () => {
    expect(changesOf('They cooked for forty.', 'They cooked for sixty people.')).toEqual([
      { kind: 'same', text: 'They cooked for ' },
      { kind: 'removed', text: 'forty' },
      { kind: 'added', text: 'sixty people' },
      { kind: 'same', text: '.' },
    ])
    expect(changesOf('', '')).toEqual([])
    expect(changesOf('', 'New')).toEqual([{ kind: 'added', text: 'New' }])
  })

  test('holds both texts whole', () => {
    const text = fc.array(fc.constantFrom('they', 'cooked', ' ', '\n\n', '🍲', 'é', '.')).map(parts => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changesOf(before, after)
        const without = (kind: string) =>
          changes
            .filter(change => change.kind !== kind)
            .map(change => change.text)
            .join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
    )
  })
})
