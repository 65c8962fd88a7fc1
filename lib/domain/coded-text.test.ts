import fc from 'fast-check'
import { expect, test } from 'vitest'

import { segmentsOf } from './coded-text'

const c = (id: string, start: number, end: number) => ({ id, start, end })
const told = (text: string, ...codings: ReturnType<typeof c>[]) =>
  segmentsOf(text, codings).map(s => `${s.text}:${s.codings.map(({ id, lane }) => id + lane).join('')}`)

test.each([
  ['without codings it is one', [], ['👍abcdef:']],
  ['a span cuts it in three', [c('x', 1, 3)], ['👍:', 'ab:x0', 'cdef:']],
  ['nested spans lie in two lanes', [c('y', 2, 3), c('x', 0, 4)], ['👍a:x0', 'b:x0y1', 'c:x0', 'def:']],
  ['overlapping ones too', [c('x', 0, 3), c('y', 2, 5)], ['👍a:x0', 'b:x0y1', 'cd:y1', 'ef:']],
  ['a lane that is free again is used again', [c('x', 0, 2), c('y', 2, 4)], ['👍a:x0', 'bc:y0', 'def:']],
  ['the same words twice', [c('y', 1, 2), c('x', 1, 2)], ['👍:', 'a:x0y1', 'bcdef:']],
  ['what lies outside is left out', [c('x', 5, 99)], ['👍abcdef:']],
])('%s', (_, codings, segments) => expect(told('👍abcdef', ...codings)).toEqual(segments))

test('together they are the text, each coding lies on its own words, and no two share a lane', () => {
  const text = '👍🏽 volunteers cooked for 漢字 and went home'
  const length = Array.from(text).length
  const span = fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), spans => {
      const codings = spans.filter(([a, b]) => a < b).map(([a, b], index) => c(`c${index}`, a, b))
      const segments = segmentsOf(text, codings)
      expect(segments.map(segment => segment.text).join('')).toBe(text)
      for (const { id, start, end } of codings) {
        const own = segments.filter(segment => segment.codings.some(coding => coding.id === id))
        expect(own.map(segment => segment.text).join('')).toBe(Array.from(text).slice(start, end).join(''))
      }
      for (const { codings: here } of segments) expect(new Set(here.map(({ lane }) => lane)).size).toBe(here.length)
    }),
  )
})
