import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { approve, publish, rowOf, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { changeConsent } from './consents'
import { readEvidence } from './evidence'
import { getMailToSend } from './mail-queue'
import { tellOfPublication } from './outcome-mails'
import { issueKey } from './private-keys'
import { publishCaseStudy, releaseIsGone, unpublishCaseStudy } from './releases'
import { withdrawEvidence } from './withdrawals'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const told = () => db.mail.findMany({ where: { key: { startsWith: 'published:' } } })

/** Lets the sender of a submission hear what becomes of it, and answers the token of their page. */
async function asks(submissionId: string): Promise<string> {
  const wish = { kind: 'TELL_OUTCOME', answer: 'YES', wording: 'words', wordingVersion: '1', channel: 'form' } as const
  await db.consent.create({ data: { submissionId, ...wish } })
  await db.contactDetails.create({ data: { submissionId, email: 'canary@asks.example' } })
  return db.$transaction(tx => issueKey(tx, submissionId, 'EVIDENCE'))
}

test('who asked hears of a publication once, however often it is published', async () => {
  const { id, submission } = await writeCaseStudy(scene)
  const token = await asks(submission.id)
  await approve(scene, id)
  expect(await told()).toEqual([])
  const { lead } = scene.people.wlv
  value(await publishCaseStudy(lead, await versionOf(id)))
  value(await unpublishCaseStudy(lead, await versionOf(id)))
  value(await publishCaseStudy(lead, await versionOf(id)))
  const { slug } = await rowOf(id)
  expect(await told()).toMatchObject([
    {
      submissionId: submission.id,
      toAddress: 'canary@asks.example',
      linkKind: 'EVIDENCE',
      body: expect.stringContaining(`{origin}/case-studies/${slug}`),
    },
  ])
  const own = await readEvidence(token)
  expect(own?.state === 'sent' && own.evidence.outcome.caseStudies).toMatchObject([{ slug, status: 'PUBLISHED' }])
})

test('who did not ask hears nothing', async () => {
  await publish(scene)
  expect(await told()).toEqual([])
})

test('a no to these mails holds back the one that waits', async () => {
  const { id, submission } = await writeCaseStudy(scene)
  const token = await asks(submission.id)
  await approve(scene, id)
  value(await publishCaseStudy(scene.people.wlv.lead, await versionOf(id)))
  value(await changeConsent(token, { kind: 'TELL_OUTCOME', answer: 'NO', email: '' }))
  expect(await told()).toEqual([])
})

test.each([
  ['less to publish', { kind: 'PUBLISH', answer: 'WITHOUT_NAME' }],
  ['nothing to publish', { kind: 'PUBLISH', answer: 'NO' }],
  ['a wish to see it first', { kind: 'SHOW_BEFORE', answer: 'YES', email: '' }],
] as const)('%s takes a published case study back at once', async (_, change) => {
  const { id, submission } = await publish(scene)
  const token = await asks(submission.id)
  const { slug } = await rowOf(id)
  expect(await changeConsent(token, change)).toEqual({ ok: true, value: { readersSaw: true } })
  expect(await releaseIsGone(slug)).toEqual({ forGood: false })
  expect(await rowOf(id)).toMatchObject({ status: 'IN_REVIEW' })
})

test('a withdrawal takes a published case study back at once', async () => {
  const { id, submission } = await publish(scene)
  const token = await asks(submission.id)
  const { slug } = await rowOf(id)
  expect(await withdrawEvidence(token, submission.reference ?? '')).toEqual({ ok: true, value: { readersSaw: true } })
  expect(await releaseIsGone(slug)).toEqual({ forGood: false })
})

/** Publishes in a transaction of its own that is still open while `meanwhile` begins. */
async function publishingWhile(caseStudyId: string, meanwhile: () => Promise<unknown>): Promise<void> {
  let done: Promise<unknown> = Promise.resolve()
  await db.$transaction(async tx => {
    await tx.$queryRaw`SELECT 1 FROM "CaseStudy" WHERE "id" = ${caseStudyId}::uuid FOR UPDATE`
    await tellOfPublication(tx, caseStudyId)
    done = meanwhile()
    await new Promise(resolve => setTimeout(resolve, 500))
  })
  await done
}

test('a publication at the moment of a withdrawal leaves no mail', async () => {
  const { id, submission } = await publish(scene)
  const token = await asks(submission.id)
  await publishingWhile(id, () => withdrawEvidence(token, submission.reference ?? ''))
  expect(await told()).toEqual([])
})

test.each([
  ['the wish was taken back', 'CONSENT'],
  ['the evidence was withdrawn', 'STATUS'],
] as const)('a mail of a publication does not go out once %s', async (_, what) => {
  const { id, submission } = await publish(scene)
  await asks(submission.id)
  await db.$transaction(tx => tellOfPublication(tx, id))
  const [mail] = await told()
  expect(await getMailToSend(mail?.id ?? '')).toMatchObject({ toAddress: 'canary@asks.example' })
  if (what === 'CONSENT')
    await db.consent.updateMany({ where: { kind: 'TELL_OUTCOME' }, data: { supersededAt: new Date() } })
  else
    await db.submission.update({
      where: { id: submission.id },
      data: { status: 'WITHDRAWN', withdrawnAt: new Date() },
    })
  expect(await getMailToSend(mail?.id ?? '')).toBeNull()
  expect(await told()).toEqual([])
})
