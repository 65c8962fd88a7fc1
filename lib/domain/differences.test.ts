import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differencesOf } from './differences'

const own = (stretches: { text: string; own: boolean }[]) =>
  stretches.filter(each => each.own).map(({ text }) => text.trim())

test('words that only one of them has are marked', () => {
  const { left, right } = differencesOf('We cooked hot meals for forty.', 'We cooked meals for fifty, daily.')
  expect(own(left)).toEqual(['hot', 'forty.'])
  expect(own(right)).toEqual(['fifty, daily.'])
})

test('the same text differs in nothing, whatever its capitals and lines', () => {
  const { left, right } = differencesOf('We cooked.\n\nA lot.', 'we COOKED. a lot.')
  expect([...own(left), ...own(right)]).toEqual([])
})

test('each text stays whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const { left, right } = differencesOf(a, b)
      const whole = (text: string) => (text.trim() === '' ? '' : text)
      expect(left.map(({ text }) => text).join('')).toBe(whole(a))
      expect(right.map(({ text }) => text).join('')).toBe(whole(b))
    }),
  )
})

test('very long texts are shown whole', () => {
  const long = 'word '.repeat(5_000)
  expect(differencesOf(long, `${long}more`).right).toEqual([{ text: `${long}more`, own: true }])
})
