import { expect, test } from 'vitest'

import { changedTargets, readTargets, targetField, targetsReached } from './coverage-targets'

const community = 'People from Black, Asian and minority ethnic communities'

test.each([
  [{ 'PLACE.dudley': '5' }, [{ kind: 'PLACE', key: 'dudley', target: 5 }]],
  [{ 'ALL.': ' 120 ' }, [{ kind: 'ALL', key: '', target: 120 }]],
  [{ 'TYPE.FAITH': '' }, [{ kind: 'TYPE', key: 'FAITH', target: null }]],
  [{ 'THEME.a.b': '007' }, [{ kind: 'THEME', key: 'a.b', target: 7 }]],
  [{ [targetField('COMMUNITY', community)]: '99999' }, [{ kind: 'COMMUNITY', key: community, target: 99_999 }]],
  [{ version: '3', callId: 'x', 'LENS.x': '4', 'PLACE.%E0%A4%A': '4' }, []],
])('a form that says %j', (form, targets) => {
  expect(readTargets(form)).toEqual({ targets, fields: null })
})

test.each(['0', '-1', '1.5', '100000', 'many', '1 000', '１２'])('a target of %j is refused at its field', typed => {
  expect(readTargets({ 'PLACE.dudley': typed, 'TYPE.FAITH': '3' })).toEqual({
    targets: [{ kind: 'TYPE', key: 'FAITH', target: 3 }],
    fields: { 'PLACE.dudley': ['Enter a whole number from 1 to 99,999, or nothing'] },
  })
})

test('a field that came twice is refused', () => {
  expect(readTargets({ 'PLACE.dudley': ['1', '2'] }).fields).not.toBeNull()
})

test('a field is found by its name', () => {
  expect(targetField('COMMUNITY', community)).not.toMatch(/\s/)
})

test('only what differs from what is saved is a change', () => {
  const saved = [
    { kind: 'PLACE', key: 'dudley', target: 5 },
    { kind: 'TYPE', key: 'FAITH', target: 2 },
  ] as const
  const given = [
    { kind: 'PLACE', key: 'dudley', target: 5 },
    { kind: 'TYPE', key: 'FAITH', target: null },
    { kind: 'TYPE', key: 'dudley', target: 4 },
    { kind: 'THEME', key: 'anchors', target: null },
  ] as const
  expect(changedTargets(saved, given)).toEqual([
    { kind: 'TYPE', key: 'FAITH', before: 2, target: null },
    { kind: 'TYPE', key: 'dudley', before: null, target: 4 },
  ])
})

test('a target is reached with as many as are wanted', () => {
  const rows = [
    { heard: 5, target: 5 },
    { heard: 4, target: 5 },
    { heard: 9, target: null },
  ]
  expect(targetsReached(rows)).toEqual({ set: 2, reached: 1 })
})
