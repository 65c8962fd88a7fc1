import { randomUUID } from 'node:crypto'

import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { FollowUpFilter } from '@/lib/domain/follow-up'
import { AttemptInput } from '@/lib/domain/follow-up-input'
import { toLondonField } from '@/lib/domain/london-time'
import type { Viewer } from '@/lib/domain/person'
import { value } from '@/lib/testing/case-study-deeds'
import { makePerson } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { broken } from '@/lib/testing/invariants'
import { makeCall, makeSent } from '@/lib/testing/submission-makers'
import { changeConsent } from './consents'
import { getFollowUp, getNextCall } from './follow-up'
import { closeFollowUp, correctNote, planCall, recordAttempt, takeFollowUp } from './follow-up-deeds'
import { listDueCalls, listFollowUps } from './follow-ups'
import { setDisabled } from './people'
import { contactStamp, readContact } from './submissions'
import { eraseWithdrawn, withdrawEvidence } from './withdrawals'

let callId: string
let sent: Awaited<ReturnType<typeof makeSent>>
let beth: Viewer
let ravi: Viewer
let outsiders: Viewer[]
beforeEach(async () => {
  await emptyDatabase()
  callId = await makeCall()
  const [bvsc, wlv] = [
    await db.team.create({ data: { name: 'Team B', short: 'B' } }),
    await db.team.create({ data: { name: 'Team W', short: 'W' } }),
  ]
  beth = await makePerson('beth', 'RESEARCHER', bvsc)
  ravi = await makePerson('ravi', 'LEAD', wlv)
  outsiders = [await makePerson('staff', 'WMCA_STAFF', null), await makePerson('admin', 'ADMINISTRATOR', null)]
  sent = await makeSent()
})

const hour = 3_600_000
const later = (hours = 24) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * hour)
const field = (time: Date) => toLondonField(time)
const call = (more: Record<string, string> = {}, viewer = beth) =>
  recordAttempt(
    viewer,
    AttemptInput.parse({
      id: randomUUID(),
      reference: sent.reference,
      outcome: 'NO_ANSWER',
      calledAt: field(new Date()),
      ...more,
    }),
  )
const queue = async (filter: Partial<FollowUpFilter> = {}, viewer = beth) =>
  (await listFollowUps(viewer, callId, { show: null, who: null, page: 1, ...filter }))?.rows ?? []
const counts = async () => (await listFollowUps(beth, callId, { show: null, who: null, page: 1 }))?.counts
const view = async (viewer = beth) => {
  const found = await getFollowUp(viewer, sent.reference)
  if (!found) throw new Error('There is no follow-up.')
  return found
}
const no = { kind: 'TELEPHONE', answer: 'NO', telephone: '', bestTimes: '' } as const
const holds = async () =>
  expect(await broken(async statement => ({ rows: await db.$queryRawUnsafe<unknown[]>(statement) }))).toEqual([])
const barred = { ok: false, message: expect.stringContaining('no longer wishes to be telephoned') }

