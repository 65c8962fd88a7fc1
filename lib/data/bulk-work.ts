import { recordAll, type Deed } from '@/lib/data/audit'
import { holdForUse } from '@/lib/data/codebook-holding'
import { followStage, moveRefusal } from '@/lib/data/coding-plan'
import { tellLiveOfMany, type LiveEvent } from '@/lib/data/live-events'
import { askFor, cap, matches } from '@/lib/data/submission-matching'
import { db, type Transaction } from '@/lib/db'
import type { BulkDeed } from '@/lib/domain/bulk'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Stage, Status } from '@/lib/domain/submission'
import { emptyFilter, type SubmissionFilter } from '@/lib/domain/submission-filter'
import { ok, refused, refusedAt, type Result } from '@/lib/result'
import { Prisma } from '@/prisma/generated/client'

/** Which submissions: the ticked ones, or all that a filter lets through. */
export type Selection = { references: string[] } | { filter: SubmissionFilter }

/** What came of it: how many were changed, how many were so already, and which were refused and why. */
export type BulkOutcome = { changed: number; unchanged: number; refusals: { reference: string; why: string }[] }

type Held = {
  id: string
  callId: string
  reference: string
  status: Status
  stage: Stage
  blind: boolean
  double: boolean
}

/** What is to be done to one of them: nothing, a refusal, or to be changed. */
type Verdict = 'change' | 'unchanged' | { why: string }

/** What a deed is once its person or code has been found: how each is judged, how the judged ones are changed. */
type Plan = {
  judge(submission: Held): Verdict
  change(submissions: Held[]): Promise<unknown>
  deed(submission: Held): Pick<Deed, 'action' | 'details'>
  event: 'coding' | 'progress'
}

const tooMany = `More than ${cap.toLocaleString('en-GB')} were found. Narrow the list first.`

/**
 * Does one thing to many submissions in one transaction. Each is asked as if it were done by itself; what is refused
 * stays as it is and is told by its reference.
 */
export async function workOnMany(
  viewer: Viewer,
  callId: string,
  selection: Selection,
  deed: BulkDeed,
): Promise<Result<BulkOutcome>> {
  if (!may(viewer, 'listSubmissions')) return refused('There are no such submissions.')
  const ids = await selectedIds(viewer, callId, selection)
  if (ids.length > cap) return refused(tooMany)
  if (ids.length === 0) return refused('Tick the submissions first.')
  return db.$transaction(
    async tx => {
      const held = await hold(tx, ids)
      const plan = await planOf(tx, viewer, callId, deed, held)
      if ('ok' in plan) return plan
      const judged = held.map(submission => ({ submission, verdict: plan.judge(submission) }))
      const changing = judged.flatMap(({ submission, verdict }) => (verdict === 'change' ? submission : []))
      if (changing.length > 0) await plan.change(changing)
      await recordAll(
        tx,
        changing.map(submission => {
          const thing = { kind: 'submission', id: submission.id }
          return { actor: viewer, thing, callId: submission.callId, ...plan.deed(submission) }
        }),
      )
      await tellLiveOfMany(
        tx,
        changing.map(({ id, blind }): LiveEvent => {
          const hidden = plan.event === 'coding' && blind
          return { kind: plan.event, submissionId: id, actorId: viewer.id, hidden }
        }),
      )
      return ok({
        changed: changing.length,
        unchanged: judged.filter(({ verdict }) => verdict === 'unchanged').length,
        refusals: judged.flatMap(({ submission: { reference }, verdict }) =>
          typeof verdict === 'object' ? { reference, why: verdict.why } : [],
        ),
      })
    },
    { timeout: 60_000 },
  )
}

async function selectedIds(viewer: Viewer, callId: string, selection: Selection): Promise<string[]> {
  const ticked = 'references' in selection
  const asked = await askFor(viewer, callId, ticked ? emptyFilter : selection.filter)
  const rows = await db.$queryRaw<{ id: string }[]>(
    matches(ticked ? { ...asked, references: selection.references } : asked, Prisma.sql`s."id"`),
  )
  return rows.map(({ id }) => id)
}

// In the order of their ids, so that two people who work on the same ones do not wait for each other in a circle.
function hold(tx: Transaction, ids: string[]): Promise<Held[]> {
  return tx.$queryRaw<Held[]>`
    SELECT "id", "callId", "reference", "status"::text, "stage"::text, "blind", "doubleCodedAt" IS NOT NULL AS "double"
    FROM "Submission"
    WHERE "id" = ANY(${ids}::uuid[]) AND "status" = 'SUBMITTED' ORDER BY "id" FOR NO KEY UPDATE`
}

