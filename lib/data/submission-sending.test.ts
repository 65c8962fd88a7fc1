import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { newReference, readReference, referenceOf } from '@/lib/domain/reference'
import { emptyDatabase } from '@/lib/testing/database'
import { answerStep, beginDraft, makeCall, send, stepAnswers } from '@/lib/testing/submission-makers'
import { getDraft } from './drafts'

beforeEach(async () => {
  await emptyDatabase()
  await makeCall()
})

async function counts() {
  const [jobs] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM graphile_worker.jobs`
  return {
    sent: await db.submission.count({ where: { status: 'SUBMITTED' } }),
    mails: await db.mail.count(),
    jobs: jobs?.count,
  }
}

describe('sending', () => {
  test('makes a whole submission of the draft, and its receipt', async () => {
    const token = await beginDraft()
    const sent = await send(token)
    const reference = sent.ok ? sent.value.reference : ''
    expect(readReference(reference)).toBe(reference)
    const row = await db.submission.findUniqueOrThrow({
      where: { reference },
      include: {
        places: { select: { place: { select: { key: true } } } },
        prompts: { select: { prompt: { select: { key: true } } } },
        links: true,
        texts: { include: { versions: true }, orderBy: { field: 'asc' } },
        contact: true,
        consents: { orderBy: { kind: 'asc' } },
        draftAnswers: true,
      },
    })
    expect(row).toMatchObject({
      status: 'SUBMITTED',
      organisationName: 'Gornal Pantry',
      practiceOf: 'Netherton Kitchen',
      neighbourhood: 'Lower Gornal',
      draftAnswers: [],
      links: [{ position: 1, url: 'https://example.org/meals' }],
      contact: { name: 'Zenobia Quillfeather', telephone: '0121 496 0999' },
    })
    expect(row.places.map(({ place }) => place.key).sort()).toEqual(['across-the-region', 'dudley'])
    expect(row.prompts.map(({ prompt }) => prompt.key).sort()).toEqual(['anchors', 'co-production'])
    expect(row.texts.map(({ field, versions }) => [field, versions.map(v => [v.number, v.body])])).toEqual([
      ['difference', [[1, 'Nobody went hungry.']]],
      ['whatHappened', [[1, 'Forty volunteers cooked.']]],
    ])
    expect(row.consents.map(({ kind, answer, channel }) => `${kind} ${answer} ${channel}`)).toEqual([
      'TELEPHONE YES form',
      'PUBLISH WITHOUT_NAME form',
      'TELL_OUTCOME YES form',
      'SHOW_BEFORE NO form',
    ])
    expect(row.consents[1]?.wording).toContain('Yes, without the name of the organisation')
    const mail = await db.mail.findFirstOrThrow()
    expect(mail).toMatchObject({ toAddress: 'zenobia@quillfeather.example', status: 'WAITING' })
    expect(mail.subject).toContain(reference)
    expect(await getDraft(token)).toMatchObject({ sent: true, reference, hasReceipt: true, answers: {} })
  })

  test('again, in turn and at the same moment, answers the same reference and sends once', async () => {
    const token = await beginDraft()
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(token)))
    const references = new Set([...answers, await send(token)].map(sent => sent.ok && sent.value.reference))
    expect(references.size).toBe(1)
    expect(await counts()).toEqual({ sent: 1, mails: 1, jobs: 1 })
    expect(await db.auditEntry.count({ where: { action: 'submission.send' } })).toBe(1)
  })

  test('again long after gives no key: the cookie of a shared machine opens nothing', async () => {
    const token = await beginDraft()
    const first = await send(token)
    expect(first.ok && first.value.key).toHaveLength(43)
    expect(await send(token)).toMatchObject({ ok: true, value: { key: expect.any(String) } })
    await db.submission.updateMany({ data: { submittedAt: new Date(Date.now() - 11 * 60_000) } })
    expect(await send(token)).toMatchObject({ ok: true, value: { key: null } })
  })

  test('fills nobody’s letter box: after twenty receipts in a day an address gets no more', async () => {
    for (let example = 1; example <= 22; example += 1)
      expect(await send(await beginDraft())).toMatchObject({ ok: true })
    expect(await counts()).toMatchObject({ sent: 22, mails: 20 })
  })

  test('finds another reference when one is taken', async () => {
    const taken = referenceOf('0000000')
    expect(await send(await beginDraft(), () => taken)).toMatchObject({ ok: true, value: { reference: taken } })
    let asked = 0
    const second = await send(await beginDraft(), () => ((asked += 1) === 1 ? taken : newReference()))
    expect(second.ok && second.value.reference).not.toBe(taken)
    expect(await counts()).toMatchObject({ sent: 2, mails: 2 })
  })

  test('without an email address makes no mail', async () => {
    const token = await beginDraft()
    await answerStep(token, 'contact', { ...stepAnswers.contact, email: '', wishes: [] })
    expect(await send(token)).toMatchObject({ ok: true })
    expect(await counts()).toEqual({ sent: 1, mails: 0, jobs: 0 })
  })

  test('without any contact detail keeps no row for them', async () => {
    const token = await beginDraft()
    const none = {
      contactName: '',
      email: '',
      telephone: '',
      bestTimes: '',
      mayTelephone: 'NO',
      publish: 'NO',
      wishes: [],
    }
    await answerStep(token, 'contact', none)
    expect(await send(token)).toMatchObject({ ok: true })
    expect(await db.contactDetails.count()).toBe(0)
  })
})

describe('is refused, and nothing is half written,', () => {
  test('while a step has no answer', async () => {
    const token = await beginDraft('organisation', 'place', 'example', 'story', 'material')
    expect(await send(token)).toEqual({ ok: false, message: 'incomplete' })
    expect(await counts()).toEqual({ sent: 0, mails: 0, jobs: 0 })
    expect((await getDraft(token))?.answers.story).toEqual(stepAnswers.story)
  })

  test('when something was chosen that its form does not offer', async () => {
    const token = await beginDraft()
    await db.draftAnswer.updateMany({ where: { field: 'places' }, data: { value: ['atlantis'] } })
    expect(await send(token)).toEqual({ ok: false, message: 'incomplete' })
    expect(await counts()).toMatchObject({ sent: 0 })
  })

  test('when the call has closed meanwhile, by the database and not by a cache', async () => {
    const token = await beginDraft()
    await db.call.updateMany({ data: { closesAt: new Date(), graceHours: 0 } })
    expect(await send(token)).toEqual({ ok: false, message: 'closed' })
    expect((await getDraft(token))?.answers).toEqual(stepAnswers)
  })

  test.each([null, '', 'x'.repeat(43), '\u0000'])('for the token %j, which has no draft', async token => {
    expect(await send(token)).toEqual({ ok: false, message: 'noDraft' })
  })

  test('when the reference is no reference: the database says so, and the draft stays', async () => {
    const token = await beginDraft()
    await expect(send(token, () => 'WM-1')).rejects.toThrow()
    expect(await counts()).toEqual({ sent: 0, mails: 0, jobs: 0 })
    expect((await getDraft(token))?.answers).toEqual(stepAnswers)
  })
})

describe('the form that a draft was begun on', () => {
  test('is what it is sent on, whatever the call offers since', async () => {
    const token = await beginDraft()
    await db.prompt.updateMany({ where: { key: 'anchors' }, data: { theme: 'Renamed', retiredAt: new Date() } })
    await db.call.updateMany({ data: { communities: [], commissioner: 'Somebody else', version: { increment: 1 } } })
    expect(await send(token)).toMatchObject({ ok: true })
    const row = await db.submission.findFirstOrThrow({ include: { formVersion: true, consents: true, prompts: true } })
    expect(row.prompts).toHaveLength(2)
    expect(row.consents.map(({ wording }) => wording).join()).not.toContain('Somebody else')
    const later = await beginDraft('place')
    expect((await getDraft(later))?.form).toMatchObject({ communities: [], commissioner: 'Somebody else' })
    expect(await db.formVersion.count()).toBe(2)
  })
})

describe('what a machine seems to have sent', () => {
  test('is kept whole, with a reference and a receipt, and waits in the quarantine', async () => {
    const token = await beginDraft()
    await db.submission.updateMany({ data: { quarantineReasons: ['trap'] } })
    expect(await send(token)).toMatchObject({ ok: true })
    expect(await db.submission.findFirstOrThrow({ include: { texts: true } })).toMatchObject({
      status: 'QUARANTINED',
      quarantineReasons: ['trap'],
      texts: [{}, {}],
    })
    expect(await counts()).toEqual({ sent: 0, mails: 1, jobs: 1 })
    expect(await getDraft(token)).toMatchObject({ sent: true })
  })

  test('a crowd of people behind one address is let through', async () => {
    for (let person = 1; person <= 45; person += 1) expect(await send(await beginDraft())).toMatchObject({ ok: true })
    expect(await counts()).toMatchObject({ sent: 45 })
  })
})

describe('the search vector', () => {
  test.each(['pantry', 'hot meals', 'dudley', 'gornal', 'volunteers cooking', 'hungry', 'netherton'])(
    'finds %s',
    async words => {
      await send(await beginDraft())
      const found = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM "Submission" WHERE "search" @@ websearch_to_tsquery('english', ${words})`
      expect(found).toHaveLength(1)
    },
  )

  test('holds no contact details, and neither does the audit trail or the queue', async () => {
    await send(await beginDraft())
    const [kept] = await db.$queryRaw<{ text: string }[]>`
      SELECT concat((SELECT "search"::text FROM "Submission"), (SELECT string_agg(a::text, ' ') FROM "AuditEntry" a),
        (SELECT string_agg(j::text, ' ') FROM graphile_worker._private_jobs j)) AS text`
    expect(kept?.text).toMatch(/pantri/)
    expect(kept?.text.toLowerCase()).not.toMatch(/quillfeather|zenobia|0999/)
  })
})
