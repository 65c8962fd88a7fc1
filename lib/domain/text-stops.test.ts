import { expect, test } from 'vitest'

import { textOf } from './span'
import { moved, spanOf, stopsOf, type Reading } from './text-stops'

const text = 'We cooked 👍🏽 soup. Forty came!\nDon’t ask.'
const words = (step: 'word' | 'sentence') => stopsOf(text, step).map(stop => textOf(text, stop))

test('words leave out spaces and marks', () =>
  expect(words('word')).toEqual(['We', 'cooked', 'soup', 'Forty', 'came', 'Don’t', 'ask']))

test('sentences are whole', () =>
  expect(words('sentence')).toEqual(['We cooked 👍🏽 soup.', 'Forty came!', 'Don’t ask.']))

test('steps select, extend, shrink, and stay at the ends', () => {
  const stops = stopsOf(text, 'word')
  const sentences = stopsOf(text, 'sentence')
  const said = (reading: Reading | null) => reading && textOf(text, spanOf(reading))
  let at = moved(stops, null, { forward: true, extend: false })
  expect(said(at)).toBe('We')
  at = moved(stops, at, { forward: false, extend: false })
  expect(said(at)).toBe('We')
  at = moved(stops, at, { forward: true, extend: false })
  expect(said(at)).toBe('cooked')
  at = moved(stops, at, { forward: true, extend: true })
  expect(said(at)).toBe('cooked 👍🏽 soup')
  at = moved(stops, at, { forward: false, extend: true })
  expect(said(at)).toBe('cooked')
  at = moved(stops, at, { forward: false, extend: true })
  expect(said(at)).toBe('We cooked')
  at = moved(sentences, at, { forward: true, extend: false })
  expect(said(at)).toBe('We cooked 👍🏽 soup.')
  at = moved(sentences, at, { forward: true, extend: false })
  expect(said(at)).toBe('Forty came!')
  at = moved(sentences, at, { forward: true, extend: true })
  expect(said(at)).toBe('Forty came!\nDon’t ask.')
  expect(said(moved(sentences, at, { forward: true, extend: true }))).toBe('Forty came!\nDon’t ask.')
  expect(said(moved([], null, { forward: true, extend: false }))).toBeNull()
})
