import { describe, expect, test } from 'vitest'

import { CallDates, CallPress, CallText, keyFor, listDifferences, PromptRow, rowsOf } from './call-edit'

const text = {
  name: 'The call',
  title: 'The call',
  introduction: 'Why',
  contactEmail: 'a@b.example',
  minutesNeeded: '10',
}

function problems(parsed: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) {
  return parsed.error?.issues.map(issue => `${String(issue.path[0])}: ${issue.message}`) ?? []
}

test.each([
  [{ title: '' }, ['title: Enter a title']],
  [{ contactEmail: 'nobody' }, ['contactEmail: Enter a contact address in the correct format, like name@example.com']],
  [{ minutesNeeded: '0' }, ['minutesNeeded: Minutes needed must be a whole number from 1 to 240']],
  [{ minutesNeeded: 'ten' }, ['minutesNeeded: Minutes needed must be a whole number from 1 to 240']],
  [
    { communities: Array.from({ length: 41 }, (_, n) => n).join('\n') },
    ['communities: Communities must be 40 lines or less'],
  ],
  [{}, []],
])('text with %j', (changed, expected) => {
  expect(problems(CallText.safeParse({ ...text, ...changed }))).toEqual(expected)
})

test('communities are lines, without doubles and empty ones', () => {
  expect(CallText.parse({ ...text, communities: ' Carers \r\n\r\nWomen\nCarers' }).communities).toEqual([
    'Carers',
    'Women',
  ])
})

const dates = { opensAt: '', closesAt: '', graceHours: '48', analysisClosesAt: '' }

test.each([
  [{}, []],
  [
    { opensAt: '2026-07-01T00:00', closesAt: '2026-07-01T00:00' },
    ['closesAt: The closing time must be after the opening time'],
  ],
  [{ opensAt: 'soon' }, ['opensAt: Enter the opening time as a date and a time']],
  [{ graceHours: '8761' }, ['graceHours: Hours of grace must be a whole number from 0 to 8,760']],
  [
    { closesAt: '2026-07-02T00:00', analysisClosesAt: '2026-07-01T00:00' },
    ['analysisClosesAt: The time when analysis closes must be the closing time or later'],
  ],
])('dates with %j', (changed, expected) => {
  expect(problems(CallDates.safeParse({ ...dates, ...changed }))).toEqual(expected)
})

test('facts are a name, a colon, what is so', () => {
  const parsed = CallPress.parse({ pressFacts: 'Open until: 7 August, 17:00\n\nWho asks: WMCA' })
  expect(parsed.pressFacts).toEqual([
    { label: 'Open until', value: '7 August, 17:00' },
    { label: 'Who asks', value: 'WMCA' },
  ])
  expect(problems(CallPress.safeParse({ pressFacts: 'No colon here' }))).toHaveLength(1)
  expect(problems(CallPress.safeParse({ pressReleaseUrl: 'javascript:alert(1)' }))).toHaveLength(1)
})

describe('rows of a form', () => {
  const id = '0198c0de-0000-7000-8000-000000000001'

  test('come in the order of their positions; a new one that is empty is left out', () => {
    const { rows, fields } = rowsOf(
      {
        'prompts.0.id': id,
        'prompts.0.theme': 'First',
        'prompts.0.text': 'One',
        'prompts.0.position': '2',
        'prompts.1.theme': 'Second',
        'prompts.1.text': 'Two',
        'prompts.1.position': '1',
        'prompts.2.theme': ' ',
        'prompts.2.position': '3',
        'others.0.theme': 'Not asked',
      },
      'prompts',
      PromptRow,
      ['theme', 'text'],
    )
    expect(fields).toBeNull()
    expect(rows.map(row => [row.id, row.theme])).toEqual([
      ['', 'Second'],
      [id, 'First'],
    ])
  })

  test('say what is missing by the names of their fields', () => {
    const { fields } = rowsOf({ 'prompts.7.id': id, 'prompts.7.text': 'x'.repeat(601) }, 'prompts', PromptRow, [
      'theme',
    ])
    expect(fields).toEqual({
      'prompts.7.theme': ['Enter a theme'],
      'prompts.7.text': ['Prompt must be 600 characters or less'],
    })
  })
})

test('keys are plain and unlike those that are taken', () => {
  const taken = new Set(['food'])
  expect([keyFor('Food!', taken), keyFor('food', taken), keyFor('Café  Zürich', taken), keyFor('?', taken)]).toEqual([
    'food-2',
    'food-3',
    'cafe-zurich',
    'other',
  ])
})

test('lists differ where a row does, comes or goes', () => {
  const theirs = [
    ['1', 'A', 'a'],
    ['2', 'B', 'b'],
  ] as const
  const yours = [
    ['1', 'A', 'a!'],
    ['new', 'C', 'c'],
  ] as const
  expect(listDifferences(theirs, yours)).toEqual([
    { label: 'A', theirs: 'a', yours: 'a!' },
    { label: 'B', theirs: 'b', yours: 'Not there' },
    { label: 'C', theirs: 'Not there', yours: 'c' },
  ])
})
