import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { toLondonField } from '@/lib/domain/london-time'
import { approve, inputFor, publish, rowOf, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { changeAddress } from './case-study-addresses'
import { saveCaseStudy } from './case-studies'
import { getCaseStudy } from './case-study-desk'
import { listCaseStudyNews } from './case-study-news'
import { dropPlan, planPublication, publishDue } from './publication-plans'
import { movedTo, publishCaseStudy, releaseIsGone, unpublishCaseStudy, withdrawCaseStudy } from './releases'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const lead = () => scene.people.coventry.lead
const hour = 3_600_000
const inAnHour = () => toLondonField(new Date(Date.now() + hour))
const later = () => new Date(Date.now() + 2 * hour)
const slug = 'a-kitchen-that-fed-a-town'

async function planned() {
  const written = await writeCaseStudy(scene)
  await approve(scene, written.id)
  value(await planPublication(lead(), { ...(await versionOf(written.id)), at: inAnHour() }))
  return written
}

describe('publishing at a set time', () => {
  test('publishes once it has come, once, in the portal’s name', async () => {
    const { id } = await planned()
    expect(await publishDue()).toBe(0)
    expect(await rowOf(id)).toMatchObject({ status: 'APPROVED' })
    const both = await Promise.all([publishDue(later()), publishDue(later())])
    expect(both.toSorted()).toEqual([0, 1])
    expect(await rowOf(id)).toMatchObject({ status: 'PUBLISHED', release: { publishedAt: expect.any(Date) } })
    expect(await db.publicationPlan.count()).toBe(0)
    expect(await db.auditEntry.count({ where: { action: 'caseStudy.publish', actorKind: 'portal' } })).toBe(1)
  })

  test('a time in the past, no time, and what is not approved are refused, and so is who is no lead', async () => {
    const { id, author } = await writeCaseStudy(scene)
    const plan = async (at: string, viewer = lead()) => planPublication(viewer, { ...(await versionOf(id)), at })
    expect(await plan(inAnHour())).toMatchObject({ message: 'Only an approved case study can be published.' })
    await approve(scene, id)
    expect(await plan('2020-08-07T12:00')).toMatchObject({
      fields: { at: ['The day and the time must be in the future'] },
    })
    expect(await plan('')).toMatchObject({ fields: { at: [expect.stringMatching(/^Enter the day/)] } })
    expect(await plan(inAnHour(), author)).toMatchObject({ message: 'Only a lead can do this.' })
    expect(await plan(inAnHour(), scene.people.staff)).toMatchObject({ message: 'There is no such case study.' })
    expect(await db.publicationPlan.count()).toBe(0)
  })

  test('an edit drops it: nothing is published, and the desk says so', async () => {
    const { id, author } = await planned()
    value(await saveCaseStudy(author, await inputFor(id, { summary: 'Another.' })))
    expect((await getCaseStudy(author, id))?.plan).toMatchObject({ dropped: true, refusal: null })
    await approve(scene, id)
    expect(await publishDue(later())).toBe(0)
    expect(await rowOf(id)).toMatchObject({ status: 'APPROVED' })
    expect((await getCaseStudy(author, id))?.plan?.refusal).toMatch(/changed since/)
    expect(await listCaseStudyNews(lead(), scene.call.id)).toMatchObject([{ id }])
    value(await dropPlan(lead(), await versionOf(id)))
    expect(await db.publicationPlan.count()).toBe(0)
  })

  test('asks everything again, and keeps what stands against it', async () => {
    const { id, submission } = await planned()
    await db.consent.updateMany({
      where: { submissionId: submission.id, kind: 'SHOW_BEFORE' },
      data: { answer: 'YES' },
    })
    expect(await publishDue(later())).toBe(0)
    expect((await getCaseStudy(lead(), id))?.plan?.refusal).toMatch(/asked to see it first/)
    expect(await publishDue(later())).toBe(0)
    expect(await db.auditEntry.count({ where: { action: 'caseStudy.planFailed' } })).toBe(1)
  })

  test('what is published by hand, or withdrawn, has no plan any more', async () => {
    const { id } = await planned()
    value(await publishCaseStudy(lead(), await versionOf(id)))
    expect(await db.publicationPlan.count()).toBe(0)
    const other = await planned()
    value(await withdrawCaseStudy(lead(), await versionOf(other.id)))
    expect(await db.publicationPlan.count()).toBe(0)
  })
})

describe('an address', () => {
  test('chosen before publication stays whatever the title becomes', async () => {
    const { id, author } = await writeCaseStudy(scene)
    value(await changeAddress(lead(), { id, slug: 'meals-on-bikes' }))
    value(await saveCaseStudy(author, await inputFor(id, { title: 'Another title' })))
    expect(await rowOf(id)).toMatchObject({ slug: 'meals-on-bikes' })
  })

  test('changed after publication leads on to the new one, and back', async () => {
    const { id } = await publish(scene)
    value(await changeAddress(lead(), { id, slug: 'meals-on-bikes' }))
    value(await changeAddress(lead(), { id, slug: 'soup-on-bikes' }))
    expect(await rowOf(id)).toMatchObject({ slug: 'soup-on-bikes', release: { slug: 'soup-on-bikes' } })
    expect(await movedTo(slug)).toBe('soup-on-bikes')
    expect(await movedTo('meals-on-bikes')).toBe('soup-on-bikes')
    expect(await releaseIsGone(slug)).toBeNull()
    value(await changeAddress(lead(), { id, slug }))
    expect(await movedTo(slug)).toBeNull()
    expect(await movedTo('soup-on-bikes')).toBe(slug)
    value(await unpublishCaseStudy(lead(), await versionOf(id)))
    expect(await movedTo('soup-on-bikes')).toBeNull()
    expect(await releaseIsGone('soup-on-bikes')).toEqual({ forGood: false })
    value(await withdrawCaseStudy(lead(), await versionOf(id)))
    expect(await releaseIsGone('soup-on-bikes')).toEqual({ forGood: true })
  })

  test('that another has, or once had, is taken', async () => {
    const first = await publish(scene)
    value(await changeAddress(lead(), { id: first.id, slug: 'meals-on-bikes' }))
    const { id } = await writeCaseStudy(scene, {}, { title: 'Second' })
    for (const taken of ['meals-on-bikes', slug]) {
      expect(await changeAddress(lead(), { id, slug: taken })).toMatchObject({
        fields: { slug: [expect.stringMatching(/^Another case study has this address/)] },
      })
    }
    expect(await rowOf(id)).toMatchObject({ slug: 'second' })
  })

  test('two who choose the same at the same moment get one each', async () => {
    const [one, two] = [await writeCaseStudy(scene), await writeCaseStudy(scene, {}, { title: 'Second' })]
    const answers = await Promise.all([one, two].map(({ id }) => changeAddress(lead(), { id, slug: 'meals-on-bikes' })))
    expect(answers.map(answer => answer.ok).toSorted()).toEqual([false, true])
  })

  test('that holds a name kept back is refused; one that comes to hold one answers 410 for good', async () => {
    const { id, submission } = await publish(scene, {}, { title: 'Hope House fed a town' })
    value(await changeAddress(lead(), { id, slug: 'fed-a-town' }))
    expect(await movedTo('hope-house-fed-a-town')).toBe('fed-a-town')
    await db.consent.updateMany({
      where: { submissionId: submission.id, kind: 'PUBLISH' },
      data: { answer: 'WITHOUT_NAME' },
    })
    expect(await changeAddress(lead(), { id, slug: 'hope-house' })).toMatchObject({
      fields: { slug: expect.anything() },
    })
    value(await saveCaseStudy(scene.people.wlv.researcher, await inputFor(id, { title: 'Fed' })))
    await approve(scene, id)
    value(await publishCaseStudy(lead(), await versionOf(id)))
    expect(await movedTo('hope-house-fed-a-town')).toBeNull()
    expect(await releaseIsGone('hope-house-fed-a-town')).toEqual({ forGood: true })
  })

  test('is a lead’s to choose', async () => {
    const { id, author } = await writeCaseStudy(scene)
    for (const viewer of [author, scene.people.staff, scene.people.administrator])
      expect(await changeAddress(viewer, { id, slug: 'mine' })).toMatchObject({ ok: false })
  })
})
