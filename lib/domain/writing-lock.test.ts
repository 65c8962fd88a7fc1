import { describe, expect, test } from 'vitest'

import { afterDeed, mayTakeAt, writerOf, type WritingLock } from './writing-lock'

const now = new Date('2026-11-24T14:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const annes: WritingLock = { personId: 'anne', seenAt: ago(5), askedById: null, askedAt: null }
const bens: WritingLock = { personId: 'ben', seenAt: now, askedById: null, askedAt: null }
const asked = (seconds: number, by = 'ben'): WritingLock => ({ ...annes, askedById: by, askedAt: ago(seconds) })

test('a page that was not heard of for a minute writes no more', () => {
  expect(writerOf({ ...annes, seenAt: ago(59) }, now)).toBe('anne')
  expect(writerOf({ ...annes, seenAt: ago(60) }, now)).toBeNull()
  expect(writerOf(null, now)).toBeNull()
})

describe('what Ben does while', () => {
  test.each([
    ['nobody writes, he looks', null, 'look', 'same'],
    ['nobody writes, he opens it', null, 'hold', bens],
    ['Anne writes, he opens it', annes, 'hold', 'same'],
    ['Anne is gone, he opens it', { ...annes, seenAt: ago(61) }, 'hold', bens],
    ['Anne is gone, he takes it', { ...annes, seenAt: ago(61) }, 'take', bens],
    ['Anne writes, he asks', annes, 'ask', { ...annes, askedById: 'ben', askedAt: now }],
    ['he asked, he asks again', asked(30), 'ask', 'same'],
    ['Cleo asked first, he asks', asked(30, 'cleo'), 'ask', 'same'],
    ['Cleo asked and never came, he asks', asked(301, 'cleo'), 'ask', { ...annes, askedById: 'ben', askedAt: now }],
    ['Anne writes, he takes it unasked', annes, 'take', 'same'],
    ['he asked just now, he takes it', asked(59), 'take', 'same'],
    ['he asked a minute ago, he takes it', asked(60), 'take', bens],
    ['Cleo asked a minute ago, he takes it', asked(60, 'cleo'), 'take', 'same'],
    ['Anne writes, he gives it away', asked(5), 'give', 'same'],
    ['Anne writes, he leaves', annes, 'leave', 'same'],
    ['he writes, his page is there', { ...bens, seenAt: ago(9) }, 'hold', bens],
    ['he writes, he leaves', bens, 'leave', null],
    ['he writes, nobody asked, he gives', bens, 'give', 'same'],
  ] as const)('%s', (_, lock, deed, after) => expect(afterDeed(lock, deed, 'ben', now)).toEqual(after))

  test('Anne gives to who asked', () => expect(afterDeed(asked(5), 'give', 'anne', now)).toEqual(bens))
  test('he may take it a minute after he asked', () => {
    expect(mayTakeAt(asked(60), 'ben')).toEqual(now)
    expect(mayTakeAt(asked(60), 'cleo')).toBeNull()
  })
})
