import { describe, expect, test } from 'vitest'

import {
  approvingTeams,
  CaseStudyInput,
  missingForReview,
  RespondentsYesInput,
  ReviewInput,
  strictest,
} from './case-study'
import { proseOf } from './prose'

const none = { id: '018f0000-0000-7000-8000-000000000001', version: '1' }

describe('approvals', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 7, 7, 12, 0, second))
  const yes = (teamId: string, version = 2, second = 1) =>
    ({ teamId, version, verdict: 'APPROVE', createdAt: at(second) }) as const
  const no = (teamId: string, version = 2, second = 2) =>
    ({ teamId, version, verdict: 'REQUEST_CHANGES', createdAt: at(second) }) as const

  test.each([
    ['none', [], []],
    ['two of one team are one', [yes('b'), yes('b')], ['b']],
    ['two teams', [yes('b'), yes('c')], ['b', 'c']],
    ['the authors’ own team does not count', [yes('a'), yes('b')], ['b']],
    ['of an older version', [yes('b', 1), yes('c', 2)], ['c']],
    ['taken back by a later word of the team', [yes('b', 2, 1), no('b', 2, 2), yes('c')], ['c']],
    ['given after a request', [no('b', 2, 1), yes('b', 2, 2)], ['b']],
  ])('%s', (_, reviews, teams) => {
    expect(approvingTeams(reviews, 2, ['a'])).toEqual(teams)
  })
})

test.each([
  [[], 'NO'],
  [[null], 'NO'],
  [['WITH_NAME'], 'WITH_NAME'],
  [['WITHOUT_NAME'], 'WITHOUT_NAME'],
  [['NO'], 'NO'],
  [['WITH_NAME', 'WITHOUT_NAME'], 'WITHOUT_NAME'],
  [['WITH_NAME', 'NO'], 'NO'],
  [['WITHOUT_NAME', 'WITH_NAME', null], 'NO'],
] as const)('the strictest of %j is %s', (answers, strict) => {
  expect(strictest([...answers])).toBe(strict)
})

describe('what a save carries', () => {
  const whole = {
    ...none,
    title: 'A title',
    summary: '',
    whatHappened: '[]',
    whatWasNew: '[]',
    difference: '[]',
    learning: '[]',
    quotation: '',
    quotationSource: '',
    decisionArea: '',
    placeKeys: [],
    promptKeys: [],
    lensKeys: [],
  }
  const section = (...texts: string[]) => JSON.stringify(texts.map(text => ({ kind: 'paragraph', text })))
  test('a title alone will do', () => expect(CaseStudyInput.safeParse(whole).success).toBe(true))

  test.each([
    ['title', '', 'Enter a title'],
    ['title', ' \n ', 'Enter a title'],
    ['title', 'x'.repeat(151), 'Title must be 150 characters or less'],
    ['summary', 'x'.repeat(301), 'Summary must be 300 characters or less'],
    ['whatHappened', section('x'.repeat(10_001)), 'What happened must be 10,000 characters or less'],
    ['whatHappened', 'They cooked.', 'What happened could not be read. Load the page again.'],
    ['whatHappened', '[{"kind":"script","text":"x"}]', 'What happened could not be read. Load the page again.'],
    ['whatHappened', '[{"kind":"paragraph"}]', 'What happened could not be read. Load the page again.'],
    ['whatHappened', '{"__proto__":[]}', 'What happened could not be read. Load the page again.'],
    ['quotation', 7, 'Enter quotation'],
  ])('%s of %j: %s', (field, value, message) => {
    const parsed = CaseStudyInput.safeParse({ ...whole, [field]: value })
    expect(parsed.error?.issues.map(issue => [issue.path[0], issue.message])).toEqual([[field, message]])
  })

  test.each([
    ['title', '😀'.repeat(150)],
    ['summary', 'x'.repeat(300)],
    ['whatHappened', section('x'.repeat(10_000))],
  ])('%s at its limit', (field, value) => {
    expect(CaseStudyInput.safeParse({ ...whole, [field]: value }).success).toBe(true)
  })

  test('ticks come as nothing, a word or a list', () => {
    const { placeKeys: _, ...rest } = whole
    expect(CaseStudyInput.parse(rest).placeKeys).toEqual([])
    expect(CaseStudyInput.parse({ ...rest, placeKeys: 'dudley' }).placeKeys).toEqual(['dudley'])
  })

  test('lines end alike, and what no database can keep is dropped', () => {
    const parsed = CaseStudyInput.parse({ ...whole, whatHappened: section(' one\r\ntwo\0 ', ' ') })
    expect(parsed.whatHappened).toEqual(proseOf('one\ntwo'))
  })

  test.each([{ id: 'x' }, { id: { not: '' } }, { version: '0' }, { version: 'one' }, { placeKeys: [{}] }])(
    '%j is refused',
    change => expect(CaseStudyInput.safeParse({ ...whole, ...change }).success).toBe(false),
  )
})

test('a review says which way', () => {
  expect(ReviewInput.safeParse({ ...none, verdict: 'APPROVE', note: '' }).success).toBe(true)
  expect(ReviewInput.safeParse({ ...none, note: '' }).error?.issues[0]?.message).toMatch(/^Select whether/)
})

test.each(['2026-02-30', '0000-01-01', '7 August', '', '2026-8-7'])('"%s" is no day', on => {
  expect(RespondentsYesInput.safeParse({ ...none, reference: 'WM-0000-0000', how: 'telephone', on }).success).toBe(
    false,
  )
})

test('what is missing is named field by field', () => {
  const w = proseOf('W')
  const texts = { title: 'T', summary: 'S', whatHappened: w, whatWasNew: w, difference: w, learning: w }
  const study = { ...texts, quotation: '', quotationSource: '', decisionArea: '', places: ['p'], themes: ['t'] }
  expect(missingForReview(study)).toEqual({})
  expect(missingForReview({ ...study, summary: '', places: [], quotation: 'Q' })).toEqual({
    summary: ['Enter a summary'],
    quotationSource: ['Enter who said it'],
    placeKeys: ['Select a place'],
  })
})
