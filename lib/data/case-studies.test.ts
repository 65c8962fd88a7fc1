import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { approve, inputFor, rowOf, value, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { listCaseStudies, saveCaseStudy, startCaseStudy } from './case-studies'
import { proseOf } from '@/lib/domain/prose'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const audited = (action: string) => db.auditEntry.count({ where: { action } })

describe('a case study is begun', () => {
  test('with the title, places and themes of its submission', async () => {
    const { reference, id: submissionId } = await makeSubmission(scene)
    const { researcher } = scene.people.wlv
    const { id } = value(await startCaseStudy(researcher, reference ?? ''))
    const study = await db.caseStudy.findUniqueOrThrow({
      where: { id },
      include: {
        authors: true,
        sources: true,
        places: { include: { place: true } },
        prompts: { include: { prompt: true } },
      },
    })
    expect(study).toMatchObject({
      status: 'DRAFT',
      title: 'A kitchen for everyone',
      slug: 'a-kitchen-for-everyone',
      version: 1,
    })
    expect(study.authors.map(author => author.personId)).toEqual([researcher.id])
    expect(study.sources.map(source => source.submissionId)).toEqual([submissionId])
    expect(study.places.map(({ place }) => place.key)).toEqual(['dudley'])
    expect(study.prompts.map(({ prompt }) => prompt.key)).toEqual(['early'])
    expect(await audited('caseStudy.start')).toBe(1)
  })

  test('once, however many clicks', async () => {
    const { reference } = await makeSubmission(scene)
    const { researcher } = scene.people.wlv
    const begun = await Promise.all([1, 2, 3].map(() => startCaseStudy(researcher, reference ?? '')))
    expect(new Set(begun.map(result => value(result).id)).size).toBe(1)
    expect(await db.caseStudy.count()).toBe(1)
  })

  test('each at an address of its own', async () => {
    for (let time = 0; time < 3; time += 1) {
      const { reference } = await makeSubmission(scene)
      value(await startCaseStudy(scene.people.wlv.researcher, reference ?? ''))
    }
    const slugs = (await db.caseStudy.findMany({ orderBy: { id: 'asc' } })).map(study => study.slug)
    expect(slugs).toEqual(['a-kitchen-for-everyone', 'a-kitchen-for-everyone-2', 'a-kitchen-for-everyone-3'])
  })

  test.each([
    ['not shortlisted', { shortlisted: false }, 'Shortlist this submission before you start a case study from it.'],
    ['no consent', { publish: 'NO' }, /for research only/],
    ['no answer', { publish: null }, /for research only/],
  ] as const)('not from one with %s', async (_, given, message) => {
    const { reference } = await makeSubmission(scene, given)
    expect(await startCaseStudy(scene.people.wlv.researcher, reference ?? '')).toMatchObject({
      ok: false,
      message: expect.stringMatching(message),
    })
    expect(await db.caseStudy.count()).toBe(0)
  })

  test('not by others than researchers, and not from nothing', async () => {
    const { reference } = await makeSubmission(scene)
    const refused = { ok: false, message: 'There is no such submission.' }
    expect(await startCaseStudy(scene.people.staff, reference ?? '')).toEqual(refused)
    expect(await startCaseStudy(scene.people.administrator, reference ?? '')).toEqual(refused)
    expect(await startCaseStudy(scene.people.wlv.researcher, 'WM-0000-0000')).toEqual(refused)
    expect(await db.caseStudy.count()).toBe(0)
  })
})

describe('a case study is saved', () => {
  test('with a new version; saving the same again changes nothing', async () => {
    const { id, author } = await writeCaseStudy(scene)
    expect(await rowOf(id)).toMatchObject({
      version: 2,
      title: 'A kitchen that fed a town',
      slug: 'a-kitchen-that-fed-a-town',
    })
    expect(value(await saveCaseStudy(author, await inputFor(id)))).toMatchObject({ changed: false })
    expect(await rowOf(id)).toMatchObject({ version: 2 })
    expect(await audited('caseStudy.save')).toBe(1)
  })

  test('and a second person who saves at once is shown both', async () => {
    const { id, author } = await writeCaseStudy(scene)
    const mine = await inputFor(id, { summary: 'Mine.' })
    value(await saveCaseStudy(author, await inputFor(id, { summary: 'Theirs.', placeKeys: ['rugby'] })))
    const result = await saveCaseStudy(scene.people.wlv.lead, mine)
    expect(result).toMatchObject({
      ok: false,
      conflict: {
        version: 3,
        changes: [
          { label: 'Summary', theirs: 'Theirs.', yours: 'Mine.' },
          { label: 'Places', theirs: 'Rugby', yours: 'Dudley' },
        ],
      },
    })
    expect((await db.caseStudy.findUniqueOrThrow({ where: { id } })).summary).toBe('Theirs.')
    expect(await db.caseStudyAuthor.count({ where: { caseStudyId: id } })).toBe(1)
  })

  test('twice at the same moment: one is kept, the other is told', async () => {
    const { id, author } = await writeCaseStudy(scene)
    const [one, other] = [await inputFor(id, { summary: 'One.' }), await inputFor(id, { summary: 'Other.' })]
    const results = await Promise.all([saveCaseStudy(author, one), saveCaseStudy(author, other)])
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ version: 3 })
  })

  test('after approval goes back to draft, and nothing of it is left for readers', async () => {
    const { id, author } = await writeCaseStudy(scene)
    await approve(scene, id)
    value(await saveCaseStudy(author, await inputFor(id, { learning: proseOf('Something else.') })))
    expect(await rowOf(id)).toMatchObject({ status: 'DRAFT', version: 3, release: null })
  })

  test('by somebody of the same team, who becomes an author', async () => {
    const { id } = await writeCaseStudy(scene)
    value(await saveCaseStudy(scene.people.wlv.lead, await inputFor(id, { summary: 'Another.' })))
    expect(await db.caseStudyAuthor.count({ where: { caseStudyId: id } })).toBe(2)
  })

  test('not by a lead of another team where that leaves one team to approve it', async () => {
    const { id } = await writeCaseStudy(scene)
    const input = await inputFor(id, { summary: 'Another.' })
    expect(await saveCaseStudy(scene.people.bvsc.lead, input)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/fewer than two other teams/),
    })
    expect(await db.caseStudyAuthor.count({ where: { caseStudyId: id } })).toBe(1)
  })

  test('by that lead where enough teams are left', async () => {
    const { id } = await writeCaseStudy(scene)
    const fourth = await db.team.create({ data: { name: 'Fourth', short: 'fourth' } })
    await db.person.create({
      data: { name: 'F', email: 'f@portal.example', role: 'RESEARCHER', passwordHash: '-', teamId: fourth.id },
    })
    value(await saveCaseStudy(scene.people.bvsc.lead, await inputFor(id, { summary: 'Another.' })))
    expect(await rowOf(id)).toMatchObject({ version: 3 })
  })

  test('not by a researcher of another team, nor by others', async () => {
    const { id } = await writeCaseStudy(scene)
    const input = await inputFor(id, { summary: 'Another.' })
    expect(await saveCaseStudy(scene.people.bvsc.researcher, input)).toMatchObject({ ok: false })
    expect(await saveCaseStudy(scene.people.staff, input)).toEqual({
      ok: false,
      message: 'There is no such case study.',
    })
    expect(await rowOf(id)).toMatchObject({ version: 2 })
  })

  test('not with a place that the call does not have', async () => {
    const { id, author } = await writeCaseStudy(scene)
    expect(await saveCaseStudy(author, await inputFor(id, { placeKeys: ['atlantis'] }))).toMatchObject({
      ok: false,
      fields: { placeKeys: ['Select places from the list'] },
    })
  })
})

test('the list counts by status, filters and is paged', async () => {
  const { id } = await writeCaseStudy(scene)
  await writeCaseStudy(scene)
  await approve(scene, id)
  const { researcher } = scene.people.coventry
  const all = await listCaseStudies(researcher, scene.call.id, {})
  expect(all?.rows).toHaveLength(2)
  expect(all?.counts).toMatchObject({ DRAFT: 1, APPROVED: 1, PUBLISHED: 0 })
  const approved = await listCaseStudies(researcher, scene.call.id, { status: 'APPROVED' })
  expect(approved?.rows).toMatchObject([{ id, authors: 'wlv-researcher (wlv)', places: ['Dudley'] }])
  const after = await listCaseStudies(researcher, scene.call.id, { after: all?.rows[0]?.id })
  expect(after?.rows.map(row => row.id)).toEqual([id])
  expect(await listCaseStudies(scene.people.staff, scene.call.id, {})).toBeNull()
})
