import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import {
  approve,
  inputFor,
  publish,
  review,
  rowOf,
  value,
  versionOf,
  writeCaseStudy,
} from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import type { ConsentAnswer } from '@/prisma/generated/client'

import { saveCaseStudy } from './case-studies'
import {
  publishCaseStudy,
  releaseIsGone,
  releasesFollowConsent,
  unpublishCaseStudy,
  withdrawCaseStudy,
} from './releases'
import { sendForReview } from './reviews'
import { recordRespondentsYes } from './showings'
import { proseOf } from '@/lib/domain/prose'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const slug = 'a-kitchen-that-fed-a-town'

/** What the respondent's page does: a new answer, and what rests on the old one follows, in one transaction. */
const answerAgain = (submissionId: string, answer: ConsentAnswer) =>
  db.$transaction(async tx => {
    await tx.consent.updateMany({ where: { submissionId, kind: 'PUBLISH' }, data: { answer } })
    return releasesFollowConsent(tx, submissionId)
  })

describe('what readers get', () => {
  test('is made of released fields, with the name where consent allows it', async () => {
    const { id } = await writeCaseStudy(scene)
    await approve(scene, id)
    expect((await rowOf(id)).release).toMatchObject({
      slug,
      title: 'A kitchen that fed a town',
      organisationName: 'Hope House (example)',
      organisationType: 'FAITH',
      placeKeys: ['dudley'],
      placeNames: ['Dudley'],
      promptKeys: ['early'],
      themes: ['Early response'],
      lenses: ['Innovation'],
      decisionArea: 'Public health',
      publishedAt: null,
    })
  })

  test('without the name keeps the type, and no column holds the name', async () => {
    const { id } = await writeCaseStudy(scene, { publish: 'WITHOUT_NAME', title: 'Hope House cooks' })
    await approve(scene, id)
    const { release } = await rowOf(id)
    expect(release).toMatchObject({ organisationName: null, organisationType: 'FAITH' })
    expect(JSON.stringify(release).toLowerCase()).not.toMatch(/hope.?house/)
    const [found] = await db.$queryRaw<{ search: string }[]>`SELECT "search"::text FROM "Release"`
    expect(found?.search).not.toMatch(/hope/)
  })

  test('rests on the strictest of all sources', async () => {
    const { id } = await writeCaseStudy(scene)
    const second = await makeSubmission(scene, { publish: 'WITHOUT_NAME', organisation: 'Another' })
    await db.caseStudySource.create({ data: { caseStudyId: id, submissionId: second.id } })
    await approve(scene, id)
    expect((await rowOf(id)).release?.organisationName).toBeNull()
  })

  test('of practice elsewhere names nobody, and gives nobody’s type', async () => {
    const { id } = await writeCaseStudy(scene, { practiceOf: 'Far Kitchen' })
    await approve(scene, id)
    expect((await rowOf(id)).release).toMatchObject({ organisationName: null, organisationType: null })
  })
})

describe('publishing', () => {
  test('is a lead’s, and of what is approved', async () => {
    const { id, author } = await writeCaseStudy(scene)
    const { lead } = scene.people.wlv
    expect(await publishCaseStudy(lead, await versionOf(id))).toMatchObject({
      message: 'Only an approved case study can be published.',
    })
    await approve(scene, id)
    expect(await publishCaseStudy(author, await versionOf(id))).toMatchObject({ message: 'Only a lead can do this.' })
    expect(await publishCaseStudy(lead, { id, version: 1 })).toMatchObject({
      message: expect.stringMatching(/has changed/),
    })
    value(await publishCaseStudy(lead, await versionOf(id)))
    const row = await rowOf(id)
    expect(row.status).toBe('PUBLISHED')
    expect(row.release?.publishedAt).toBeInstanceOf(Date)
    expect(await db.auditEntry.count({ where: { action: 'caseStudy.publish', actorId: lead.id } })).toBe(1)
  })

  test('waits for the yes of a respondent who asked to see it, to this very version', async () => {
    const { id, author, submission } = await writeCaseStudy(scene, { showBefore: true })
    const { lead } = scene.people.wlv
    const reference = submission.reference ?? ''
    const yes = async () => ({ ...(await versionOf(id)), reference, how: 'email', on: '2020-08-07' }) as const
    value(await recordRespondentsYes(author, await yes()))
    value(await saveCaseStudy(author, await inputFor(id, { summary: 'Another.' })))
    await approve(scene, id)
    expect(await publishCaseStudy(lead, await versionOf(id))).toMatchObject({
      message: expect.stringMatching(/asked to see it first/),
    })
    value(await recordRespondentsYes(author, await yes()))
    value(await publishCaseStudy(lead, await versionOf(id)))
  })

  test('asks again what consent allows', async () => {
    const { id, submission } = await writeCaseStudy(scene, {}, { difference: proseOf('Hope House fed all.') })
    await approve(scene, id)
    const { lead } = scene.people.wlv
    const where = { submissionId: submission.id, kind: 'PUBLISH' } as const
    await db.consent.updateMany({ where, data: { answer: 'WITHOUT_NAME' } })
    expect(await publishCaseStudy(lead, await versionOf(id))).toMatchObject({
      message: expect.stringMatching(/^What difference it made contains a name/),
    })
    await db.consent.updateMany({ where, data: { answer: 'NO' } })
    expect(await publishCaseStudy(lead, await versionOf(id))).toMatchObject({
      message: expect.stringMatching(/research only/),
    })
    expect(await rowOf(id)).toMatchObject({ status: 'APPROVED', release: { publishedAt: null } })
  })
})