describe('the queue', () => {
  test('holds who said yes, with best times, and neither name, number nor address', async () => {
    await db.contactDetails.update({
      where: { submissionId: sent.id },
      data: { bestTimes: 'Tuesdays, or ring 0121 496 0999' },
    })
    const page = await listFollowUps(beth, callId, { show: null, who: null, page: 1 })
    expect(page?.rows).toEqual([
      {
        reference: sent.reference,
        title: 'Hot meals within a week',
        organisationName: 'Gornal Pantry',
        bestTimes: 'Tuesdays, or ring (number hidden)',
        attempts: 0,
        last: null,
        nextAt: null,
        due: false,
        closedAt: null,
        taker: null,
      },
    ])
    for (const told of [page, await getFollowUp(beth, sent.reference)])
      expect(JSON.stringify(told)).not.toMatch(/Zenobia|zenobia|0999/)
  })

  test('is narrowed to mine, my team’s, due, not tried and closed', async () => {
    const other = await makeSent()
    value(await takeFollowUp(beth, { reference: sent.reference, taken: true, from: null }))
    await db.assignment.create({ data: { submissionId: other.id, personId: ravi.id } })
    expect((await queue({ who: 'MINE' })).map(row => row.reference)).toEqual([sent.reference])
    expect((await queue({ who: 'TEAM' })).length).toBe(0)
    expect((await queue({ who: 'TEAM' }, ravi)).map(row => row.reference)).toEqual([other.reference])
    expect(await counts()).toEqual({ OPEN: 2, DUE: 0, UNTRIED: 2, CLOSED: 0 })
    value(await call({ outcome: 'REACHED' }))
    expect(await counts()).toEqual({ OPEN: 1, DUE: 0, UNTRIED: 1, CLOSED: 1 })
    expect((await queue({ show: 'CLOSED' })).map(row => row.last?.outcome)).toEqual(['REACHED'])
    expect((await queue({ page: 2 })).length).toBe(0)
    await holds()
  })

  test('stands by what is due: today’s and older, then without a date, then later ones', async () => {
    const [second, third, fourth] = [await makeSent(), await makeSent(), await makeSent()]
    const plan = (submissionId: string, nextAt: Date) => db.followUp.create({ data: { submissionId, nextAt } })
    await plan(sent.id, later(72))
    await plan(second.id, later(-48))
    await plan(third.id, later(-72))
    expect((await queue()).map(row => [row.reference, row.due])).toEqual([
      [third.reference, true],
      [second.reference, true],
      [fourth.reference, false],
      [sent.reference, false],
    ])
    expect((await queue({ show: 'DUE' })).length).toBe(2)
    expect(await listDueCalls(beth, callId)).toEqual([])
    await db.followUp.update({ where: { submissionId: second.id }, data: { personId: beth.id } })
    expect((await listDueCalls(beth, callId)).map(row => row.reference)).toEqual([second.reference])
  })

  test('leaves out who is merged into another, waits in quarantine, or said no', async () => {
    const other = await makeSent()
    await db.submission.update({ where: { id: sent.id }, data: { mergedIntoId: other.id } })
    expect((await queue()).map(row => row.reference)).toEqual([other.reference])
    expect(await call()).toMatchObject({ message: expect.stringContaining('merged into another') })
    await db.submission.update({
      where: { id: other.id },
      data: { status: 'QUARANTINED', quarantineReasons: ['trap'] },
    })
    expect((await queue()).map(row => row.reference)).toEqual([sent.reference])
    await db.submission.update({ where: { id: sent.id }, data: { mergedIntoId: null } })
    value(await changeConsent(sent.token, no))
    expect(await queue()).toEqual([])
  })

  test('is nobody’s who does not research', async () => {
    for (const viewer of outsiders) {
      expect(await listFollowUps(viewer, callId, { show: null, who: null, page: 1 })).toBeNull()
      expect(await listDueCalls(viewer, callId)).toEqual([])
      expect(await getFollowUp(viewer, sent.reference)).toBeNull()
      for (const deed of [
        call({}, viewer),
        takeFollowUp(viewer, { reference: sent.reference, taken: true, from: null }),
        planCall(viewer, { reference: sent.reference, nextAt: later() }),
        closeFollowUp(viewer, { reference: sent.reference, closed: true }),
      ])
        expect(await deed).toEqual({ ok: false, message: 'There is no such submission.' })
    }
    expect([await getFollowUp(beth, 'nonsense'), await db.followUp.count()]).toEqual([null, 0])
  })
})

