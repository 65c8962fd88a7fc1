import { expect, test } from 'vitest'

import { codeByName, CodeInput, isDefinedAnew } from './codebook'

const codes = ['Food security', 'Food banks', 'Digital inclusion', 'Food'].map((name, index) => ({
  id: `${index}`,
  name,
}))

test.each([
  ['Food security', 'Food security'],
  [' food ', 'Food'],
  ['food s', 'Food security'],
  ['dig', 'Digital inclusion'],
  ['incl', 'Digital inclusion'],
  ['fo', null],
  ['', null],
  ['100%', null],
])('%j means %j', (typed, name) => {
  expect(codeByName(codes, typed)?.name ?? null).toBe(name)
})

const whole = { name: 'Food', colour: '3', definition: '', whenToUse: '', whenNot: '', example: '' }

test.each([
  [{ name: '  ' }, 'name', 'Enter a name'],
  [{ name: 'é'.repeat(101) }, 'name', 'Name must be 100 characters or less'],
  [{ colour: '13' }, 'colour', 'Select a colour'],
  [{ colour: 'red' }, 'colour', 'Select a colour'],
  [{ definition: 'x'.repeat(2001) }, 'definition', 'Definition must be 2,000 characters or less'],
])('%j is refused', (changed, field, message) => {
  const parsed = CodeInput.safeParse({ ...whole, ...changed })
  expect(parsed.error?.issues.map(issue => [issue.path[0], issue.message])).toEqual([[field, message]])
})

test('a name is kept as one line, at its longest too', () => {
  expect(CodeInput.parse({ ...whole, name: ' Food\n banks ' })).toMatchObject({ name: 'Food banks', colour: 3 })
  expect(CodeInput.safeParse({ ...whole, name: '𝕏'.repeat(100) }).success).toBe(true)
})

const day = (n: number) => new Date(Date.UTC(2026, 0, n))
test.each([
  ['made after it', day(3), null, false],
  ['made before it', day(1), null, true],
  ['looked at before it', day(1), day(1), true],
  ['looked at since', day(1), day(2), false],
])('a code was defined anew since a coding was made: %s', (_, createdAt, checkedAt, anew) => {
  expect(isDefinedAnew({ createdAt, checkedAt }, day(2))).toBe(anew)
})
