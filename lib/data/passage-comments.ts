import { changedMeanwhile, lockCaseStudy, noSuchCaseStudy, recordDeed, studyOf } from '@/lib/data/case-study-record'
import { redactedOf } from '@/lib/data/redaction-record'
import { db, type Transaction } from '@/lib/db'
import type { Written, WrittenField } from '@/lib/domain/case-study'
import {
  anchorFor,
  blockNow,
  type PassageAnswerInput,
  type PassageCommentInput,
  type ResolveInput,
} from '@/lib/domain/passage-comment'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, type Result } from '@/lib/result'

/** What somebody wrote at a passage, or in answer to it. */
export type RemarkView = { id: string; author: string; team: string; body: string; createdAt: Date }

/** A comment with its answers. `block` is where its words are now in their field; null where they are gone. */
export type PassageCommentView = RemarkView & {
  authorId: string
  version: number
  field: WrittenField
  block: number | null
  quotation: string
  answers: RemarkView[]
  resolved: { by: string; at: Date } | null
}

const noSuchComment = 'There is no such comment.'

/** All comments at passages of a case study, the oldest first. The caller has asked whether it may be read. */
export async function passageCommentsOf(caseStudyId: string, written: Written): Promise<PassageCommentView[]> {
  const author = { select: { name: true, team: { select: { short: true } } } }
  const rows = await db.passageComment.findMany({
    where: { caseStudyId, parentId: null },
    include: {
      author,
      resolvedBy: { select: { name: true } },
      answers: { include: { author }, orderBy: { createdAt: 'asc' } },
    },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(row => {
    const field = row.field as WrittenField
    return {
      ...remarkOf(row),
      authorId: row.authorId,
      version: row.version,
      field,
      block: blockNow(written, { ...row, field }),
      quotation: row.quotation,
      answers: row.answers.map(remarkOf),
      resolved: row.resolvedAt ? { by: row.resolvedBy?.name ?? '', at: row.resolvedAt } : null,
    }
  })
}

type Remark = {
  id: string
  body: string
  createdAt: Date
  author: { name: string; team: { short: string } | null }
}

function remarkOf({ id, body, createdAt, author }: Remark): RemarkView {
  return { id, body, createdAt, author: author.name, team: author.team?.short ?? '' }
}

/** Comments on words of the text as it stands; they are kept with the comment. */
export async function commentOnPassage(viewer: Viewer, input: PassageCommentInput): Promise<Result> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (!may(viewer, 'commentOnCaseStudy', studyOf(study))) return refused('A withdrawn case study stays as it is.')
    if (study.version !== input.version) return refused(changedMeanwhile)
    const anchor = anchorFor(redactedOf(study).written, input)
    if (!anchor) return refused('These words are no longer there. Load the page again.')
    await tx.passageComment.create({
      data: { caseStudyId: study.id, version: study.version, ...anchor, body: input.body, authorId: viewer.id },
    })
    await recordDeed(tx, viewer, 'caseStudy.comment', study, { field: anchor.field })
    return ok()
  })
}

/** Answers a comment. */
export async function answerPassageComment(viewer: Viewer, input: PassageAnswerInput): Promise<Result> {
  return onComment(viewer, input.comment, async (tx, { study, comment }) => {
    const { field, block } = comment
    await tx.passageComment.create({
      data: {
        caseStudyId: study.id,
        parentId: comment.id,
        version: study.version,
        field,
        block,
        quotation: '',
        body: input.body,
        authorId: viewer.id,
      },
    })
    await recordDeed(tx, viewer, 'caseStudy.answerComment', study, { field })
  })
}

/** Says that a comment is dealt with, or that it is not. Doing it twice changes nothing. */
export async function resolvePassageComment(viewer: Viewer, input: ResolveInput): Promise<Result> {
  return onComment(viewer, input.comment, async (tx, { study, comment }) => {
    const resolve = input.resolved === 'yes'
    if (resolve === (comment.resolvedAt !== null)) return
    const resolved = resolve ? { resolvedAt: new Date(), resolvedById: viewer.id } : null
    await tx.passageComment.update({
      where: { id: comment.id },
      data: resolved ?? { resolvedAt: null, resolvedById: null },
    })
    const deed = resolve ? 'caseStudy.resolveComment' : 'caseStudy.reopenComment'
    await recordDeed(tx, viewer, deed, study, { field: comment.field })
  })
}

type Found = {
  study: NonNullable<Awaited<ReturnType<typeof lockCaseStudy>>>
  comment: { id: string; field: string; block: number; resolvedAt: Date | null }
}

async function onComment(
  viewer: Viewer,
  id: string,
  carryOut: (tx: Transaction, found: Found) => Promise<void>,
): Promise<Result> {
  return db.$transaction(async tx => {
    const comment = await tx.passageComment.findFirst({ where: { id, parentId: null } })
    const study = comment && (await lockCaseStudy(tx, comment.caseStudyId))
    if (!comment || !study || !may(viewer, 'readCaseStudy')) return refused(noSuchComment)
    if (!may(viewer, 'commentOnCaseStudy', studyOf(study))) return refused('A withdrawn case study stays as it is.')
    await carryOut(tx, { study, comment })
    return ok()
  })
}