describe('a call', () => {
  test('is written down with its note as a text, its next date, and in the audit trail', async () => {
    value(await call({ outcome: 'CALL_BACK', note: 'They asked for Monday.', nextAt: field(later()) }))
    expect(await view()).toMatchObject({
      nextAt: later().toISOString(),
      closedAt: null,
      taker: { id: beth.id, mine: true },
      attempts: [{ outcome: 'CALL_BACK', by: 'beth', mine: true, note: 'They asked for Monday.', version: 1 }],
    })
    const [attempt] = await db.callAttempt.findMany()
    const text = await db.text.findFirst({ where: { kind: 'CALL_NOTE' }, include: { versions: true } })
    expect(text).toMatchObject({ submissionId: sent.id, field: attempt?.id, versions: [{ number: 1 }] })
    const deeds = await db.auditEntry.findMany({ where: { action: { startsWith: 'followUp.' } } })
    expect(deeds).toMatchObject([{ action: 'followUp.attempt', details: { outcome: 'CALL_BACK' } }])
    await holds()
  })

  test('by two at once stands twice', async () => {
    await Promise.all([call({ note: 'One' }), call({ note: 'Two' }, ravi)])
    expect((await view()).attempts.map(each => each.note).toSorted()).toEqual(['One', 'Two'])
  })

  test('sent again is written down once, also when it closed the follow-up or was the last one', async () => {
    const again = async (more: Record<string, string>) => {
      const form = { id: randomUUID(), calledAt: field(new Date()), ...more }
      value(await call(form))
      value(await call(form))
      return form
    }
    const first = await again({ note: 'They opened the hall.', nextAt: field(later()) })
    await Promise.all([call({ ...first, id: randomUUID() }), call(first)])
    expect(await db.callAttempt.count()).toBe(2)
    expect(await call({ ...first, note: 'They opened two halls.' })).toMatchObject({
      message: expect.stringContaining('written down already'),
    })
    expect(await call(first, ravi)).toEqual({ ok: false, message: 'There is no such call.' })
    await again({ outcome: 'REACHED' })
    value(await closeFollowUp(beth, { reference: sent.reference, closed: false }))
    await again({ outcome: 'DECLINED', noMore: 'no' })
    expect(await db.callAttempt.count()).toBe(4)
    expect(await db.auditEntry.count({ where: { action: 'followUp.attempt' } })).toBe(4)
    await holds()
  })

  test('cannot lie ahead, before the evidence, or on a closed follow-up', async () => {
    expect(await call({ calledAt: field(later()) })).toMatchObject({ fields: { calledAt: [expect.any(String)] } })
    expect(await call({ calledAt: field(later(-24)) })).toMatchObject({ fields: { calledAt: [expect.any(String)] } })
    expect(await call({ nextAt: field(later(-1)) })).toMatchObject({
      fields: { nextAt: ['The next call must be in the future'] },
    })
    value(await closeFollowUp(beth, { reference: sent.reference, closed: true }))
    expect(await call()).toMatchObject({ message: expect.stringContaining('closed') })
    expect(await planCall(beth, { reference: sent.reference, nextAt: later() })).toMatchObject({ ok: false })
    expect(await db.callAttempt.count()).toBe(0)
    value(await closeFollowUp(beth, { reference: sent.reference, closed: false }))
    value(await call())
    await holds()
  })

  test('that was declined for good records the no, by telephone and by whom, and erases the number', async () => {
    value(await call({ outcome: 'DECLINED', noMore: 'no', note: 'Too busy.' }))
    const [consent] = await db.consent.findMany({ where: { kind: 'TELEPHONE', supersededAt: null } })
    expect(consent).toMatchObject({ answer: 'NO', channel: 'telephone', recordedById: beth.id })
    expect(await db.contactDetails.findFirst()).toMatchObject({
      telephone: null,
      bestTimes: null,
      name: expect.any(String),
    })
    expect([await queue(), await queue({ show: 'CLOSED' })]).toEqual([[], []])
    expect(await view()).toMatchObject({ barred: 'consent', attempts: [{ note: 'Too busy.' }] })
    await holds()
  })

  test('that was declined this once closes, and may be reopened', async () => {
    value(await call({ outcome: 'DECLINED', noMore: 'yes' }))
    expect((await queue({ show: 'CLOSED' })).length).toBe(1)
    value(await closeFollowUp(ravi, { reference: sent.reference, closed: false }))
    expect((await queue()).length).toBe(1)
    await holds()
  })
})

describe('a withdrawal', () => {
  test('of the consent empties the queue at once; what was noted stands', async () => {
    value(await call({ note: 'They told us of the hall.', nextAt: field(later()) }))
    const stamp = await contactStamp(beth, sent.reference)
    value(await changeConsent(sent.token, no))
    expect([await queue(), await getNextCall(beth, sent.reference)]).toEqual([[], null])
    for (const deed of [
      call(),
      takeFollowUp(ravi, { reference: sent.reference, taken: true, from: beth.id }),
      planCall(beth, { reference: sent.reference, nextAt: null }),
      closeFollowUp(beth, { reference: sent.reference, closed: true }),
    ])
      expect(await deed).toMatchObject(barred)
    expect(value(await readContact(beth, sent.reference)).telephone).toBe('')
    expect(await contactStamp(beth, sent.reference)).not.toBe(stamp)
    expect(await view()).toMatchObject({ barred: 'consent', nextAt: null, bestTimes: '', attempts: [{ version: 1 }] })
    await holds()
  })

  test('of the whole leaves no follow-up, and erasing leaves no call', async () => {
    value(await call({ note: 'CANARYNOTE' }))
    value(await withdrawEvidence(sent.token, sent.reference))
    expect([await queue(), await getFollowUp(beth, sent.reference)]).toEqual([[], null])
    expect(await call()).toMatchObject({ message: 'There is no such submission.' })
    await holds()
    await eraseWithdrawn(async () => undefined, new Date(Date.now() + 31 * 24 * hour))
    expect([await db.callAttempt.count(), await db.followUp.count(), await db.text.count()]).toEqual([0, 0, 0])
    await holds()
  })

  test('before anybody called leaves nothing to open', async () => {
    value(await changeConsent(sent.token, no))
    expect(await getFollowUp(beth, sent.reference)).toBeNull()
  })

  test('at the same moment as a call comes wholly before or after it', async () => {
    const [, result] = await Promise.all([changeConsent(sent.token, no), call({ note: 'At once' })])
    expect(await db.callAttempt.count()).toBe(result.ok ? 1 : 0)
    expect(await queue()).toEqual([])
    await holds()
  })
})

