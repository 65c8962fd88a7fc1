import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { carrierOf } from './carry-over'
import { lengthOf, spanFault, textOf } from './span'

function carried(old: string, now: string, words: string) {
  const unit = old.indexOf(words)
  const start = lengthOf(old.slice(0, unit))
  const span = carrierOf(old, now)({ start, end: start + lengthOf(words) })
  return span && { at: span.start, words: textOf(now, span) }
}

describe('after a correction a span', () => {
  const old = 'We cooked 👍 soup. Forty volunteers came. We cooked again.'

  test.each([
    [
      'stays where nothing before it changed',
      'We cooked 👍 soup. Forty volunteers came. Never again.',
      'cooked 👍 soup',
      3,
    ],
    ['moves with its words', 'In May, we cooked 👍 soup. Forty volunteers came.', 'Forty volunteers', 26],
    ['is found again where its paragraph was moved', 'Forty volunteers came. We cooked 👍 soup.', '👍 soup.', 33],
  ])('%s', (_, now, words, at) => expect(carried(old, now, words)).toEqual({ at, words }))

  test.each([
    ['its words were changed', 'We cooked 👍 stew. Forty volunteers came. We cooked again.', '👍 soup'],
    ['a word was put between', 'We cooked 👍 good soup. Forty volunteers came.', '👍 soup'],
    ['all is gone', '', 'Forty volunteers'],
    ['its words now stand twice, and neither place is theirs', 'x Forty came, y Forty came', 'Forty volunteers came'],
  ])('is lost where %s', (_, now, words) => expect(carried(old, now, words)).toBeNull())

  test('has its words, whatever was corrected', () => {
    const word = fc.constantFrom('we', 'cooked', 'soup', '👍🏽', 'cafe\u0301', 'and', '\n')
    const body = fc.array(word, { minLength: 1, maxLength: 40 }).map(words => words.join(' '))
    fc.assert(
      fc.property(body, body, fc.nat(200), fc.integer({ min: 1, max: 60 }), (before, after, start, length) => {
        const span = { start, end: start + length }
        fc.pre(spanFault(before, span) === null)
        const now = carrierOf(before, after)(span)
        if (now) expect(textOf(after, now)).toBe(textOf(before, span))
        if (before === after) expect(now).toEqual(span)
      }),
    )
  })
})