function planOf(
  tx: Transaction,
  viewer: Viewer,
  callId: string,
  deed: BulkDeed,
  held: Held[],
): Promise<Plan | ReturnType<typeof refused>> {
  const ids = held.map(({ id }) => id)
  if (deed.kind === 'assign') return assigning(tx, viewer, deed.personId, ids)
  if (deed.kind === 'tag') return tagging(tx, viewer, { callId, codeId: deed.codeId }, ids)
  return moving(tx, viewer, deed.stage, held)
}

async function assigning(tx: Transaction, viewer: Viewer, personId: string, ids: string[]) {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { id: true, name: true, teamId: true, disabledAt: true },
  })
  if (!person || person.disabledAt || !may(viewer, 'assignSubmission', { status: 'SUBMITTED', assignee: person }))
    return refusedAt('personId', 'Select a person of your team')
  const where = { personId: person.id, submissionId: { in: ids } }
  const already = await tx.assignment.findMany({ where, select: { submissionId: true } })
  const interests = await tx.conflictOfInterest.findMany({ where, select: { submissionId: true } })
  const has = new Set(already.map(row => row.submissionId))
  const conflicted = new Set(interests.map(row => row.submissionId))
  return {
    judge: ({ id, status, double }: Held): Verdict => {
      if (!may(viewer, 'assignSubmission', { status, assignee: person })) return { why: 'not yours to assign' }
      if (has.has(id)) return 'unchanged'
      if (double) return { why: 'two code it, and a lead says who they are' }
      return conflicted.has(id) ? { why: `${person.name} has declared an interest in it` } : 'change'
    },
    change: (submissions: Held[]) =>
      tx.assignment.createMany({ data: submissions.map(({ id }) => ({ submissionId: id, personId: person.id })) }),
    deed: () => ({ action: 'submission.assign', details: { personId: person.id } }),
    event: 'progress' as const,
  }
}

async function tagging(tx: Transaction, viewer: Viewer, asked: { callId: string; codeId: string }, ids: string[]) {
  const code = await tx.code.findFirst({
    where: { id: asked.codeId, callId: asked.callId, retiredAt: null },
    select: { id: true },
  })
  if (!code || !(await holdForUse(tx, code.id))) return refusedAt('codeId', 'Select a code from the codebook')
  const key = {
    codeId: code.id,
    personId: viewer.id,
    textVersionId: null,
    removedAt: null,
    lostAt: null,
    agreed: false,
  }
  const already = await tx.coding.findMany({
    where: { ...key, submissionId: { in: ids } },
    select: { submissionId: true },
  })
  const has = new Set(already.map(row => row.submissionId))
  const own = await tx.assignment.findMany({
    where: { personId: viewer.id, submissionId: { in: ids }, double: true, doneAt: null },
    select: { submissionId: true },
  })
  const coding = new Set(own.map(row => row.submissionId))
  const declared = await tx.conflictOfInterest.findMany({
    where: { personId: viewer.id, submissionId: { in: ids } },
    select: { submissionId: true },
  })
  const conflicted = new Set(declared.map(row => row.submissionId))
  return {
    judge: ({ id, status, stage, double }: Held): Verdict => {
      if (!may(viewer, 'tagSubmission', { status })) return { why: 'not yours to tag' }
      if (stage === 'SETTLED') return { why: 'it is settled, so what is coded there stays' }
      const interest = conflicted.has(id)
      if (interest) return { why: 'you have declared an interest in it' }
      if (!may(viewer, 'codeSubmission', { status, stage, double, coder: coding.has(id), interest }))
        return { why: 'only the two who code it tag it, until they have finished' }
      return has.has(id) ? 'unchanged' : 'change'
    },
    change: (submissions: Held[]) =>
      tx.coding.createMany({
        data: submissions.map(({ id }) => ({ submissionId: id, codeId: code.id, personId: viewer.id })),
      }),
    deed: () => ({ action: 'submission.tag', details: { codeId: code.id } }),
    event: 'coding' as const,
  }
}

async function moving(tx: Transaction, viewer: Viewer, to: Stage, held: Held[]): Promise<Plan> {
  const refusals = new Map<string, string>()
  for (const submission of held.filter(({ double }) => double)) {
    const refusal = await moveRefusal(tx, viewer, submission, to)
    if (refusal) refusals.set(submission.id, refusal)
  }
  return {
    judge: ({ id, status, stage: from }) => {
      if (from === to) return 'unchanged'
      if (!may(viewer, 'moveSubmission', { status, from, to }))
        return { why: 'only a lead can settle a submission, or change one that is settled' }
      const why = refusals.get(id)
      return why ? { why: why.charAt(0).toLowerCase() + why.slice(1) } : 'change'
    },
    change: async submissions => {
      const ids = submissions.map(({ id }) => id)
      await tx.submission.updateMany({
        where: { id: { in: ids } },
        data: { stage: to, version: { increment: 1 } },
      })
      await followStage(tx, ids, to)
    },
    deed: ({ stage }) => ({ action: 'submission.move', details: { from: stage, to } }),
    event: 'progress',
  }
}
