import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { emptyDatabase } from '@/lib/testing/database'
import { answerStep, beginDraft, makeCall, send, stepAnswers, testOrigin } from '@/lib/testing/submission-makers'
import { saveAnswers } from './draft-saving'
import { getDraft } from './drafts'

const hour = 3_600_000

beforeEach(async () => {
  await emptyDatabase()
  await makeCall()
})

describe('the first answer', () => {
  test('begins a draft that only its token opens', async () => {
    const token = await beginDraft('organisation')
    const draft = await getDraft(token)
    expect(draft).toMatchObject({ sent: false, reference: null, answers: { organisation: stepAnswers.organisation } })
    const row = await db.submission.findFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(token)
    expect(await getDraft('x'.repeat(43))).toBeNull()
    expect(await getDraft(null)).toBeNull()
  })

  test('begins nothing when it is refused', async () => {
    const refused = await answerStep(null, 'organisation', { ...stepAnswers.organisation, organisationName: '' })
    expect(refused).toMatchObject({ ok: false, fields: { organisationName: ['organisationName.missing'] } })
    expect(await db.submission.count()).toBe(0)
  })

  test('may be a later step’s, when the cookie was lost: it is kept, and the earlier ones come first', async () => {
    const saved = await answerStep('x'.repeat(43), 'story', stepAnswers.story)
    expect(saved).toMatchObject({ ok: true, value: { began: true, first: 'organisation' } })
    expect(saved.ok && (await getDraft(saved.value.token))?.answers.story).toEqual(stepAnswers.story)
  })
})

describe('a step', () => {
  test('answered again replaces its answers, and only its own', async () => {
    const token = await beginDraft('organisation', 'place')
    const saved = await answerStep(token, 'place', { places: ['coventry'], neighbourhood: '' })
    expect(saved).toEqual({ ok: true, value: { token, began: false, first: 'example', correcting: false } })
    expect((await getDraft(token))?.answers).toMatchObject({
      organisation: stepAnswers.organisation,
      place: { places: ['coventry'] },
    })
    expect(await db.submission.count()).toBe(1)
  })

  test.each([
    ['place', { places: ['atlantis'], neighbourhood: '' }, 'places'],
    ['example', { title: 'A', prompts: ['anchors', 'nonsense'] }, 'prompts'],
    ['organisation', { ...stepAnswers.organisation, communities: ['Martians'] }, 'communities'],
  ] as const)('%s refuses what the call does not offer', async (step, input, field) => {
    const token = await beginDraft('organisation')
    expect(await answerStep(token, step, input)).toMatchObject({ ok: false, fields: { [field]: [`${field}.unknown`] } })
    expect((await getDraft(token))?.answers[step as 'place']).toBeUndefined()
  })

  test.each([null, 'text', [], { organisationName: { not: '' } }, { organisationName: ['a'] }])(
    'takes %j as no answer',
    async input => {
      expect(await answerStep(null, 'organisation', input)).toMatchObject({ ok: false, message: 'problems' })
      expect(await db.submission.count()).toBe(0)
    },
  )

  test('is not taken once the draft is sent', async () => {
    const token = await beginDraft()
    await send(token)
    expect(await answerStep(token, 'story', stepAnswers.story)).toEqual({ ok: false, message: 'sent' })
    expect(await db.draftAnswer.count()).toBe(0)
  })
})

test('a step that is gone on from while the draft is sent opens nothing for a correction', async () => {
  for (let round = 0; round < 10; round += 1) {
    const token = await beginDraft()
    await Promise.all([
      send(token),
      answerStep(token, 'story', stepAnswers.story),
      answerStep(token, 'story', stepAnswers.story),
    ])
    expect(await getDraft(token)).toMatchObject({ sent: true, correcting: false })
  }
})

describe('the call’s times', () => {
  test('an unopened call takes nothing', async () => {
    await db.call.updateMany({ data: { opensAt: null } })
    expect(await answerStep(null, 'story', stepAnswers.story)).toEqual({ ok: false, message: 'notOpen' })
    expect(await db.submission.count()).toBe(0)
  })

  test('a closed call takes no new draft, but one begun before goes on within its grace period', async () => {
    const token = await beginDraft('organisation')
    await db.submission.updateMany({ data: { createdAt: new Date(Date.now() - 2 * hour) } })
    await db.call.updateMany({ data: { closesAt: new Date(Date.now() - hour), graceHours: 2 } })
    expect(await answerStep(null, 'place', stepAnswers.place)).toEqual({ ok: false, message: 'closed' })
    expect(await answerStep(token, 'place', stepAnswers.place)).toMatchObject({ ok: true })
    await db.call.updateMany({ data: { graceHours: 0 } })
    expect(await answerStep(token, 'example', stepAnswers.example)).toEqual({ ok: false, message: 'closed' })
    expect((await getDraft(token))?.answers.place).toEqual(stepAnswers.place)
  })
})

