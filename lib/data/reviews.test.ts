import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { inputFor, review, rowOf, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { saveCaseStudy } from './case-studies'
import { reviewCaseStudy, sendForReview } from './reviews'
import { proseOf } from '@/lib/domain/prose'
import { readReviewed } from '@/lib/domain/what-changed'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const sent = async (...given: Parameters<typeof writeCaseStudy> extends [Scene, ...infer Rest] ? Rest : never) => {
  const written = await writeCaseStudy(scene, ...given)
  value(await sendForReview(written.author, await versionOf(written.id)))
  return written
}

describe('sending for review', () => {
  test('needs the sections, and names each that is missing', async () => {
    const { id, author } = await writeCaseStudy(scene, {}, { summary: '', learning: [], promptKeys: [] })
    expect(await sendForReview(author, await versionOf(id))).toMatchObject({
      ok: false,
      fields: {
        summary: ['Enter a summary'],
        learning: ['Enter what others can take from it'],
        promptKeys: ['Select a theme'],
      },
    })
    expect(await rowOf(id)).toMatchObject({ status: 'DRAFT' })
  })

  test.each(['Hope House', 'hope  house', 'HOPEHOUSE', 'Hope House (example)'])(
    'is refused where an account without the name says "%s"',
    async name => {
      const changes = { difference: proseOf(`All knew ${name}.`) }
      const { id, author } = await writeCaseStudy(scene, { publish: 'WITHOUT_NAME' }, changes)
      const message = 'What difference it made contains a name that may not be published. Take the name out of it.'
      expect(await sendForReview(author, await versionOf(id))).toEqual({
        ok: false,
        message,
        fields: { difference: [message] },
      })
    },
  )

  test('is refused where it names an organisation elsewhere, which has not said yes', async () => {
    const { id, author } = await writeCaseStudy(
      scene,
      { practiceOf: 'Far Kitchen' },
      { summary: 'Far Kitchen cooked.' },
    )
    expect(await sendForReview(author, await versionOf(id))).toMatchObject({
      ok: false,
      fields: { summary: expect.anything() },
    })
  })

  test('is refused once the consent is gone', async () => {
    const { id, author } = await writeCaseStudy(scene)
    await db.consent.updateMany({ where: { kind: 'PUBLISH' }, data: { answer: 'NO' } })
    expect(await sendForReview(author, await versionOf(id))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/research only/),
    })
  })

  test('says so where too few teams could approve', async () => {
    const { id, author } = await writeCaseStudy(scene)
    await db.person.updateMany({
      where: { teamId: scene.people.coventry.team.id },
      data: { disabledAt: new Date() },
    })
    expect(await sendForReview(author, await versionOf(id))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/only bvsc has people/),
    })
  })

  test('of a text that has changed meanwhile, or twice, is refused', async () => {
    const { id, author } = await writeCaseStudy(scene)
    const { version } = await rowOf(id)
    expect(await sendForReview(author, { id, version: version - 1 })).toMatchObject({ ok: false })
    value(await sendForReview(author, { id, version }))
    expect(await sendForReview(author, { id, version })).toMatchObject({
      message: 'This case study has been sent for review already.',
    })
    expect(await sendForReview(scene.people.bvsc.researcher, { id, version })).toMatchObject({ ok: false })
  })
})

describe('reviewing', () => {
  test('two other teams approve', async () => {
    const { id } = await sent()
    expect(value(await review(scene.people.bvsc.researcher, id, 'APPROVE'))).toEqual({ status: 'IN_REVIEW' })
    expect(value(await review(scene.people.coventry.lead, id, 'APPROVE'))).toEqual({ status: 'APPROVED' })
    expect((await rowOf(id)).release).toMatchObject({
      slug: 'a-kitchen-that-fed-a-town',
      publishedAt: null,
      goneAt: null,
    })
  })

  test('two at the same moment approve too', async () => {
    const { id } = await sent()
    await Promise.all([
      review(scene.people.bvsc.researcher, id, 'APPROVE'),
      review(scene.people.coventry.researcher, id, 'APPROVE'),
    ])
    expect(await rowOf(id)).toMatchObject({ status: 'APPROVED' })
  })

  test('two of the same team are one', async () => {
    const { id } = await sent()
    value(await review(scene.people.bvsc.researcher, id, 'APPROVE'))
    expect(value(await review(scene.people.bvsc.lead, id, 'APPROVE'))).toEqual({ status: 'IN_REVIEW' })
  })

  test('neither the author, nor their team, nor others', async () => {
    const { id, author } = await sent()
    for (const viewer of [author, scene.people.wlv.lead])
      expect(await review(viewer, id, 'APPROVE')).toMatchObject({ message: expect.stringMatching(/Your team wrote/) })
    for (const viewer of [scene.people.staff, scene.people.administrator])
      expect(await review(viewer, id, 'APPROVE')).toEqual({ ok: false, message: 'There is no such case study.' })
    expect(await db.review.count()).toBe(0)
  })

  test('not a version that is no more, and not a draft', async () => {
    const { id, author } = await sent()
    const { version } = await rowOf(id)
    value(await review(scene.people.bvsc.researcher, id, 'APPROVE'))
    value(await saveCaseStudy(author, await inputFor(id, { summary: 'Another.' })))
    expect(await review(scene.people.coventry.researcher, id, 'APPROVE')).toMatchObject({
      message: 'This case study is not in review.',
    })
    value(await sendForReview(author, await versionOf(id)))
    const old = { id, version, verdict: 'APPROVE', note: '' } as const
    expect(await reviewCaseStudy(scene.people.coventry.researcher, old)).toMatchObject({
      message: expect.stringMatching(/has changed/),
    })
    expect(value(await review(scene.people.coventry.researcher, id, 'APPROVE'))).toEqual({ status: 'IN_REVIEW' })
  })

  test('a request says what to change, and the case study can be sent again', async () => {
    const { id, author } = await sent()
    const { researcher } = scene.people.bvsc
    expect(await review(researcher, id, 'REQUEST_CHANGES')).toMatchObject({
      fields: { note: ['Enter what should change'] },
    })
    expect(value(await review(researcher, id, 'REQUEST_CHANGES', 'Say how many.'))).toEqual({
      status: 'CHANGES_REQUESTED',
    })
    value(await saveCaseStudy(author, await inputFor(id, { difference: proseOf('Four hundred were fed.') })))
    expect(await rowOf(id)).toMatchObject({ status: 'CHANGES_REQUESTED' })
    value(await sendForReview(author, await versionOf(id)))
    value(await review(researcher, id, 'APPROVE'))
    expect(value(await review(scene.people.coventry.researcher, id, 'APPROVE'))).toEqual({ status: 'APPROVED' })
    // the first approval also releases a text in which nothing was found
    expect(await db.auditEntry.count({ where: { action: { startsWith: 'caseStudy.' } } })).toBe(9)
    const kept = await db.review.findMany({ select: { reviewed: true }, orderBy: { createdAt: 'asc' } })
    expect(kept.map(({ reviewed }) => readReviewed(reviewed)?.difference)).toEqual([
      'Nobody went hungry.',
      'Four hundred were fed.',
      'Four hundred were fed.',
    ])
  })

  test('a later word replaces an earlier one', async () => {
    const { id, author } = await sent()
    value(await review(scene.people.bvsc.researcher, id, 'REQUEST_CHANGES', 'Why?'))
    value(await sendForReview(author, await versionOf(id)))
    value(await review(scene.people.bvsc.researcher, id, 'APPROVE'))
    expect(await db.review.count()).toBe(1)
  })
})
