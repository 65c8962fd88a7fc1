import { record } from '@/lib/data/audit'
import { codePlaces } from '@/lib/data/code-places'
import { holdForUse } from '@/lib/data/codebook-holding'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { openCodings, standing } from '@/lib/data/open-work'
import { tellLive } from '@/lib/data/live-events'
import { codingGround, ownInterest, settledAlready, type CodingGround } from '@/lib/data/coding-ground'
import { db, type Transaction } from '@/lib/db'
import { codeByName } from '@/lib/domain/codebook'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Result } from '@/lib/result'

/** A tag as the workspace shows it. The row holds more; nothing else leaves this folder. */
export type TagView = {
  id: string
  /** The code's. */
  name: string
  colour: number
  retired: boolean
  addedBy: { name: string; team: string }
  mine: boolean
  removable: boolean
}

const shown = {
  id: true,
  personId: true,
  code: { select: { name: true, colour: true, retiredAt: true } },
  person: { select: { name: true, team: { select: { short: true } } } },
} as const

type ShownRow = {
  id: string
  personId: string
  code: { name: string; colour: number; retiredAt: Date | null }
  person: { name: string; team: { short: string } | null }
}

function viewOf(viewer: Viewer, row: ShownRow): TagView {
  return {
    id: row.id,
    name: row.code.name,
    colour: row.code.colour,
    retired: row.code.retiredAt !== null,
    addedBy: { name: row.person.name, team: row.person.team?.short ?? '' },
    mine: row.personId === viewer.id,
    removable: may(viewer, 'removeTag', { status: 'SUBMITTED', taggedById: row.personId }),
  }
}

/** The tags of a live submission (codes on it as a whole), as the codebook's tree is read; none where it is not the viewer's. */
export async function listTags(viewer: Viewer, reference: string): Promise<TagView[]> {
  if (!may(viewer, 'readSubmission', { status: 'SUBMITTED' })) return []
  const rows = await db.coding.findMany({
    where: {
      submission: { reference, status: 'SUBMITTED' },
      textVersionId: null,
      agreed: false,
      ...standing,
      ...openCodings(viewer),
    },
    select: { ...shown, codeId: true, submission: { select: { callId: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const [first] = rows
  if (!first) return []
  const places = await codePlaces(first.submission.callId)
  return rows
    .toSorted((a, b) => (places.get(a.codeId) ?? 0) - (places.get(b.codeId) ?? 0))
    .map(row => viewOf(viewer, row))
}

function notTheirs({ stage, interest }: CodingGround) {
  if (interest) return refused(ownInterest)
  return refused(
    stage === 'SETTLED' ? settledAlready : 'Only the two who code this submission tag it, until they have finished.',
  )
}

/** Puts a code, named as the codebook names it or by its first letters, on a submission. Doing it twice changes nothing. */
export function tagSubmission(viewer: Viewer, input: { reference: string; code: string }): Promise<Result<TagView>> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'tagSubmission', submission)) return refused(noSuchSubmission)
    const ground = await codingGround(tx, viewer, submission)
    if (!may(viewer, 'codeSubmission', ground)) return notTheirs(ground)
    const codes = await tx.code.findMany({
      where: { callId: submission.callId, retiredAt: null },
      select: { id: true, name: true },
    })
    const code = codeByName(codes, input.code)
    if (!code || !(await holdForUse(tx, code.id))) return refusedAt('code', 'Select a code from the codebook')
    const key = { submissionId: submission.id, codeId: code.id, personId: viewer.id }
    const before = await tx.coding.findFirst({
      where: { ...key, ...standing, textVersionId: null, agreed: false },
      select: shown,
    })
    if (before) return ok(viewOf(viewer, before))
    const made = await tx.coding.create({ data: key, select: shown })
    await record(tx, {
      actor: viewer,
      action: 'submission.tag',
      thing: { kind: 'submission', id: submission.id },
      callId: submission.callId,
      details: { codeId: code.id, codingId: made.id },
    })
    await tellOf(tx, viewer, submission.id)
    return ok(viewOf(viewer, made))
  })
}

/** Takes a tag off a submission: one's own, or a lead anyone's. Answers what was taken off, so that it can be put back. */
export function removeTag(viewer: Viewer, input: { reference: string; tagId: string }): Promise<Result<TagView>> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    const tag =
      submission &&
      (await tx.coding.findFirst({
        where: {
          id: input.tagId,
          submissionId: submission.id,
          textVersionId: null,
          agreed: false,
          ...standing,
          ...openCodings(viewer),
        },
        select: { ...shown, codeId: true },
      }))
    if (!tag || !may(viewer, 'removeTag', { status: submission.status, taggedById: tag.personId }))
      return refused('There is no such tag.')
    const ground = await codingGround(tx, viewer, submission)
    if (!may(viewer, 'codeSubmission', ground)) return notTheirs(ground)
    await tx.coding.update({
      where: { id: tag.id },
      data: { removedAt: new Date(), removedById: viewer.id },
      select: { id: true },
    })
    await record(tx, {
      actor: viewer,
      action: 'submission.untag',
      thing: { kind: 'submission', id: submission.id },
      callId: submission.callId,
      details: { codeId: tag.codeId, codingId: tag.id, taggedById: tag.personId },
    })
    await tellOf(tx, viewer, submission.id)
    return ok(viewOf(viewer, tag))
  })
}

async function tellOf(tx: Transaction, viewer: Viewer, submissionId: string): Promise<void> {
  const { blind } = await tx.submission.findUniqueOrThrow({ where: { id: submissionId }, select: { blind: true } })
  await tellLive(tx, { kind: 'coding', submissionId, actorId: viewer.id, hidden: blind })
}
