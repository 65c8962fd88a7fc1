import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { consentKinds, consentWords, isNarrowed, wordingShown, wordingVersion } from './consent'

const bodies = { partners: ['Wolverhampton', 'BVSC', 'Coventry'], commissioner: 'Combined Authority' }

test.each(consentKinds)('%s names every body that relies on it', kind => {
  const { explanation } = consentWords(bodies)[kind]
  expect(explanation).toMatch(/^Wolverhampton, BVSC and Coventry /)
})

test('the wording that is kept has question, explanation and the answer as it stood there', () => {
  expect(wordingShown(consentWords(bodies).PUBLISH, 'WITHOUT_NAME')).toBe(
    'May we publish your example?\nWolverhampton, BVSC and Coventry may write a case study from it, for this website and for the public report to the Combined Authority. An organisation other than your own is named only after it has agreed. You can change your mind at any time, also after it is published.\nYes, without the name of the organisation',
  )
  expect(wordingShown(consentWords(bodies).TELL_OUTCOME, 'NO')).toMatch(/\nNot ticked$/)
})

// Whoever changes a wording has to change its version too, and then this test.
test('the version belongs to these words', () => {
  const text = consentKinds.map(kind => JSON.stringify(consentWords(bodies)[kind])).join('\n')
  const print = createHash('sha256').update(text).digest('hex').slice(0, 12)
  expect({ version: wordingVersion, print }).toEqual({ version: '2026-11-23', print: '3700904512d5' })
})

test('a call without partners or commissioner still makes sentences', () => {
  const words = consentWords({ partners: [], commissioner: '' })
  expect(words.PUBLISH.explanation).toMatch(/^The organisers of this call may write .* and for the public report\. /)
})

test.each([
  ['PUBLISH', 'WITH_NAME', 'WITHOUT_NAME', true],
  ['PUBLISH', 'WITHOUT_NAME', 'NO', true],
  ['PUBLISH', 'NO', 'WITH_NAME', false],
  ['PUBLISH', 'WITH_NAME', 'WITH_NAME', false],
  ['PUBLISH', null, 'NO', false],
  ['SHOW_BEFORE', 'NO', 'YES', true],
  ['SHOW_BEFORE', 'YES', 'YES', false],
  ['SHOW_BEFORE', 'YES', 'NO', false],
  ['TELEPHONE', 'YES', 'NO', false],
  ['TELL_OUTCOME', 'YES', 'NO', false],
] as const)('%s from %s to %s takes back what rests on it: %s', (kind, before, after, narrowed) => {
  expect(isNarrowed(kind, before, after)).toBe(narrowed)
})
