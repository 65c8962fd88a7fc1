import { expect, test } from 'vitest'

import { changeInWords, CodeChange, differencesInWords, differencesOf, type ChangeKind } from './codebook-change'

const words = { name: 'Food', colour: 1, definition: 'Eating.', whenToUse: '', whenNot: '', example: '' }
const names: Record<string, string> = { a: 'Food', b: 'Money', c: 'Trust' }
const said = (kind: ChangeKind, content: object, { codeId = 'a', moved = 0 } = {}) =>
  changeInWords({ kind, content: CodeChange.parse(content), codeId, moved }, 'a', id => names[id] ?? '?')

test('what differs is kept by field, and told with a colour by its name', () => {
  const fields = differencesOf(words, { ...words, colour: 7, definition: 'Enough to eat.' })
  expect(Object.keys(fields)).toEqual(['colour', 'definition'])
  expect(differencesInWords(CodeChange.parse({ fields }))).toEqual([
    { label: 'Colour', before: 'blue', after: 'olive' },
    { label: 'Definition', before: 'Eating.', after: 'Enough to eat.' },
  ])
  expect(differencesOf(words, { name: 'Food' })).toEqual({})
})

const difference = { before: '', after: 'x' }
test.each<[string, ChangeKind, object, { codeId?: string; moved?: number }?]>([
  ['added it', 'create', {}],
  ['made it, split off “Money”', 'create', { fromId: 'b' }],
  ['changed its name and “When to use”', 'edit', { fields: { name: difference, whenToUse: difference } }],
  ['moved it under “Money”', 'place', { from: { parentId: null, position: 1 }, to: { parentId: 'b', position: 1 } }],
  [
    'moved it from under “Money” to the top',
    'place',
    { from: { parentId: 'b', position: 1 }, to: { parentId: null, position: 1 } },
  ],
  [
    'changed its place among its neighbours',
    'place',
    { from: { parentId: 'b', position: 1 }, to: { parentId: 'b', position: 2 } },
  ],
  ['merged it into “Money”: 3 passages went along', 'merge', { toIds: ['b'] }, { moved: 3 }],
  ['merged “Money” into it', 'merge', { toIds: ['a'] }, { codeId: 'b' }],
  ['split off “Trust”: 1 passage went along', 'split', { toIds: ['c'], madeIds: ['c'] }, { moved: 1 }],
  ['moved 2 passages from it to “Trust”', 'split', { toIds: ['c'] }, { moved: 2 }],
  ['moved no passages from “Money” into it', 'split', { toIds: ['a'] }, { codeId: 'b' }],
  ['retired it; the codes under it moved up', 'retire', { childIds: ['b'] }],
  ['brought it back', 'restore', {}],
  ['added it with an import', 'import', { added: true }],
  ['undid the merge into “Money”', 'undo', { undone: 'merge', toIds: ['b'] }],
  ['undid the move of passages from “Money”', 'undo', { undone: 'split', toIds: ['a'] }, { codeId: 'b' }],
])('%s', (sentence, kind, content, more) => expect(said(kind, content, more)).toBe(sentence))
