import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { OpenBrief, OpenStudy } from '@/lib/domain/open-data'
import { proseOf } from '@/lib/domain/prose'
import { approve, publish, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import type { Prisma } from '@/prisma/generated/client'

import { everyOpen, listOpen, readOpen, readOpenState, type OpenFilter } from './open-data'
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

test('where a text rests on evidence is told', async () => {
  const notes = [5, 0, 5].map((at, index) => ({ at, n: index + 1 }))
  await makeReleases([{ slug: 'cited', whatHappened: [{ kind: 'paragraph', text: 'They cooked.', notes }] }])
  const study = await readOpen('cited', origin)
  expect(study?.whatHappened.blocks).toEqual([{ kind: 'paragraph', text: 'They cooked.', evidenceAt: [0, 5] }])
})

test('the state is another after every change, and tells when it was', async () => {
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

test('the state stays while nothing is changed, and follows a change that no time tells of', async () => {
  await makeReleases([{ slug: 'one' }])
  const before = await readOpenState(scene.call.id)
  expect(await readOpenState(scene.call.id)).toEqual(before)
  await db.release.update({ where: { slug: 'one' }, data: { slug: 'another' } })
  expect((await readOpenState(scene.call.id)).fingerprint).not.toBe(before.fingerprint)
})

type Row = Partial<Omit<Prisma.ReleaseCreateManyInput, 'slug'>> & { slug: string }

/** Published case studies as they lie in the tables, without the way there. */
async function makeReleases(rows: Row[]): Promise<void> {
  const callId = scene.call.id
  await db.caseStudy.createMany({
    data: rows.map(({ slug }) => ({ callId, slug, title: slug, status: 'PUBLISHED' as const })),
  })
  const studies = await db.caseStudy.findMany({ select: { id: true, slug: true } })
  const idOf = new Map(studies.map(({ id, slug }) => [slug, id]))
  const texts = { summary: 'Told briefly.', quotation: '', quotationSource: '', decisionArea: '' }
  const sections = { notes: [], whatHappened: [], whatWasNew: [], difference: [], learning: [] }
  const lists = { placeKeys: [], placeNames: [], promptKeys: [], themes: [], lensKeys: [], lenses: [], communities: [] }
  const [approvedAt, publishedAt] = [new Date(), new Date()]
  await db.release.createMany({
    data: rows.map(row => ({
      callId,
      caseStudyId: idOf.get(row.slug) ?? '',
      title: row.slug,
      ...{ ...texts, ...sections, ...lists, formerSlugs: [], approvedAt, publishedAt },
      ...row,
    })),
  })
}

test('pages follow each other by key, without a gap or a repeat, and a file tells every one once', async () => {
  // seven at each moment: the key must tell them apart
  const at = (number: number) => new Date(Date.UTC(2020, 7, 7, 0, Math.floor(number / 7)))
  await makeReleases(Array.from({ length: 232 }, (_, number) => ({ slug: `copy-${number}`, publishedAt: at(number) })))
  const slugs: string[] = []
  let after: string | undefined
  do {
    const page = await listOpen(scene.call.id, {}, { after, limit: 17 }, origin)
    expect(page.count).toBe(232)
    slugs.push(...page.caseStudies.map(study => OpenBrief.parse(study).slug))
    after = page.next ?? undefined
  } while (after)
  expect(slugs).toHaveLength(232)
  expect(new Set(slugs).size).toBe(232)
  const told = await everySlug()
  expect(told).toHaveLength(232)
  expect(new Set(told)).toEqual(new Set(slugs))
})

test('a list is narrowed', async () => {
  await makeReleases([
    {
      slug: 'street',
      organisationType: 'NEIGHBOURHOOD',
      placeKeys: ['rugby'],
      placeNames: ['Rugby'],
      promptKeys: ['anchors'],
      lensKeys: ['innovation'],
      whatHappened: proseOf('Bunting everywhere.'),
    },
    { slug: 'kitchen', organisationType: 'FAITH', placeKeys: ['dudley'], placeNames: ['Dudley'] },
  ])
  for (const [filter, expected] of [
    [{ promptKey: 'anchors' }, ['street']],
    [{ placeKeys: ['warwickshire', 'rugby'] }, ['street']],
    [{ lensKey: 'innovation' }, ['street']],
    [{ organisationType: 'FAITH' }, ['kitchen']],
    [{ search: 'bunting' }, ['street']],
    [{ search: '"" & | ! ( :* \\' }, []],
    [{ search: 'bunting', placeKeys: ['dudley'] }, []],
    [{}, ['kitchen', 'street']],
  ] satisfies [OpenFilter, string[]][]) {
    const { caseStudies, count } = await listOpen(scene.call.id, filter, { limit: 10 }, origin)
    expect(caseStudies.map(({ slug }) => slug).toSorted(), JSON.stringify(filter)).toEqual(expected)
    expect(count).toBe(expected.length)
  }
})
