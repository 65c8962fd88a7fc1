import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { emptyFilter } from '@/lib/domain/submission-filter'
import { makeAccount, signInAs, viewerWith } from '@/lib/testing/account-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { makeLetter } from '@/lib/testing/mail-makers'
import { beginDraft, makeCall } from '@/lib/testing/submission-makers'
import { readHeard } from './heard'
import { getIncoming } from './intake'
import { likelyDuplicates } from './likeness'
import { mergeSubmission, unmergeSubmission } from './merging'
import { readKin } from './submission-kin'
import { listSubmissions } from './submission-list'
import { writeSearch } from './submission-search'
import { sendEvidence } from './submission-sending'
import { getSubmission } from './submissions'

let callId: string
let lead: Viewer
let researcher: Viewer

beforeEach(async () => {
  await emptyDatabase()
  callId = await makeCall()
  lead = await viewerWith(await signInAs((await makeAccount('lead', 'LEAD')).email))
  researcher = await viewerWith(await signInAs((await makeAccount('researcher', 'RESEARCHER')).email))
})

/** Sends a response, told and signed as given. */
async function send(change: { organisation?: string; story?: string; email?: string } = {}): Promise<string> {
  const sent = await sendEvidence(await beginDraft(), `203.0.113.${Math.floor(Math.random() * 250)}`)
  if (!sent.ok) throw new Error(sent.message)
  const { reference } = sent.value
  const { id } = await db.submission.update({
    where: { reference },
    data: {
      status: 'SUBMITTED',
      quarantineReasons: [],
      ...(change.organisation ? { organisationName: change.organisation } : {}),
      ...(change.story ? { textHash: change.story } : {}),
    },
  })
  if (change.story)
    await db.textVersion.updateMany({
      where: { text: { submissionId: id, field: 'whatHappened' } },
      data: { body: change.story },
    })
  await db.$transaction(tx => writeSearch(tx, id))
  await db.contactDetails.updateMany({
    where: { submissionId: id },
    data: { email: change.email ?? `${reference}@example.org` },
  })
  return reference
}

const long =
  'Forty volunteers cooked hot meals in the church hall every single day of the first lockdown, and drove them out.'
const list = () => listSubmissions(lead, callId, emptyFilter, {})

test('what was sent twice is found by name or by text, and not what is only alike a little', async () => {
  const first = await send({ organisation: 'Gornal Pantry and Kitchen (example)', story: long })
  const second = await send({
    organisation: 'The Gornal Pantry & Kitchen (example)',
    story: 'Another story altogether about a choir.',
  })
  const third = await send({
    organisation: 'Somebody Else (example)',
    story: `${long} Every one of them was grateful.`,
  })
  await send({
    organisation: 'Tipton Bikes (example)',
    story: 'We lent bicycles to nurses who could not take the bus to work.',
  })
  expect((await likelyDuplicates(researcher, first))?.map(({ reference }) => reference).toSorted()).toEqual(
    [second, third].toSorted(),
  )
  expect(await likelyDuplicates(researcher, 'WM-0000-0000')).toBeNull()
})

test('a mail looks like what its sender sent before', async () => {
  const reference = await send({ email: 'Zenobia@quillfeather.example', story: long })
  await send({ organisation: 'Tipton Bikes', story: 'We lent bicycles to nurses.' })
  const mail = await getIncoming(researcher, await makeLetter({}, 'A few words only.'))
  expect(mail?.likely).toMatchObject([{ reference, sameSender: true }])
})

test('a merged one leaves lists and figures, says where it went, and can come back', async () => {
  const [kept, merged] = [await send(), await send()]
  expect(await mergeSubmission(researcher, { reference: merged, into: kept })).toMatchObject({ ok: false })
  expect(await mergeSubmission(lead, { reference: merged, into: kept })).toMatchObject({ ok: true })
  expect(await mergeSubmission(lead, { reference: merged, into: kept })).toMatchObject({ ok: true })
  expect((await list())?.rows.map(({ reference }) => reference)).toEqual([kept])
  expect(await readHeard(callId)).toMatchObject({ submissions: 1, places: { dudley: 1 } })
  expect(await getSubmission(researcher, merged)).not.toBeNull()
  expect((await readKin(researcher, merged))?.mergedInto?.reference).toBe(kept)
  expect((await readKin(researcher, kept))?.merged).toMatchObject([{ reference: merged }])
  expect(await db.auditEntry.count({ where: { action: 'submission.merge' } })).toBe(1)
  expect(await unmergeSubmission(researcher, merged)).toMatchObject({ ok: false })
  expect(await unmergeSubmission(lead, merged)).toMatchObject({ ok: true })
  expect(await readHeard(callId)).toMatchObject({ submissions: 2 })
})

test('there are no chains and no circles, also at the same moment', async () => {
  const [a, b, c] = [await send(), await send(), await send()]
  expect(await mergeSubmission(lead, { reference: a, into: a })).toMatchObject({ ok: false })
  await Promise.all([
    mergeSubmission(lead, { reference: a, into: b }),
    mergeSubmission(lead, { reference: b, into: a }),
  ])
  expect(await db.submission.count({ where: { mergedIntoId: { not: null } } })).toBe(1)
  const merged = await db.submission.findFirstOrThrow({ where: { mergedIntoId: { not: null } } })
  expect(await mergeSubmission(lead, { reference: c, into: merged.reference ?? '' })).toMatchObject({ ok: false })
})

test('when the one it was merged into is withdrawn, it stands for itself again', async () => {
  const [kept, merged] = [await send(), await send()]
  await mergeSubmission(lead, { reference: merged, into: kept })
  await db.contactDetails.deleteMany({ where: { submission: { reference: kept } } })
  await db.submission.update({ where: { reference: kept }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
  expect((await list())?.rows.map(({ reference }) => reference)).toEqual([merged])
  expect((await readKin(researcher, merged))?.mergedInto).toBeNull()
  expect(await readHeard(callId)).toMatchObject({ submissions: 1 })
})

test('a campaign is one text with many senders: all count, the first is listed', async () => {
  const first = await send({ organisation: 'One (example)', story: long })
  const second = await send({ organisation: 'Two (example)', story: long })
  const alone = await send({ organisation: 'Three (example)', story: 'Alone.' })
  const found = await list()
  expect(found).toMatchObject({ total: 3, texts: 2 })
  expect(found?.rows.map(({ reference, senders }) => [reference, senders])).toEqual([[alone, 1], [first, 2]]) // prettier-ignore
  expect((await readKin(researcher, second))?.campaign).toMatchObject({ isFirst: false, first: { reference: first } })
  expect((await readKin(researcher, first))?.campaign?.senders).toHaveLength(2)
  expect((await readKin(researcher, alone))?.campaign).toBeNull()
  expect(await readHeard(callId)).toMatchObject({ submissions: 3 })
  expect(await likelyDuplicates(researcher, first)).toEqual([])
})
