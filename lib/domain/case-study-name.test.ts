import { describe, expect, test } from 'vitest'

import { fieldWithName, holdsName, namesKeptBack, nameToShow } from './case-study-name'
import { proseOf } from './prose'

const own = (organisationName: string, publish: 'NO' | 'WITHOUT_NAME' | 'WITH_NAME' | null) =>
  ({ organisationName, practiceOf: null, publish }) as const

describe('whether a text holds a name', () => {
  test.each([
    ['We at Hope House cooked.', 'Hope House', true],
    ['HOPE  HOUSE cooked', 'Hope House', true],
    ['HopeHouse cooked', 'Hope House', true],
    ['Hope\nHouse’s cooks', 'Hope House', true],
    ['St. Anne’s hall', 'St Annes', true],
    ['the Café Société', 'Cafe Societe', true],
    ['Dudley Stitchers sewed', 'Dudley Stitchers (example)', true],
    ['Dudley Stitchers sewed', 'Dudley Stitchers Ltd', true],
    ['a hopeful household', 'Hope House', false],
    ['we shop elsewhere', 'Hope', false],
    ['Hopes', 'Hope', false],
    ['anything', '', false],
    ['anything', '...', false],
    ['a+b (c)', 'a+b', true],
  ])('"%s" and "%s": %s', (text, name, held) => expect(holdsName(text, name)).toBe(held))
})

test('the field is named', () => {
  const study = {
    title: 'A kitchen',
    summary: 'Meals',
    whatHappened: proseOf('They cooked'),
    whatWasNew: [],
    difference: proseOf('hopehouse fed many'),
    learning: [],
    quotation: '',
    quotationSource: '',
    decisionArea: '',
  }
  expect(fieldWithName(study, ['Hope House'])).toBe('difference')
  expect(fieldWithName(study, [])).toBeNull()
})

describe('which name consent allows', () => {
  test.each([
    ['with the name', [own('A', 'WITH_NAME')], 'A', []],
    ['without it', [own('A', 'WITHOUT_NAME')], null, ['A']],
    ['no answer', [own('A', null)], null, ['A']],
    ['all of several', [own('A', 'WITH_NAME'), own('B', 'WITH_NAME')], 'A and B', []],
    ['the strictest of several', [own('A', 'WITH_NAME'), own('B', 'WITHOUT_NAME')], null, ['A', 'B']],
    ['practice elsewhere', [{ organisationName: 'A', practiceOf: 'C', publish: 'WITH_NAME' }], null, ['C']],
    ['both', [{ organisationName: 'A', practiceOf: 'C', publish: 'WITHOUT_NAME' }], null, ['A', 'C']],
  ] as const)('%s', (_, sources, shown, keptBack) => {
    expect(nameToShow([...sources])).toBe(shown)
    expect(namesKeptBack([...sources])).toEqual(keptBack)
  })
})
