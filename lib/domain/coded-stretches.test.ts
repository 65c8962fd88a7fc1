import { expect, test } from 'vitest'

import { stretchesOf } from './coded-stretches'

test('a text is cut where codings begin and end, never inside a character', () => {
  const found = stretchesOf('a👩‍🌾bc', [
    { id: 'x', start: 0, end: 4 },
    { id: 'y', start: 1, end: 5 },
  ])
  expect(found).toEqual([
    { text: 'a', ids: ['x'], ends: [] },
    { text: '👩‍🌾', ids: ['x', 'y'], ends: ['x'] },
    { text: 'b', ids: ['y'], ends: ['y'] },
    { text: 'c', ids: [], ends: [] },
  ])
  expect(stretchesOf('', [])).toEqual([])
  expect(stretchesOf('abc', [])).toEqual([{ text: 'abc', ids: [], ends: [] }])
})
