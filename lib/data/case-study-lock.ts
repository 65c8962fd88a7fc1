import { noSuchCaseStudy, recordDeed } from '@/lib/data/case-study-record'
import { db, type Transaction } from '@/lib/db'
import { afterDeed, mayTakeAt, writerOf, type LockDeed, type WritingLock } from '@/lib/domain/writing-lock'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, type Result } from '@/lib/result'
import type { Prisma } from '@/prisma/generated/client'

/** Who writes a case study, as a page that has it open hears of it. Times are ISO strings: it is sent as JSON. */
export type LockView = {
  mine: boolean
  /** Whoever else writes; null where nobody does, or the viewer. */
  writer: { name: string; since: string } | null
  /** Who asked the writer to hand it over; `mine`: the viewer did. */
  asked: { name: string; at: string; mine: boolean } | null
  /** From when on the viewer may take over without an answer. */
  mayTakeAt: string | null
}

type Row = WritingLock & {
  since: Date
  person: { name: string; team: { short: string } | null }
  askedBy: { name: string; team: { short: string } | null } | null
}

const named = { select: { name: true, team: { select: { short: true } } } } as const
const rowInclude = { person: named, askedBy: named } as const

const asked = {
  id: true,
  callId: true,
  version: true,
  status: true,
  authors: { select: { personId: true, person: { select: { teamId: true } } } },
} as const satisfies Prisma.CaseStudySelect

/** What the policy is asked about, without the sources and reviews that a beat of the page does not need. */
function thingOf({ status, authors }: Prisma.CaseStudyGetPayload<{ select: typeof asked }>) {
  return {
    status,
    authorIds: authors.map(author => author.personId),
    authorTeamIds: authors.flatMap(author => author.person.teamId ?? []),
  }
}

/** Says who writes, after what the viewer's page does about it: see `LockDeed`. Only those who may edit it write. */
export async function workOnLock(
  viewer: Viewer,
  { id, deed }: { id: string; deed: LockDeed },
): Promise<Result<LockView>> {
  return db.$transaction(async tx => {
    if (deed !== 'look') await tx.$queryRaw`SELECT 1 FROM "CaseStudy" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
    const study = await tx.caseStudy.findUnique({ where: { id }, select: asked })
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (!may(viewer, 'editCaseStudy', thingOf(study))) return refused('Only its authors’ teams and leads can write it.')
    const now = new Date()
    const before = await tx.caseStudyLock.findUnique({ where: { caseStudyId: id }, include: rowInclude })
    const after = afterDeed(before, deed, viewer.id, now)
    if (after === 'same') return ok(viewOf(before, viewer, now))
    if (after === null) await tx.caseStudyLock.delete({ where: { caseStudyId: id } })
    else {
      const { personId, seenAt, askedById, askedAt } = after
      const since = before && writerOf(before, now) === personId ? before.since : now
      const data = { personId, seenAt, askedById, askedAt, since }
      await tx.caseStudyLock.upsert({
        where: { caseStudyId: id },
        create: { caseStudyId: id, ...data },
        update: data,
      })
      if (before && before.personId !== personId && deed !== 'hold')
        await recordDeed(tx, viewer, deed === 'give' ? 'caseStudy.handOver' : 'caseStudy.takeOver', study, {
          from: before.personId,
          to: personId,
        })
    }
    const row = await tx.caseStudyLock.findUnique({ where: { caseStudyId: id }, include: rowInclude })
    return ok(viewOf(row, viewer, now))
  })
}

/** The name of somebody else who is writing it now; null where nobody is, or the viewer. */
export async function writerElsewhere(tx: Transaction, caseStudyId: string, viewer: Viewer): Promise<string | null> {
  const lock = await tx.caseStudyLock.findUnique({ where: { caseStudyId }, include: rowInclude })
  const writer = writerOf(lock, new Date())
  return lock && writer && writer !== viewer.id ? nameOf(lock.person) : null
}

function viewOf(lock: Row | null, viewer: Viewer, now: Date): LockView {
  const writer = writerOf(lock, now)
  if (!lock || writer === null) return { mine: false, writer: null, asked: null, mayTakeAt: null }
  const mine = writer === viewer.id
  return {
    mine,
    writer: mine ? null : { name: nameOf(lock.person), since: lock.since.toISOString() },
    asked:
      lock.askedBy && lock.askedAt
        ? { name: nameOf(lock.askedBy), at: lock.askedAt.toISOString(), mine: lock.askedById === viewer.id }
        : null,
    mayTakeAt: mayTakeAt(lock, viewer.id)?.toISOString() ?? null,
  }
}

function nameOf({ name, team }: Row['person']): string {
  return team ? `${name} (${team.short})` : name
}
