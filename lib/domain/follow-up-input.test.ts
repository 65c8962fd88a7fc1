import { describe, expect, test } from 'vitest'

import { AttemptInput } from './follow-up-input'

describe('an attempt', () => {
  const long = 'x'.repeat(10_001)
  const given = {
    id: '0198f3b1-0000-7000-8000-000000000001',
    reference: 'WM-1',
    outcome: 'NO_ANSWER',
    calledAt: '2026-07-01T12:00',
  }
  const problems = (more: object) => {
    const parsed = AttemptInput.safeParse({ ...given, ...more })
    return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map(each => [each.path[0], each.message]))
  }

  test('holds its times in UTC, and a note as it is kept', () => {
    expect(AttemptInput.parse({ ...given, note: ' Cafe\u0301\r\nNobody ', nextAt: '2026-12-01T09:30' })).toMatchObject({
      calledAt: new Date('2026-07-01T11:00Z'),
      nextAt: new Date('2026-12-01T09:30Z'),
      note: 'Café\nNobody',
      noMore: null,
    })
  })

  test.each([
    [{}, {}],
    [{ outcome: 'SHOUTED' }, { outcome: 'Select how the call went' }],
    [{ outcome: ['REACHED', 'DECLINED'] }, { outcome: 'Select how the call went' }],
    [{ calledAt: 'yesterday' }, { calledAt: 'Enter when you called' }],
    [{ calledAt: '2026-02-30T10:00' }, { calledAt: 'Enter when you called' }],
    [{ nextAt: 'soon' }, { nextAt: 'Enter a day and a time for the next call' }],
    [{ note: long }, { note: 'Note must be 10,000 characters or less' }],
    [{ outcome: 'CALL_BACK' }, { nextAt: 'Enter when to call back' }],
    [{ outcome: 'DECLINED' }, { noMore: 'Select whether they may still be telephoned' }],
    [
      { outcome: 'DECLINED', noMore: 'no', nextAt: '2026-12-01T09:30' },
      { nextAt: 'Leave the next call empty: they declined' },
    ],
  ])('case %#', (more, found) => expect(problems(more)).toEqual(found))
})
