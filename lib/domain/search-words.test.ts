import { expect, test } from 'vitest'

import { markEnd, markedPieces, markStart, searchWords } from './search-words'

test.each([
  ['food bank', { wanted: true, excluded: '', name: 'food bank' }],
  ['food -bank', { wanted: true, excluded: 'bank', name: '' }],
  ['-bank -"free school meals"', { wanted: false, excluded: 'bank or "free school meals"', name: '' }],
  ['"food bank" well-being', { wanted: true, excluded: '', name: '' }],
  ['the', { wanted: true, excluded: '', name: '' }],
  ['- "" !', { wanted: false, excluded: '', name: '' }],
  ['', { wanted: false, excluded: '', name: '' }],
])('%j', (q, expected) => {
  expect(searchWords(q)).toEqual(expected)
})

test.each([
  [
    `a ${markStart}b${markEnd} c`,
    [
      ['a ', false],
      ['b', true],
      [' c', false],
    ],
  ],
  [`${markStart}<img src=x onerror=y>${markEnd}`, [['<img src=x onerror=y>', true]]],
  [`x${markEnd}y`, [['xy', false]]],
  [
    `x${markStart}y`,
    [
      ['x', false],
      ['y', true],
    ],
  ],
  ['', []],
])('%j in pieces', (text, expected) => {
  expect(markedPieces(text).map(piece => [piece.text, piece.found])).toEqual(expected)
})
