import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newReference, readReference, referenceOf } from './reference'

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
const seven = fc.array(fc.constantFrom(...alphabet), { minLength: 7, maxLength: 7 }).map(letters => letters.join(''))

test('a new reference has the shape that people are told, and reads as itself', () => {
  for (let i = 0; i < 200; i += 1) {
    const reference = newReference()
    expect(reference).toMatch(/^WM-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(readReference(reference)).toBe(reference)
  }
})

test.each([
  ['wm-0000-0000', 'WM-0000-0000'],
  [' WM OOOO OOOO ', 'WM-0000-0000'],
  ['00000000', 'WM-0000-0000'],
  ['WM–0000–0000', 'WM-0000-0000'],
  ['WM-0000-0001', null],
  ['WM-0000-000U', null],
  ['WM-0000', null],
  ['', null],
])('%j reads as %j', (typed, reference) => {
  expect(readReference(typed)).toBe(reference)
})

test('one wrong character, or two that changed places, never pass', () => {
  fc.assert(
    fc.property(seven, fc.nat(7), fc.nat(7), fc.constantFrom(...alphabet), (letters, at, other, wrong) => {
      const right = Array.from(referenceOf(letters).slice(3).replace('-', ''))
      const mistyped = right.with(at, wrong)
      if (mistyped.join('') !== right.join('')) expect(readReference(mistyped.join(''))).toBeNull()
      const swapped = right.with(at, right[other] ?? '').with(other, right[at] ?? '')
      if (swapped.join('') !== right.join('')) expect(readReference(swapped.join(''))).toBeNull()
    }),
  )
})
