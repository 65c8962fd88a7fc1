import { expect, test } from 'vitest'
import { bareText } from './campaign'

const story = { whatHappened: 'Forty volunteers cooked.', difference: 'Nobody went hungry.', learned: '' }

test.each([
  ['spaces and lines', { ...story, whatHappened: '  Forty\r\n\r\nvolunteers\u00a0cooked.' }],
  ['capitals', { ...story, difference: 'NOBODY WENT HUNGRY!' }],
  ['quotation marks and dashes', { ...story, whatHappened: '“Forty” – volunteers cooked' }],
  ['the form of letters', { ...story, whatHappened: 'Ｆｏｒｔｙ volunteers cooked' }],
  [
    'which field it stands in',
    { whatHappened: 'Forty volunteers cooked. Nobody went hungry.', difference: '', learned: '' },
  ],
])('%s do not make it another text', (_, other) => {
  expect(bareText(other)).toBe(bareText(story))
})

test('a word more or less makes it another', () => {
  expect(bareText({ ...story, learned: 'Ask.' })).not.toBe(bareText(story))
  expect(bareText({ ...story, whatHappened: 'Fifty volunteers cooked.' })).not.toBe(bareText(story))
})

test('letters and digits of every script stay, also joined marks', () => {
  expect(bareText({ whatHappened: 'مرحبا 12 नमस्ते ﬁn', difference: '', learned: '' })).toContain('مرحبا12')
  expect(bareText({ whatHappened: '😀 …', difference: '', learned: '' })).toBe('')
})
