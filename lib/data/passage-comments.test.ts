import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { proseOf } from '@/lib/domain/prose'
import { inputFor, review, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { saveCaseStudy } from './case-studies'
import { getCaseStudy } from './case-study-desk'
import { nameReader, recordReadersWord } from './outside-readers'
import { answerPassageComment, commentOnPassage, resolvePassageComment } from './passage-comments'
import { readReviewChanges } from './review-changes'
import { reviewCaseStudy, sendForReview } from './reviews'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

async function sent() {
  const written = await writeCaseStudy(scene)
  value(await sendForReview(written.author, await versionOf(written.id)))
  return written
}
const reviewer = () => scene.people.bvsc.researcher
const comment = async (id: string, quotation = 'carried', body = 'What did they carry?') =>
  commentOnPassage(reviewer(), { ...(await versionOf(id)), field: 'whatHappened', block: 1, quotation, body })
const deskComments = async (id: string) => (await getCaseStudy(scene.people.wlv.researcher, id))?.comments ?? []

describe('a comment at a passage', () => {
  test('keeps its words, is answered and resolved, and a request needs no other note', async () => {
    const { id, author } = await sent()
    value(await comment(id))
    const [first] = await deskComments(id)
    expect(first).toMatchObject({ field: 'whatHappened', block: 1, quotation: 'carried', author: 'bvsc-researcher' })
    value(await answerPassageComment(author, { comment: first?.id ?? '', body: 'Soup.' }))
    for (const resolved of ['yes', 'yes', 'no', 'yes'] as const)
      value(await resolvePassageComment(author, { comment: first?.id ?? '', resolved }))
    expect(await deskComments(id)).toMatchObject([{ answers: [{ body: 'Soup.' }], resolved: { by: 'wlv-researcher' } }])
    expect(value(await review(reviewer(), id, 'REQUEST_CHANGES'))).toEqual({ status: 'CHANGES_REQUESTED' })
  })

  test('is told to be about words that are gone, with the words, after an edit', async () => {
    const { id, author } = await sent()
    value(await comment(id))
    value(await comment(id, 'They carried.'))
    value(await saveCaseStudy(author, await inputFor(id, { whatHappened: proseOf('They carried.\n\nAnd more.') })))
    expect(await deskComments(id)).toMatchObject([{ block: 0 }, { block: 0 }])
    value(await saveCaseStudy(author, await inputFor(id, { whatHappened: proseOf('They cooked.') })))
    expect(await deskComments(id)).toMatchObject([{ block: null, quotation: 'carried' }, { block: null }])
  })

  test('is refused on another version, without words, to others, and at guessed ids', async () => {
    const { id } = await sent()
    const at = { id, version: 1, field: 'whatHappened', block: 0, quotation: '', body: 'x' } as const
    expect(await commentOnPassage(reviewer(), at)).toMatchObject({ message: expect.stringMatching(/has changed/) })
    const now = { ...at, ...(await versionOf(id)) }
    expect(await commentOnPassage(reviewer(), { ...now, block: 7 })).toMatchObject({ ok: false })
    for (const viewer of [scene.people.staff, scene.people.administrator])
      expect(await commentOnPassage(viewer, now)).toMatchObject({ message: 'There is no such case study.' })
    value(await comment(id))
    const [first] = await deskComments(id)
    const given = { comment: first?.id ?? '', body: 'x' }
    const none = { ...given, comment: id }
    expect(await answerPassageComment(scene.people.staff, given)).toEqual(
      await answerPassageComment(scene.people.staff, none),
    )
    expect(await answerPassageComment(reviewer(), none)).toMatchObject({ message: 'There is no such comment.' })
    expect(await db.passageComment.count()).toBe(1)
  })
})

test('what changed since a review is told by words, to who may read it', async () => {
  const { id, author } = await sent()
  value(await review(reviewer(), id, 'APPROVE'))
  value(await saveCaseStudy(author, await inputFor(id, { summary: 'Volunteers cooked for hundreds.' })))
  const [kept] = await db.review.findMany()
  const since = await readReviewChanges(reviewer(), id, kept?.id ?? '')
  expect(since).toMatchObject({ reviewer: 'bvsc-researcher', verdict: 'APPROVE', changes: [{ label: 'Summary' }] })
  expect(since?.changes[0]?.parts.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(['hundreds'])
  expect(await readReviewChanges(scene.people.staff, id, kept?.id ?? '')).toBeNull()
  expect(await readReviewChanges(reviewer(), kept?.id ?? '', kept?.id ?? '')).toBeNull()
})

test('an approval that races an edit counts for what was read, or not at all', async () => {
  const { id, author } = await sent()
  value(await review(reviewer(), id, 'APPROVE'))
  const at = await versionOf(id)
  const edit = await inputFor(id, { summary: 'Another.' })
  const [saved, approved] = await Promise.all([
    saveCaseStudy(author, edit),
    reviewCaseStudy(scene.people.coventry.researcher, { ...at, verdict: 'APPROVE', note: '' }),
  ])
  expect(saved.ok).toBe(true)
  const row = await db.caseStudy.findUniqueOrThrow({ where: { id }, include: { release: true } })
  expect(row).toMatchObject({ status: 'DRAFT', version: at.version + 1, release: null })
  if (!approved.ok) expect(approved.message).toMatch(/has changed|not in review/)
})

describe('a reader outside the teams', () => {
  const named = (id: string, name = 'Dr A. Reader') =>
    nameReader(scene.people.wlv.lead, { id, name, standing: 'Professor of social policy elsewhere' })
  const word = async (id: string, verdict: 'APPROVE' | 'REQUEST_CHANGES', viewer = scene.people.wlv.lead) => {
    const reader = await db.outsideReader.findFirstOrThrow({ where: { caseStudyId: id } })
    const at = { ...(await versionOf(id)), reader: reader.id }
    return recordReadersWord(viewer, { ...at, verdict, note: 'By letter: it is sound.' })
  }
  const withoutCoventry = () =>
    db.person.updateMany({ where: { teamId: scene.people.coventry.team.id }, data: { disabledAt: new Date() } })

  test('counts as a team where only one other is left', async () => {
    const { id, author } = await writeCaseStudy(scene)
    await withoutCoventry()
    expect(await sendForReview(author, await versionOf(id))).toMatchObject({ ok: false })
    value(await named(id))
    value(await sendForReview(author, await versionOf(id)))
    expect(value(await word(id, 'APPROVE'))).toEqual({ status: 'IN_REVIEW' })
    expect(value(await review(reviewer(), id, 'APPROVE'))).toEqual({ status: 'APPROVED' })
    expect(
      await db.auditEntry.count({ where: { action: { in: ['caseStudy.nameReader', 'caseStudy.readersWord'] } } }),
    ).toBe(2)
  })

  test('asks for changes like any reviewer', async () => {
    const { id, author } = await writeCaseStudy(scene)
    await withoutCoventry()
    value(await named(id))
    value(await sendForReview(author, await versionOf(id)))
    expect(value(await word(id, 'REQUEST_CHANGES'))).toEqual({ status: 'CHANGES_REQUESTED' })
  })

  test('counts for nothing where two other teams can review it, and is named by leads alone, twice at most', async () => {
    const { id, author } = await sent()
    value(await named(id))
    expect(await word(id, 'APPROVE')).toMatchObject({ message: expect.stringMatching(/Two other teams/) })
    expect(await word(id, 'APPROVE', author)).toMatchObject({ message: 'Only a lead can do this.' })
    expect(await named(id, 'dr a. reader')).toMatchObject({ fields: { name: ['This reader is named already'] } })
    value(await named(id, 'Another'))
    expect(await named(id, 'A third')).toMatchObject({ ok: false })
    expect(await nameReader(author, { id, name: 'Mine', standing: 'A friend' })).toMatchObject({ ok: false })
  })
})
