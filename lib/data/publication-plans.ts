import { changedMeanwhile, lockCaseStudy, noSuchCaseStudy, recordDeed, studyOf } from '@/lib/data/case-study-record'
import { makePublic, publicationRefusal } from '@/lib/data/releases'
import { db, type Transaction } from '@/lib/db'
import type { CaseStudyDeedInput } from '@/lib/domain/case-study'
import { mayHappen, statusAfter } from '@/lib/domain/case-study-states'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { plannedTime, type PlanInput } from '@/lib/domain/publication-plan'
import { queueJob } from '@/lib/jobs/queue'
import { ok, refused, refusedAt, type Result } from '@/lib/result'

/** Plans when an approved case study is published. What is asked when it is published is asked now, and again then. */
export async function planPublication(viewer: Viewer, input: PlanInput): Promise<Result> {
  const now = new Date()
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (study.version !== input.version) return refused(changedMeanwhile)
    if (!statusAfter(study.status, 'plan')) return refused('Only an approved case study can be published.')
    if (!may(viewer, 'planPublication', studyOf(study))) return refused('Only a lead can do this.')
    const planned = plannedTime(input.at, now)
    if ('message' in planned) return refusedAt('at', planned.message)
    const refusal = publicationRefusal(study, now)
    if (refusal) return refused(refusal)
    const plan = { version: study.version, at: planned.time, plannedById: viewer.id, plannedAt: now, refusal: null }
    await tx.publicationPlan.upsert({
      where: { caseStudyId: study.id },
      create: { caseStudyId: study.id, ...plan },
      update: plan,
    })
    const at = planned.time.toISOString()
    await queueJob(tx, 'publish-planned', `${study.id}@${at}`, { after: planned.time.getTime() - now.getTime() + 100 })
    await recordDeed(tx, viewer, 'caseStudy.plan', study, { at })
    return ok()
  })
}

/** Drops a plan, also one that came to nothing. */
export async function dropPlan(viewer: Viewer, input: CaseStudyDeedInput): Promise<Result> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (!may(viewer, 'dropPlan')) return refused('Only a lead can do this.')
    const { count } = await tx.publicationPlan.deleteMany({ where: { caseStudyId: study.id } })
    if (count > 0) await recordDeed(tx, viewer, 'caseStudy.dropPlan', study)
    return ok()
  })
}

/**
 * Publishes what is due. Everything is asked again; what stands against it is kept with the plan, for the desk to say.
 * Answers how many were published: the caller then renews `galleryTag`. Safe to run twice, and in two processes.
 */
export async function publishDue(now = new Date()): Promise<number> {
  const due = await db.publicationPlan.findMany({
    where: { at: { lte: now }, refusal: null },
    select: { caseStudyId: true },
    take: 200,
  })
  let published = 0
  for (const { caseStudyId } of due) {
    if (await db.$transaction(tx => publishPlanned(tx, caseStudyId, now))) published += 1
  }
  return published
}

async function publishPlanned(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const study = await lockCaseStudy(tx, id)
  const plan = study?.plan
  if (!study || !plan || plan.refusal !== null || plan.at > now) return false
  const status = statusAfter(study.status, 'publish')
  const allowed = status && mayHappen(study.status, 'publish', { actor: 'clock', relation: 'none' })
  const refusal =
    plan.version !== study.version || !allowed
      ? 'Its text, or what consent allows, has changed since.'
      : publicationRefusal(study, now)
  if (refusal || !status) {
    await tx.publicationPlan.update({ where: { caseStudyId: id }, data: { refusal } })
    await recordDeed(tx, 'portal', 'caseStudy.planFailed', study)
    return false
  }
  await makePublic(tx, study)
  await tx.caseStudy.update({ where: { id }, data: { status } })
  await recordDeed(tx, 'portal', 'caseStudy.publish', study, { plannedBy: plan.plannedById })
  return true
}
