import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Prose } from '@/lib/domain/prose'
import { approve, codeWords, inputFor, rowOf, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { saveCaseStudy } from './case-studies'
import { addSource, listSourceChoices, removeSource } from './case-study-sources'
import { getCaseStudy } from './case-study-desk'
import { readCitations } from './citations'

let scene: Scene
let study: Awaited<ReturnType<typeof writeCaseStudy>>

beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  study = await writeCaseStudy(scene)
})

const author = () => scene.people.wlv.researcher

const quoting = (coding: string): Prose => [{ kind: 'quotation', text: 'cooked', cites: [{ at: 6, coding }] }]
const save = async (whatHappened: Prose) => saveCaseStudy(author(), await inputFor(study.id, { whatHappened }))

describe('a text cites coded spans', () => {
  test('of its sources, which lead to their place', async () => {
    const coding = await codeWords(scene, study.submission.id)
    const read = await readCitations(author(), study.id)
    expect(read?.citable).toMatchObject([{ coding, words: 'cooked', reference: study.submission.reference }])
    expect(read?.citable[0]?.href).toMatch(/#at-[0-9a-f-]{36}-3$/)
    value(await save(quoting(coding)))
    expect((await readCitations(author(), study.id))?.cited).toMatchObject([{ coding, state: 'standing' }])
    expect(await readCitations(scene.people.staff, study.id)).toBeNull()
  })

  test('and nothing else', async () => {
    const other = await makeSubmission(scene, { title: 'Another' })
    const coding = await codeWords(scene, other.id)
    expect(await save(quoting(coding))).toMatchObject({ ok: false, message: expect.stringMatching(/does not rest on/) })
    expect(await save(quoting('0199a0c0-0000-7000-8000-000000000001'))).toMatchObject({ ok: false })
  })

  test('and says what became of them', async () => {
    const coding = await codeWords(scene, study.submission.id)
    value(await save(quoting(coding)))
    await db.coding.update({
      where: { id: coding },
      data: { removedAt: new Date(), removedById: scene.people.bvsc.researcher.id },
    })
    expect((await readCitations(author(), study.id))?.cited).toMatchObject([{ state: 'gone' }])
    value(await save([...quoting(coding), { kind: 'paragraph', text: 'More.' }]))
    await db.submission.update({
      where: { id: study.submission.id },
      data: { status: 'WITHDRAWN', withdrawnAt: new Date() },
    })
    expect(await readCitations(author(), study.id)).toMatchObject({ citable: [], cited: [{ state: 'withdrawn' }] })
  })

  test('of which readers get numbered notes, and no id', async () => {
    const coding = await codeWords(scene, study.submission.id)
    value(await save(quoting(coding)))
    await approve(scene, study.id)
    const { release } = await rowOf(study.id)
    expect(JSON.stringify(release)).not.toContain(coding)
    expect(release).toMatchObject({
      whatHappened: [{ kind: 'quotation', text: 'cooked', notes: [{ at: 6, n: 1 }] }],
      notes: [{ n: 1, organisationName: 'Hope House (example)', organisationType: 'FAITH' }],
    })
    expect(JSON.stringify((await getCaseStudy(author(), study.id))?.preview)).not.toContain(coding)
  })

  test('and another form of the same words is a change', async () => {
    const paragraph: Prose = [{ kind: 'paragraph', text: 'They cooked.' }]
    value(await save(paragraph))
    expect(await save([{ kind: 'heading', text: 'They cooked.' }])).toMatchObject({
      ok: true,
      value: { changed: true },
    })
    expect(await save([{ kind: 'heading', text: 'They cooked.' }])).toMatchObject({ value: { changed: false } })
  })
})

describe('several sources', () => {
  const other = (given: Parameters<typeof makeSubmission>[1] = {}) =>
    makeSubmission(scene, { title: 'Another', organisation: 'The Mill (example)', ...given })
  const add = async (reference: string | null) =>
    addSource(author(), { ...(await versionOf(study.id)), reference: reference ?? '' })

  test('are added and taken out, which takes approvals back; the strictest consent counts', async () => {
    const { reference } = await other({ publish: 'WITHOUT_NAME' })
    expect((await listSourceChoices(author(), study.id)).map(choice => choice.reference)).toEqual([reference])
    await approve(scene, study.id)
    value(await add(reference))
    expect(await rowOf(study.id)).toMatchObject({ status: 'DRAFT', release: null })
    expect(await getCaseStudy(author(), study.id)).toMatchObject({ allowance: 'WITHOUT_NAME' })
    expect(await listSourceChoices(author(), study.id)).toEqual([])
    const at = await versionOf(study.id)
    value(await removeSource(author(), { ...at, reference: reference ?? '' }))
    expect(await removeSource(author(), { ...at, reference: study.submission.reference ?? '' })).toMatchObject({
      ok: false,
    })
    const last = { ...(await versionOf(study.id)), reference: study.submission.reference ?? '' }
    expect(await removeSource(author(), last)).toMatchObject({ ok: false })
  })

  test.each([
    ['one that is not shortlisted', { shortlisted: false }],
    ['one that may not be published', { publish: 'NO' as const }],
  ])('not %s', async (_, given) => expect(await add((await other(given)).reference)).toMatchObject({ ok: false }))

  test('not one that is not there, or is one already, and not by others', async () => {
    expect(await add('WM-0000-0000')).toMatchObject({ ok: false })
    expect(await add(study.submission.reference)).toMatchObject({ ok: false })
    const { reference } = await other()
    const input = { ...(await versionOf(study.id)), reference: reference ?? '' }
    expect(await addSource(scene.people.bvsc.researcher, input)).toMatchObject({ ok: false })
    expect(await addSource(scene.people.staff, input)).toMatchObject({ ok: false })
  })
})
