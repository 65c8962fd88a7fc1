import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { OpenBrief, OpenStudy } from '@/lib/domain/open-data'
import { proseOf } from '@/lib/domain/prose'
import { approve, publish, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { everyOpen, listOpen, readOpen, readOpenState } from './open-data'
import { publishCaseStudy, unpublishCaseStudy, withdrawCaseStudy } from './releases'

const origin = 'https://portal.example'
let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

async function everySlug(): Promise<string[]> {
  const slugs: string[] = []
  for await (const study of everyOpen(scene.call.id, origin)) slugs.push(OpenStudy.parse(study).slug)
  return slugs
}

test('what is public is open, and nothing else of it or of others', async () => {
  await writeCaseStudy(scene, {}, { title: 'A draft' })
  const approved = await writeCaseStudy(scene, {}, { title: 'Approved' })
  await approve(scene, approved.id)
  await publish(scene, { publish: 'WITHOUT_NAME', organisation: 'Quiet House' }, { title: 'Published' })
  expect(await everySlug()).toEqual(['published'])
  const study = OpenStudy.parse(await readOpen('published', origin))
  expect(study).toMatchObject({ organisationName: null, organisationType: 'faith', call: 'the-call' })
  expect(study.whatHappened.words).toBe('They cooked.\n\nThey carried.')
  expect(study.whatHappened.blocks).toHaveLength(2)
  expect(JSON.stringify(study)).not.toContain('Quiet House')
  for (const slug of ['approved', 'a-draft', '']) expect(await readOpen(slug, origin)).toBeNull()
})

test('where evidence is cited is told, and never which', async () => {
  const { id } = await publish(scene)
  const coding = '01a20fd3-80fe-708a-84bf-a7d3bd829936'
  const cites = [5, 0, 5].map(at => ({ at, coding }))
  await db.release.update({
    where: { caseStudyId: id },
    data: { whatHappened: [{ kind: 'paragraph', text: 'They cooked.', cites }] },
  })
  const { slug } = await db.release.findUniqueOrThrow({ where: { caseStudyId: id } })
  const study = await readOpen(slug, origin)
  expect(study?.whatHappened.blocks).toEqual([{ kind: 'paragraph', text: 'They cooked.', evidenceAt: [0, 5] }])
  expect(JSON.stringify(study)).not.toContain(coding)
})

describe('the state', () => {
  test('is another after every change, and tells when it was', async () => {
    const none = await readOpenState(scene.call.id)
    expect(none).toMatchObject({ count: 0, changedAt: null })
    const seen = new Set([none.fingerprint])
    const { id } = await publish(scene)
    const { lead } = scene.people.wlv
    const deeds = [unpublishCaseStudy, publishCaseStudy, withdrawCaseStudy]
    let before = await readOpenState(scene.call.id)
    expect(before.count).toBe(1)
    seen.add(before.fingerprint)
    for (const deed of deeds) {
      value(await deed(lead, await versionOf(id)))
      const after = await readOpenState(scene.call.id)
      expect(after.fingerprint).not.toBe(before.fingerprint)
      expect(Date.parse(after.changedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(before.changedAt ?? ''))
      expect(after.count).toBe(deed === publishCaseStudy ? 1 : 0)
      before = after
    }
    expect(await everySlug()).toEqual([])
  })

  test('stays while nothing is changed, and follows a change that no time tells of', async () => {
    const { id } = await publish(scene)
    const before = await readOpenState(scene.call.id)
    expect(await readOpenState(scene.call.id)).toEqual(before)
    await db.release.update({ where: { caseStudyId: id }, data: { slug: 'another' } })
    expect((await readOpenState(scene.call.id)).fingerprint).not.toBe(before.fingerprint)
  })
})

describe('with many', () => {
  beforeEach(async () => {
    const place = { placeKeys: ['rugby'], promptKeys: ['anchors'] }
    await publish(scene, { type: 'NEIGHBOURHOOD' }, { title: 'Street', whatHappened: proseOf('Bunting.'), ...place })
    const { id } = await publish(scene, {}, { title: 'Kitchen', lensKeys: [] })
    const made = await db.release.findUniqueOrThrow({ where: { caseStudyId: id } })
    const studies = Array.from({ length: 230 }, (_, at) => ({
      callId: scene.call.id,
      slug: `copy-${at}`,
      title: 'Copy',
    }))
    await db.caseStudy.createMany({ data: studies.map(study => ({ ...study, status: 'PUBLISHED' as const })) })
    const rows = await db.caseStudy.findMany({ where: { title: 'Copy' }, select: { id: true, slug: true } })
    const { id: _, search: __, ...fields } = { search: null, ...made }
    const sections = { whatHappened: [], whatWasNew: [], difference: [], learning: [] }
    await db.release.createMany({
      data: rows.map(({ id: caseStudyId, slug }, at) => ({
        ...fields,
        ...sections,
        caseStudyId,
        slug,
        // seven at each moment: the key must tell them apart
        publishedAt: new Date(Date.UTC(2020, 7, 7, 0, Math.floor(at / 7))),
      })),
    })
  })

  test('pages follow each other by key, without a gap or a repeat', async () => {
    const slugs: string[] = []
    let after: string | undefined
    do {
      const page = await listOpen(scene.call.id, {}, { after, limit: 17 }, origin)
      expect(page.count).toBe(232)
      slugs.push(...page.caseStudies.map(study => OpenBrief.parse(study).slug))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(slugs).size).toBe(232)
    expect(slugs).toHaveLength(232)
  })

  test('every one is told once, in batches', async () => {
    const slugs = await everySlug()
    expect(slugs).toHaveLength(232)
    expect(new Set(slugs).size).toBe(232)
  })

  test.each([
    ['a theme', { promptKey: 'anchors' }, 1],
    ['a place', { placeKeys: ['rugby', 'warwickshire'] }, 1],
    ['a lens', { lensKey: 'innovation' }, 1],
    ['a kind of organisation', { organisationType: 'NEIGHBOURHOOD' as const }, 1],
    ['a word', { search: 'bunting' }, 1],
    ['only signs', { search: '"" & | ! ( :* \\' }, 0],
    ['two at once', { search: 'bunting', placeKeys: ['dudley'] }, 0],
    ['nothing', {}, 232],
  ])('a list is narrowed to %s', async (_, filter, count) => {
    expect((await listOpen(scene.call.id, filter, { limit: 1 }, origin)).count).toBe(count)
  })
})
