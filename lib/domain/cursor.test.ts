import { expect, test } from 'vitest'

import { readCursor, writeCursor } from './cursor'

const id = '0192f0c4-0000-7000-8000-000000000000'

test('a cursor is read as it was written', () => {
  const cursor = { at: new Date('2026-07-01T09:30:00.000Z'), id }
  expect(readCursor(writeCursor(cursor))).toEqual(cursor)
})

test.each([`0000-01-01T00:00:00.000Z_${id}`, `2026-13-01T00:00:00.000Z_${id}`, '2026-07-01T09:30:00.000Z_x', ''])(
  '%j is none',
  text => expect(readCursor(text)).toBeNull(),
)
