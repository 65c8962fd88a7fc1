import type { Actor } from '@/lib/data/audit'
import { publishAnswer } from '@/lib/data/case-study-record'
import { recordReport } from '@/lib/data/report-record'
import type { Transaction } from '@/lib/db'
import { nameToShow } from '@/lib/domain/case-study-name'
import { Edition } from '@/lib/domain/report-edition'
import { withoutNames, withoutTakenBack } from '@/lib/domain/report-taken-back'

const gone =
  'Evidence that a note rested on was taken back by its respondent, and went from this edition with its words.'
const unnamed = 'An organisation has taken back its consent to be named, and its name went from this edition.'

/**
 * To be called in the transaction in which a respondent narrows what may be published, or withdraws: what rests on it goes
 * from every edition at once, and an erratum says so. True where readers had any of it: the caller then renews `galleryTag`.
 */
export async function editionsFollowConsent(tx: Transaction, submissionId: string, actor: Actor): Promise<boolean> {
  const submission = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      callId: true,
      status: true,
      organisationName: true,
      practiceOf: true,
      consents: { where: { supersededAt: null, kind: { in: ['PUBLISH', 'SHOW_BEFORE'] } } },
    },
  })
  // a publication that is under way comes first, or sees what was taken back
  await tx.$queryRaw`SELECT 1 FROM "Report" WHERE "callId" = ${submission.callId}::uuid FOR UPDATE`
  const sources = await tx.reportSource.findMany({ where: { submissionId } })
  if (sources.length === 0) return false
  const editions = await tx.reportEdition.findMany({
    where: { id: { in: sources.map(({ editionId }) => editionId) } },
    include: { report: true },
  })
  const publish = submission.status === 'SUBMITTED' ? publishAnswer(submission.consents) : 'NO'
  const asked = submission.consents.some(({ kind, answer }) => kind === 'SHOW_BEFORE' && answer === 'YES')
  const whole = publish === null || publish === 'NO' || asked
  const organisationName = submission.organisationName ?? ''
  const named = nameToShow([{ organisationName, practiceOf: submission.practiceOf, publish }]) !== null
  const names = whole || !named ? [...new Set([organisationName, ...sources.map(({ name }) => name)])] : []
  let changed = false
  for (const edition of editions) {
    const notes = sources.filter(({ editionId, note }) => editionId === edition.id && note > 0).map(({ note }) => note)
    const before = Edition.parse(edition.content)
    const content = withoutTakenBack(before, { notes, names, whole })
    const changes = withoutNames(edition.changes, names)
    if (JSON.stringify([content, changes]) === JSON.stringify([before, edition.changes])) continue
    changed = true
    const words = whole && notes.length > 0 ? gone : unnamed
    await tx.reportEdition.update({
      where: { id: edition.id },
      data: { content, changes, errata: { create: { words } } },
    })
    await recordReport(tx, actor, 'report.takenBack', edition.report, { edition: edition.number })
  }
  return changed
}
