import { expect, test } from 'vitest'

import { quotationOf } from './comment'

test.each([
  ['We cooked 🍲 daily.', { start: 3, end: 11 }, 'cooked 🍲'],
  [`${'a'.repeat(280)}`, { start: 0, end: 280 }, 'a'.repeat(280)],
  [`${'a'.repeat(281)}`, { start: 0, end: 281 }, `${'a'.repeat(279)}…`],
  [`${'a'.repeat(278)}👩🏽‍🌾${'b'.repeat(9)}`, { start: 0, end: 291 }, `${'a'.repeat(278)}…`],
])('%s is quoted', (text, span, expected) => {
  expect(quotationOf(text, span)).toBe(expected)
})
