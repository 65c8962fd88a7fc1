import { expect, test } from 'vitest'

import { writtenOf } from './case-study'
import { anchorFor, blockNow } from './passage-comment'
import { proseOf } from './prose'

const written = (whatHappened: string, summary = 'They cooked.') =>
  writtenOf({
    title: 'A kitchen',
    summary,
    whatHappened: proseOf(whatHappened),
    whatWasNew: [],
    difference: [],
    learning: [],
    quotation: '',
    quotationSource: '',
    decisionArea: '',
  })
const text = written('They met in the shed.\n\nThey wrote twelve rules.')

test.each([
  ['the words selected', 1, 'twelve rules', { block: 1, quotation: 'twelve rules' }],
  ['over a line, as a browser gives it', 1, 'wrote\n twelve', { block: 1, quotation: 'wrote twelve' }],
  ['none selected: the whole block', 0, '', { block: 0, quotation: 'They met in the shed.' }],
  ['words that are not there: the whole block', 0, '<b>never</b>', { block: 0, quotation: 'They met in the shed.' }],
])('a comment stands at %s', (_, block, quotation, anchor) => {
  expect(anchorFor(text, { field: 'whatHappened', block, quotation })).toMatchObject(anchor)
})
test('there is none where there is no such block', () => {
  expect(anchorFor(text, { field: 'whatHappened', block: 2, quotation: '' })).toBeNull()
  expect(anchorFor(text, { field: 'quotation', block: 0, quotation: '' })).toBeNull()
  expect(anchorFor(text, { field: 'summary', block: 0, quotation: 'cooked' })).toMatchObject({ quotation: 'cooked' })
})

test.each([
  ['stays', 'They met in the shed.\n\nThey wrote twelve rules.', 1],
  ['follows its words', 'They wrote twelve rules.\n\nThey met.', 0],
  ['is about words that are no longer there', 'They met in the shed.\n\nThey wrote ten rules.', null],
])('after an edit it %s', (_, changed, block) => {
  expect(blockNow(written(changed), { field: 'whatHappened', block: 1, quotation: 'twelve rules' })).toBe(block)
})
