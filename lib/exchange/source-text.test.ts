import fc from 'fast-check'
import { expect, test } from 'vitest'

import { decodeSource, frozenText } from './source-text'

const ends = fc.constantFrom('\n', '\r\n', '\r', '\r\r\n', '🍲', 'e\u0301', 'word', ' ')
const raw = fc.array(fc.oneof(ends, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 20 })

test('whatever ends the lines, what lies between two positions is the same words', () => {
  fc.assert(
    fc.property(raw, fc.nat(200), fc.nat(200), (pieces, one, other) => {
      const points = Array.from(pieces.join(''))
      const { text, length, place } = frozenText(points.join(''))
      expect(length).toBe(points.length)
      const [start, end] = [one, other].map(at => at % (length + 1)).toSorted((a, b) => a - b)
      const kept = Array.from(text)
        .slice(place(start ?? 0), place(end ?? 0))
        .join('')
      // a position between CR and LF is one before both
      const cut = points.slice(start, end).join('')
      const whole = points[end ?? 0] === '\n' ? cut.replace(/\r$/, '') : cut
      expect(kept).toBe(whole.replace(/\r\n?/g, '\n'))
    }),
  )
})

test('UTF-8 and UTF-16 with their marks are the same words; what is neither is refused with its name', () => {
  const words = 'Café 🍲'
  const big = Buffer.from(`\ufeff${words}`, 'utf16le').swap16()
  for (const bytes of [
    Buffer.from(words),
    Buffer.from(`\ufeff${words}`),
    Buffer.from(`\ufeff${words}`, 'utf16le'),
    big,
  ])
    expect(decodeSource(bytes, 'S')).toBe(words)
  expect(() => decodeSource(Buffer.from('Café', 'latin1'), 'S')).toThrow('The text of the source “S” is neither UTF-8')
})
