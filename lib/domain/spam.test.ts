import { expect, test } from 'vitest'
import { isHeldBack, suspicionsOf, type Suspicion } from './spam'

const begunAt = new Date('2026-07-01T10:00:00Z')
const after = (ms: number) => new Date(begunAt.getTime() + ms)
const calm = { trapped: false, begunAt, sentAt: after(240_000), texts: ['We cooked.'], crowded: false }

test.each<[string, Partial<typeof calm>, Suspicion[], boolean]>([
  ['a person who takes some minutes', {}, [], false],
  ['somebody who fills in what nobody sees', { trapped: true }, ['trap'], true],
  ['whoever needs less than a second', { sentAt: after(999) }, ['instant'], true],
  ['a second exactly', { sentAt: after(1_000) }, ['fast'], false],
  ['five seconds', { sentAt: after(5_000) }, [], false],
  ['three addresses', { texts: ['https://a.example http://b.example www.c.example'] }, [], false],
  ['four of them', { texts: ['https://a.example http://b.example', 'www.c.example www.d.example'] }, ['links'], false],
  ['a person in a full church hall', { crowded: true }, ['crowd'], false],
  ['a fast one in a crowd', { crowded: true, sentAt: after(2_000) }, ['fast', 'crowd'], true],
])('%s', (_, signs, found, held) => {
  expect(suspicionsOf({ ...calm, ...signs })).toEqual(found)
  expect(isHeldBack(found)).toBe(held)
})
