import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { ConsentChange } from './consent-change'

const telephone = { kind: 'TELEPHONE', answer: 'YES', telephone: '0121 496 0123', bestTimes: '' }

test.each([
  ['a yes with a number', telephone, {}],
  ['a no without one', { ...telephone, answer: 'NO', telephone: '' }, {}],
  ['a yes without a number', { ...telephone, telephone: ' ' }, { telephone: ['telephone.missing'] }],
  ['a number that is none', { ...telephone, telephone: 'call me' }, { telephone: ['telephone.form'] }],
  ['a number too long', { ...telephone, telephone: '1'.repeat(41) }, { telephone: ['telephone.long'] }],
  ['no answer', { ...telephone, answer: '' }, { answer: ['Select yes or no'] }],
  ['an answer of another kind', { kind: 'PUBLISH', answer: 'YES' }, { answer: [expect.any(String)] }],
  ['a kind that does not exist', { kind: 'OTHER', answer: 'YES' }, { kind: [expect.any(String)] }],
  ['a wish with an address', { kind: 'SHOW_BEFORE', answer: 'YES', email: 'a@b.example' }, {}],
  ['a wish with what is none', { kind: 'TELL_OUTCOME', answer: 'YES', email: 'a' }, { email: ['email.form'] }],
])('%s', (_, given, wrong) => {
  const parsed = ConsentChange.safeParse(given)
  expect(parsed.success ? {} : z.flattenError(parsed.error).fieldErrors).toEqual(wrong)
})