describe('leaving the public', () => {
  test('by being unpublished: approved still, gone at its address, and back when it is published again', async () => {
    const { id } = await publish(scene)
    const { lead } = scene.people.coventry
    expect(await releaseIsGone(slug)).toBeNull()
    value(await unpublishCaseStudy(lead, await versionOf(id)))
    expect(await rowOf(id)).toMatchObject({
      status: 'APPROVED',
      release: { publishedAt: null, title: 'A kitchen that fed a town' },
    })
    expect(await releaseIsGone(slug)).toEqual({ forGood: false })
    value(await publishCaseStudy(lead, await versionOf(id)))
    expect(await releaseIsGone(slug)).toBeNull()
  })

  test('by an edit: nothing of the text is left, the address stays', async () => {
    const { id, author } = await publish(scene)
    value(await saveCaseStudy(author, await inputFor(id, { title: 'Another title' })))
    expect(await rowOf(id)).toMatchObject({
      status: 'DRAFT',
      slug,
      release: { slug, title: '', whatHappened: [], organisationName: null, publishedAt: null },
    })
    expect(await releaseIsGone(slug)).toEqual({ forGood: false })
    await approve(scene, id)
    value(await publishCaseStudy(scene.people.wlv.lead, await versionOf(id)))
    expect((await rowOf(id)).release).toMatchObject({ slug, title: 'Another title', goneAt: null })
  })

  test('for good', async () => {
    const { id, author } = await publish(scene)
    const { lead } = scene.people.wlv
    value(await withdrawCaseStudy(lead, await versionOf(id)))
    expect(await rowOf(id)).toMatchObject({ status: 'WITHDRAWN', release: { title: '', publishedAt: null } })
    expect(await releaseIsGone(slug)).toEqual({ forGood: true })
    expect(await withdrawCaseStudy(lead, await versionOf(id))).toMatchObject({ ok: false })
    expect(await publishCaseStudy(lead, await versionOf(id))).toMatchObject({ ok: false })
    expect(await saveCaseStudy(author, await inputFor(id, { title: 'New' }))).toMatchObject({ ok: false })
    expect(await releasesFollow(id)).toBe(false)
  })

  const releasesFollow = async (id: string) => {
    const source = await db.caseStudySource.findFirstOrThrow({ where: { caseStudyId: id } })
    return db.$transaction(tx => releasesFollowConsent(tx, source.submissionId))
  }

  test.each(['', 'never-was', 'Über', "a' OR 1=1", 'x'.repeat(500), slug])('"%s" was never public', async asked => {
    const { id } = await writeCaseStudy(scene)
    await approve(scene, id)
    expect(await releaseIsGone(asked)).toBeNull()
  })
})

describe('consent is obeyed at once', () => {
  test('narrowed: back in review, off the page, and the address that held the name is never used again', async () => {
    const { id, submission, author } = await publish(scene, {}, { title: 'Hope House fed a town' })
    expect(await answerAgain(submission.id, 'WITHOUT_NAME')).toBe(true)
    expect(await rowOf(id)).toMatchObject({
      status: 'IN_REVIEW',
      version: 3,
      release: { title: '', organisationName: null },
    })
    expect(await releaseIsGone('hope-house-fed-a-town')).toEqual({ forGood: false })
    expect(await review(scene.people.bvsc.researcher, id, 'APPROVE')).toMatchObject({
      message: expect.stringMatching(/^Title contains a name/),
    })
    value(await saveCaseStudy(author, await inputFor(id, { title: 'A kitchen fed a town' })))
    await approve(scene, id)
    value(await publishCaseStudy(scene.people.wlv.lead, await versionOf(id)))
    expect((await rowOf(id)).release).toMatchObject({ slug: 'a-kitchen-fed-a-town', organisationName: null })
    expect(await releaseIsGone('hope-house-fed-a-town')).toEqual({ forGood: true })
    expect(await releaseIsGone('a-kitchen-fed-a-town')).toBeNull()
  })

  test('taken back while it was only approved: nothing is left', async () => {
    const { id, submission } = await writeCaseStudy(scene)
    await approve(scene, id)
    expect(await answerAgain(submission.id, 'NO')).toBe(true)
    expect(await rowOf(id)).toMatchObject({ status: 'IN_REVIEW', release: null })
  })

  test('in review: approvals given before no longer count', async () => {
    const { id, submission, author } = await writeCaseStudy(scene)
    value(await sendForReview(author, await versionOf(id)))
    value(await review(scene.people.bvsc.researcher, id, 'APPROVE'))
    expect(await answerAgain(submission.id, 'WITHOUT_NAME')).toBe(false)
    expect(value(await review(scene.people.coventry.researcher, id, 'APPROVE'))).toEqual({ status: 'IN_REVIEW' })
  })

  test('at the very moment of publication: whichever comes first, the page is not public in the end', async () => {
    const { id, submission } = await writeCaseStudy(scene)
    await approve(scene, id)
    const input = await versionOf(id)
    await Promise.all([publishCaseStudy(scene.people.wlv.lead, input), answerAgain(submission.id, 'NO')])
    const row = await rowOf(id)
    expect(row.status).toBe('IN_REVIEW')
    expect(row.release?.publishedAt ?? null).toBeNull()
  })

  test('a source that was withdrawn allows nothing', async () => {
    const { id, submission } = await publish(scene)
    await db.$transaction(async tx => {
      await tx.submission.update({
        where: { id: submission.id },
        data: { status: 'WITHDRAWN', withdrawnAt: new Date() },
      })
      await releasesFollowConsent(tx, submission.id)
    })
    expect(await review(scene.people.bvsc.researcher, id, 'APPROVE')).toMatchObject({
      message: expect.stringMatching(/research only/),
    })
    expect(await db.auditEntry.count({ where: { action: 'caseStudy.followConsent', actorKind: 'respondent' } })).toBe(1)
  })
})