describe('what is typed', () => {
  const page = (writer: string, turn = 1) => ({ ...testOrigin, writer, turn })
  const typed = (value: string, base: number) => [{ field: 'whatHappened' as const, value, base }]
  const kept = async (token: string) => (await getDraft(token))?.kept.whatHappened

  test('is kept as it stands, begins a draft, and is no answer yet', async () => {
    const saved = await saveAnswers(null, typed('  We coo', 0), page('one-page'))
    const token = saved.ok ? saved.value.token : ''
    expect(saved).toMatchObject({ ok: true, value: { began: true, saved: [{ field: 'whatHappened', version: 1 }] } })
    expect(await kept(token)).toMatchObject({ value: '  We coo', version: 1 })
    expect((await getDraft(token))?.answers.story).toBeUndefined()
  })

  test('on one page is never overwritten in silence by another', async () => {
    const begun = await saveAnswers(null, typed('First', 0), page('one-page'))
    const token = begun.ok ? begun.value.token : ''
    await saveAnswers(token, typed('First, longer', 1), page('one-page'))
    const other = await saveAnswers(token, typed('Second', 1), page('another-page'))
    expect(other).toMatchObject({
      value: { saved: [], conflicts: [{ field: 'whatHappened', value: 'First, longer', version: 2 }] },
    })
    expect(await kept(token)).toMatchObject({ value: 'First, longer' })
    const chosen = await saveAnswers(token, typed('Second', 2), page('another-page'))
    expect(chosen).toMatchObject({ value: { saved: [{ version: 3 }], conflicts: [] } })
  })

  test('goes on from its own save whose answer was lost, and is saved again without a change', async () => {
    const begun = await saveAnswers(null, typed('First', 0), page('one-page'))
    const token = begun.ok ? begun.value.token : ''
    await saveAnswers(token, typed('First and', 1), page('one-page'))
    const next = await saveAnswers(token, typed('First and more', 1), page('one-page', 2))
    const late = await saveAnswers(token, typed('First and', 1), page('one-page', 1))
    expect(late).toMatchObject({ value: { saved: [] } })
    expect(next).toMatchObject({ value: { saved: [{ version: 3 }], conflicts: [] } })
    const again = await saveAnswers(token, typed('First and more', 1), page('another-page'))
    expect(again).toMatchObject({ value: { saved: [{ version: 3 }], conflicts: [] } })
  })

  test('in two pages that have no name is a conflict too', async () => {
    const begun = await saveAnswers(null, typed('First', 0), page(''))
    const token = begun.ok ? begun.value.token : ''
    expect(await saveAnswers(token, typed('Second', 0), page(''))).toMatchObject({ value: { conflicts: [{}] } })
  })

  test('loses what no database can hold, and nothing else', async () => {
    const text = 'a\u0000b\ud800c \u202e👩‍🔧 e\u0301 '
    const begun = await saveAnswers(null, typed(text, 0), page('one-page'))
    expect(await kept(begun.ok ? begun.value.token : '')).toMatchObject({ value: 'abc \u202e👩‍🔧 e\u0301 ' })
  })

  test('is refused as soon as its call is closed or its key replaced, though it was taken a moment before', async () => {
    const begun = await saveAnswers(null, typed('First', 0), page('one-page'))
    const token = begun.ok ? begun.value.token : ''
    expect(await saveAnswers(token, typed('Second', 1), page('one-page'))).toMatchObject({ ok: true })
    expect(await saveAnswers(token, typed('Third', 2), page('one-page'))).toMatchObject({ ok: true })
    const { closesAt } = await db.call.findFirstOrThrow()
    await db.call.updateMany({ data: { closesAt: new Date(Date.now() - hour), graceHours: 0 } })
    expect(await saveAnswers(token, typed('Late', 3), page('one-page'))).toMatchObject({ message: 'closed' })
    await db.call.updateMany({ data: { closesAt } })
    expect(await saveAnswers(token, typed('Fourth', 3), page('one-page'))).toMatchObject({ ok: true })
    await db.privateKey.updateMany({ data: { replacedAt: new Date() } })
    expect(await saveAnswers(token, typed('Elsewhere', 4), page('one-page'))).toMatchObject({ value: { began: true } })
    expect(await db.draftAnswer.findMany({ select: { value: true }, orderBy: { savedAt: 'asc' } })).toEqual([
      { value: 'Fourth' },
      { value: 'Elsewhere' },
    ])
  })

  test('at the same moment by a hundred pages is kept once, and the others are told', async () => {
    const begun = await saveAnswers(null, typed('First', 0), page('one-page'))
    const token = begun.ok ? begun.value.token : ''
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        saveAnswers(token, typed(`Text ${index}`, 1), page(`page-no-${index}`)),
      ),
    )
    expect(all.filter(saved => saved.ok && saved.value.saved.length === 1)).toHaveLength(1)
    expect(all.filter(saved => saved.ok && saved.value.conflicts.length === 1)).toHaveLength(99)
  })
})
