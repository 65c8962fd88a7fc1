import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { emptyDatabase } from '@/lib/testing/database'
import { beginDraft, makeCall, stepAnswers } from '@/lib/testing/submission-makers'
import { getDraft, saveStep } from './drafts'
import { sendEvidence } from './submission-sending'

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
    const refused = await saveStep(null, 'organisation', { ...stepAnswers.organisation, organisationName: '' })
    expect(refused).toMatchObject({ ok: false, fields: { organisationName: ['organisationName.missing'] } })
    expect(await db.submission.count()).toBe(0)
  })

  test('may be a later step’s, when the cookie was lost: it is kept, and the earlier ones come first', async () => {
    const saved = await saveStep('x'.repeat(43), 'story', stepAnswers.story)
    expect(saved).toMatchObject({ ok: true, value: { began: true, first: 'organisation' } })
    expect(saved.ok && (await getDraft(saved.value.token))?.answers.story).toEqual(stepAnswers.story)
  })
})

describe('a step', () => {
  test('answered again replaces its answers, and only its own', async () => {
    const token = await beginDraft('organisation', 'place')
    const saved = await saveStep(token, 'place', { places: ['coventry'], neighbourhood: '' })
    expect(saved).toEqual({ ok: true, value: { token, began: false, first: 'example' } })
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
    expect(await saveStep(token, step, input)).toMatchObject({ ok: false, fields: { [field]: [`${field}.unknown`] } })
    expect(await db.draftAnswer.count()).toBe(1)
  })

  test.each([null, 'text', [], { organisationName: { not: '' } }, { organisationName: ['a'] }])(
    'takes %j as no answer',
    async input => {
      expect(await saveStep(null, 'organisation', input)).toMatchObject({ ok: false, message: 'problems' })
      expect(await db.submission.count()).toBe(0)
    },
  )

  test('is not taken once the draft is sent', async () => {
    const token = await beginDraft()
    await sendEvidence(token)
    expect(await saveStep(token, 'story', stepAnswers.story)).toEqual({ ok: false, message: 'sent' })
    expect(await db.draftAnswer.count()).toBe(0)
  })
})

describe('the call’s times', () => {
  test('an unopened call takes nothing', async () => {
    await db.call.updateMany({ data: { opensAt: null } })
    expect(await saveStep(null, 'story', stepAnswers.story)).toEqual({ ok: false, message: 'notOpen' })
    expect(await db.submission.count()).toBe(0)
  })

  test('a closed call takes no new draft, but one begun before goes on within its grace period', async () => {
    const token = await beginDraft('organisation')
    await db.submission.updateMany({ data: { createdAt: new Date(Date.now() - 2 * hour) } })
    await db.call.updateMany({ data: { closesAt: new Date(Date.now() - hour), graceHours: 2 } })
    expect(await saveStep(null, 'place', stepAnswers.place)).toEqual({ ok: false, message: 'closed' })
    expect(await saveStep(token, 'place', stepAnswers.place)).toMatchObject({ ok: true })
    await db.call.updateMany({ data: { graceHours: 0 } })
    expect(await saveStep(token, 'example', stepAnswers.example)).toEqual({ ok: false, message: 'closed' })
    expect((await getDraft(token))?.answers.place).toEqual(stepAnswers.place)
  })
})
