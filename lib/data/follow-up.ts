import { whyNotCalled } from '@/lib/data/follow-ups'
import { db } from '@/lib/db'
import { inBrief, timesWithoutContact, type CallOutcome } from '@/lib/domain/follow-up'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'
import type { Prisma } from '@/prisma/generated/client'

/** One call that was tried. `note` is null where nothing was noted; `version` is 0 then. */
export type AttemptView = {
  id: string
  outcome: CallOutcome
  calledAt: string
  by: string
  mine: boolean
  note: string | null
  version: number
}

/** Everything about calling one respondent but how to reach them, which `readContact` answers. Times are ISO strings. */
export type FollowUpView = {
  reference: string
  title: string
  organisationName: string
  /** The first words of what happened. */
  brief: string
  submittedAt: string
  bestTimes: string
  /** Why they are not to be called; null where they may be. */
  barred: 'consent' | 'merged' | null
  nextAt: string | null
  closedAt: string | null
  taker: { id: string; name: string; team: string; mine: boolean } | null
  /** The newest first. */
  attempts: AttemptView[]
}

const briefly = 400 // characters

/**
 * The follow-up of a live submission, by its reference as people type it. Once they may not be called (any more), what
 * was noted stands; where nothing was, there is no follow-up. Null also for who does not research.
 */
export async function getFollowUp(viewer: Viewer, typed: string): Promise<FollowUpView | null> {
  const reference = readReference(typed)
  if (!reference) return null
  const found = await db.submission.findUnique({ where: { reference }, select: shown })
  if (!found?.submittedAt || !may(viewer, 'followUp', found)) return null
  const barred = await whyNotCalled(db, found.id)
  if (barred === 'consent' && found.attempts.length === 0) return null
  const { followUp } = found
  const notes = await notesOf(found.id)
  return {
    reference,
    title: found.title ?? '',
    organisationName: found.organisationName ?? '',
    brief: inBrief(found.texts[0]?.versions[0]?.body ?? '', briefly),
    submittedAt: found.submittedAt.toISOString(),
    bestTimes: barred ? '' : timesWithoutContact(found.contact?.bestTimes ?? ''),
    barred,
    nextAt: barred ? null : (followUp?.nextAt?.toISOString() ?? null),
    closedAt: followUp?.closedAt?.toISOString() ?? null,
    taker: followUp?.person
      ? {
          id: followUp.person.id,
          name: followUp.person.name,
          team: followUp.person.team?.short ?? '',
          mine: followUp.person.id === viewer.id,
        }
      : null,
    attempts: found.attempts.map(({ id, outcome, calledAt, person }) => ({
      id,
      outcome,
      calledAt: calledAt.toISOString(),
      by: person.name,
      mine: person.id === viewer.id,
      note: notes.get(id)?.body ?? null,
      version: notes.get(id)?.number ?? 0,
    })),
  }
}

const person = { select: { id: true, name: true, team: { select: { short: true } } } } as const
const newest = {
  select: { number: true, body: true },
  orderBy: { number: 'desc' },
  take: 1,
} satisfies Prisma.Text$versionsArgs
const shown = {
  id: true,
  status: true,
  title: true,
  organisationName: true,
  submittedAt: true,
  contact: { select: { bestTimes: true } },
  followUp: { select: { nextAt: true, closedAt: true, person } },
  texts: { where: { kind: 'ANSWER', field: 'whatHappened' }, select: { versions: newest } },
  attempts: {
    select: { id: true, outcome: true, calledAt: true, person },
    orderBy: [{ calledAt: 'desc' }, { id: 'desc' }],
  },
} satisfies Prisma.SubmissionSelect

async function notesOf(submissionId: string) {
  const rows = await db.text.findMany({
    where: { submissionId, kind: 'CALL_NOTE' },
    select: { field: true, versions: newest },
  })
  return new Map(rows.flatMap(({ field, versions: [note] }) => (note ? [[field, note] as const] : [])))
}

/** What a calendar is told of the next call: neither whose it is nor how to reach them. */
export type NextCall = { submissionId: string; reference: string; startsAt: Date; version: number }

/** The next call of a follow-up that is open and has a date; null for any other, and for who does not research. */
export async function getNextCall(viewer: Viewer, typed: string): Promise<NextCall | null> {
  const reference = readReference(typed)
  if (!reference) return null
  const found = await db.submission.findUnique({
    where: { reference },
    select: { id: true, status: true, followUp: { select: { nextAt: true, closedAt: true, version: true } } },
  })
  const { nextAt, closedAt, version } = found?.followUp ?? {}
  if (!found || !may(viewer, 'followUp', found) || !nextAt || closedAt || !version) return null
  if (await whyNotCalled(db, found.id)) return null
  return { submissionId: found.id, reference, startsAt: nextAt, version }
}