describe('who calls', () => {
  test('is told when somebody was quicker, and may take it over', async () => {
    const take = (viewer: Viewer, from: string | null) =>
      takeFollowUp(viewer, { reference: sent.reference, taken: true, from })
    value(await take(beth, null))
    value(await take(beth, null))
    expect(await take(ravi, null)).toMatchObject({ message: 'beth has taken this call meanwhile.' })
    expect(await takeFollowUp(ravi, { reference: sent.reference, taken: false, from: beth.id })).toMatchObject({
      ok: false,
    })
    value(await take(ravi, beth.id))
    value(await takeFollowUp(ravi, { reference: sent.reference, taken: false, from: ravi.id }))
    expect((await view()).taker).toBeNull()
  })

  test('loses what is open with their account', async () => {
    value(await takeFollowUp(beth, { reference: sent.reference, taken: true, from: null }))
    const [, administrator] = outsiders
    value(await setDisabled(administrator ?? beth, { id: beth.id, version: 1, disabled: true }))
    expect((await view(ravi)).taker).toBeNull()
    await holds()
  })
})

describe('the next call', () => {
  test('is planned, taken back, and goes into a calendar only while it has a date', async () => {
    expect(await getNextCall(beth, sent.reference)).toBeNull()
    value(await planCall(beth, { reference: sent.reference, nextAt: later() }))
    expect(await getNextCall(beth, sent.reference)).toEqual({
      submissionId: sent.id,
      reference: sent.reference,
      startsAt: later(),
      version: 1,
    })
    for (const viewer of outsiders) expect(await getNextCall(viewer, sent.reference)).toBeNull()
    value(await planCall(beth, { reference: sent.reference, nextAt: null }))
    expect(await getNextCall(beth, sent.reference)).toBeNull()
  })
})

describe('a note', () => {
  const correct = async (note: string, viewer = beth, version?: number) => {
    const [attempt] = (await view()).attempts
    return correctNote(viewer, {
      reference: sent.reference,
      attemptId: attempt?.id ?? '',
      version: version ?? attempt?.version ?? 0,
      note,
    })
  }
  const versionOf = async () => (await db.textVersion.findFirstOrThrow({ where: { text: { kind: 'CALL_NOTE' } } })).id

  test('is corrected as a new version, or added, by who made the call and nobody else', async () => {
    value(await call())
    value(await correct('Added'))
    value(await correct('Corrected'))
    expect((await view()).attempts).toMatchObject([{ note: 'Corrected', version: 2 }])
    expect(await correct('Theirs', ravi)).toEqual({ ok: false, message: 'There is no such call.' })
    expect(await correct('Old', beth, 1)).toMatchObject({ message: expect.stringContaining('another window') })
    value(await changeConsent(sent.token, no))
    value(await correct('After the no'))
    await holds()
  })

  test('of another submission cannot be reached through this one', async () => {
    value(await call({ note: 'Here' }))
    const [attempt] = (await view()).attempts
    const other = await makeSent()
    expect(
      await correctNote(beth, { reference: other.reference, attemptId: attempt?.id ?? '', version: 1, note: 'There' }),
    ).toEqual({ ok: false, message: 'There is no such call.' })
  })

  test('stands once it was coded or commented on', async () => {
    value(await call({ note: 'They opened the hall.' }))
    const textVersionId = await versionOf()
    const comment = await db.comment.create({
      data: { submissionId: sent.id, authorId: ravi.id, textVersionId, spanStart: 0, spanEnd: 4, body: 'Who?' },
    })
    expect(await correct('Changed')).toMatchObject({ message: expect.stringContaining('commented') })
    await db.comment.delete({ where: { id: comment.id } })
    const code = await db.code.create({ data: { callId, position: 99, name: 'Halls' } })
    const span = { textVersionId, spanStart: 0, spanEnd: 4 }
    await db.coding.create({ data: { submissionId: sent.id, codeId: code.id, personId: ravi.id, ...span } })
    expect(await correct('Changed')).toMatchObject({ message: expect.stringContaining('has been coded') })
  })

  test('of what two code stands, with the same words whether it was coded or not', async () => {
    value(await call({ note: 'They opened the hall.' }))
    await db.submission.update({ where: { id: sent.id }, data: { doubleCodedAt: new Date(), blind: true } })
    const before = await correct('Changed')
    expect(before.ok).toBe(false)
    const code = await db.code.create({ data: { callId, position: 99, name: 'Halls' } })
    const span = { textVersionId: await versionOf(), spanStart: 0, spanEnd: 4 }
    await db.coding.create({ data: { submissionId: sent.id, codeId: code.id, personId: ravi.id, ...span } })
    expect(await correct('Changed')).toEqual(before)
  })
})
