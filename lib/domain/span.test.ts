import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { lengthOf, pointAt, spanFault, textOf, unitAt, wholeCharacters } from './span'

const family = '👨‍👩‍👧' // three people and two joiners: one character
const text = `Caf\u0065\u0301 ${family} 👍🏽 went on`

describe('a span', () => {
  test.each([
    [0, 3, null],
    [0, 5, null],
    [0, 4, 'splits'],
    [3, 5, null],
    [4, 5, 'splits'],
    [6, 11, null],
    [6, 7, 'splits'],
    [6, 10, 'splits'],
    [12, 14, null],
    [12, 13, 'splits'],
    [5, 6, 'empty'],
    [3, 3, 'empty'],
    [5, 3, 'empty'],
    [-1, 3, 'outside'],
    [0, 1000, 'outside'],
    [0.5, 3, 'empty'],
    [Number.NaN, 3, 'empty'],
  ])('from %d to %d: %s', (start, end, fault) => {
    expect(spanFault(text, { start, end })).toBe(fault)
  })

  test('counts code points, not UTF-16 units', () => {
    expect(lengthOf('a👍b')).toBe(3)
    expect(textOf('a👍b', { start: 1, end: 2 })).toBe('👍')
    expect([unitAt('a👍b', 2), pointAt('a👍b', 3)]).toEqual([3, 2])
  })

  test.each([
    [6, 8, family],
    [12, 13, '👍🏽'],
    [4, 7, `\u0065\u0301 ${family}`.normalize('NFD')],
    [14, 18, 'wen'],
  ])('is widened to whole characters from %d to %d', (start, end, words) => {
    const whole = wholeCharacters(text, { start, end })
    expect(whole && textOf(text, whole)).toBe(words)
  })

  test('of nothing but spaces is none', () => expect(wholeCharacters('a   b', { start: 1, end: 4 })).toBeNull())

  test('once widened has no fault, in any text', () => {
    const piece = fc.constantFrom('a', ' ', 'é', 'e\u0301', '👍🏽', family, '漢', '\n', 'ش', '\u200d')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(90), fc.nat(90), (pieces, a, b) => {
        const any = pieces.join('')
        const whole = wholeCharacters(any, { start: Math.min(a, b), end: Math.max(a, b) })
        if (whole) expect(spanFault(any, whole)).toBeNull()
      }),
    )
  })
})
