import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { approve, publish, rowOf, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { changeConsent } from './consents'
import { readEvidence } from './evidence'
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
  expect(await releaseIsGone(slug)).toBe(true)
  expect(await rowOf(id)).toMatchObject({ status: 'IN_REVIEW' })
})

test('a withdrawal takes a published case study back at once', async () => {
  const { id, submission } = await publish(scene)
  const token = await asks(submission.id)
  const { slug } = await rowOf(id)
  expect(await withdrawEvidence(token, submission.reference ?? '')).toEqual({ ok: true, value: { readersSaw: true } })
  expect(await releaseIsGone(slug)).toBe(true)
})
