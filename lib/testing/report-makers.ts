import { reviewReport, publishReport, sendReportForReview } from '@/lib/data/report-review'
import { saveSection } from '@/lib/data/report-sections'
import { releasesFollowConsent } from '@/lib/data/releases'
import { addSection } from '@/lib/data/reports'
import { db } from '@/lib/db'
import type { ReportProse } from '@/lib/domain/report-prose'
import type { ConsentAnswer } from '@/prisma/generated/client'
import { value } from './case-study-deeds'
import { makeScene, makeSubmission } from './case-study-makers'
import { makeAnswer, makeCode, makeCoding } from './coding-makers'
import { emptyDatabase } from './database'

export const said = 'We cooked for four hundred households every single day of that spring.'

export const cites = (coding: string, text = 'Food came first.'): ReportProse => [
  { kind: 'paragraph', text, cites: [{ at: text.length, coding }] },
]

/** The newest edition as it is kept. */
export const newestEdition = () => db.reportEdition.findFirstOrThrow({ orderBy: { number: 'desc' } })

export type ReportDesk = Awaited<ReturnType<typeof makeReportDesk>>

/** An empty portal with three teams, and what tests do with the report of its call. */
export async function makeReportDesk() {
  await emptyDatabase()
  const scene = await makeScene()
  const { lead } = scene.people.wlv
  const callId = scene.call.id
  const version = async () => (await db.report.findUniqueOrThrow({ where: { callId } })).version

  /** A section with these blocks; its id. */
  async function makeSection(body: ReportProse, title = 'Food'): Promise<string> {
    const { id } = value(await addSection(lead, callId, { kind: 'WRITTEN', place: 'section', title }))
    value(await saveSection(lead, callId, { id, version: 1, title, body }))
    return id
  }

  /** A coded passage of a response; the ids of both. */
  async function makePassage(given: Parameters<typeof makeSubmission>[1] = {}, words = said) {
    const { id: submissionId } = await makeSubmission(scene, given)
    const textVersionId = await makeAnswer(submissionId, words)
    const codeId = await makeCode(scene, `Food ${submissionId.slice(-6)}`)
    const span = { textVersionId, start: 0, end: Array.from(words).length }
    return { submissionId, coding: await makeCoding({ submissionId, codeId, by: scene.people.bvsc.researcher }, span) }
  }

  /** All three teams read it and approve it. */
  async function approve() {
    value(await sendReportForReview(lead, callId, { version: await version() }))
    for (const { researcher } of [scene.people.wlv, scene.people.bvsc, scene.people.coventry])
      value(await reviewReport(researcher, callId, { version: await version(), verdict: 'APPROVE', note: '' }))
  }

  async function publish(changes = '') {
    await approve()
    return value(await publishReport(lead, callId, { version: await version(), changes }))
  }

  /** What the respondent of a submission answers now; true where readers had any of it. */
  async function answer(submissionId: string, kind: 'PUBLISH' | 'SHOW_BEFORE', said: ConsentAnswer) {
    return db.$transaction(async tx => {
      await tx.consent.updateMany({ where: { submissionId, kind, supersededAt: null }, data: { answer: said } })
      return releasesFollowConsent(tx, submissionId)
    })
  }

  return { scene, lead, callId, version, makeSection, makePassage, approve, publish, answer }
}
