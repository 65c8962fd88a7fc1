import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { makeAccount, signInAs, viewerWith } from '@/lib/testing/account-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { beginDraft, makeCall, send } from '@/lib/testing/submission-makers'
import { listQuarantine, releaseFromQuarantine } from './quarantine'
import { getSubmission } from './submissions'

let callId = ''

beforeEach(async () => {
  await emptyDatabase()
  callId = await makeCall()
})

async function viewer(role: 'RESEARCHER' | 'WMCA_STAFF') {
  const { email } = await makeAccount(role.toLowerCase().replace('_', ''), role)
  return viewerWith(await signInAs(email))
}

async function heldBack() {
  const token = await beginDraft()
  await db.submission.updateMany({ data: { quarantineReasons: ['trap'] } })
  const sent = await send(token)
  return sent.ok ? sent.value.reference : ''
}

test('what is held back is whole, shown to researchers with why, and to nobody as a submission', async () => {
  const reference = await heldBack()
  const researcher = await viewer('RESEARCHER')
  const shown = await listQuarantine(researcher, callId)
  expect(shown).toMatchObject({
    total: 1,
    rows: [{ reference, organisationName: 'Gornal Pantry', reasons: ['trap'], answers: [{}, {}] }],
  })
  expect(JSON.stringify(shown)).not.toMatch(/quillfeather|0999/i)
  expect(await getSubmission(researcher, reference)).toBeNull()
  expect(await listQuarantine(await viewer('WMCA_STAFF'), callId)).toBeNull()
})

test('what is released is a submission like any other, and it is written down', async () => {
  const reference = await heldBack()
  const staff = await viewer('WMCA_STAFF')
  expect(await releaseFromQuarantine(staff, reference)).toMatchObject({ ok: false })
  const researcher = await viewer('RESEARCHER')
  expect(await releaseFromQuarantine(researcher, reference)).toMatchObject({ ok: true })
  expect(await releaseFromQuarantine(researcher, reference)).toMatchObject({ ok: true })
  expect(await getSubmission(researcher, reference)).toMatchObject({ reference })
  expect(await listQuarantine(researcher, callId)).toMatchObject({ total: 0 })
  expect(await db.auditEntry.count({ where: { action: 'submission.release' } })).toBe(1)
})
