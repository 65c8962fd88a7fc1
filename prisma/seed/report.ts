import type { Transaction } from '@/lib/db'
import { readAnalysisView } from '@/lib/domain/analysis'
import { tidyReportProse, type ReportBlock, type ReportProse } from '@/lib/domain/report-prose'
import { workOf } from '@/lib/domain/report-work'
import { lengthOf } from '@/lib/domain/span'
import { conclusions } from './demonstration/report-conclusions'
import {
  reportFigures,
  reportPassages,
  reportWorks,
  type ReportFigure,
  type ReportPassage,
} from './demonstration/report-evidence'
import { findings, reportSummary, reportTitle } from './demonstration/report-findings'
import type { DraftBlock, DraftSection } from './demonstration/report-sections'
import type { Names } from './names'
import { placeOf } from './passages'
import { countReportFacts } from './report-facts'

const day = 86_400_000
const hour = 3_600_000
const lead = 'lead@wlv.example'

type Ids = Record<'passage' | 'study' | 'work' | 'section' | 'chart', ReadonlyMap<string, string>>

/**
 * Writes the demonstration's report up to the approval of all teams, and begins the measurement of agreement that it
 * quotes. `entries` are ids of submissions by the keys of their entries. `publishSeededReport` does the rest.
 */
export async function seedReport(
  tx: Transaction,
  names: Names,
  entries: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * day)
  const facts = await countReportFacts(tx, names.callId)
  const sections = [...findings(facts), ...conclusions(facts)]
  const { id: reportId } = await tx.report.create({
    data: {
      callId: names.callId,
      title: reportTitle,
      summary: reportSummary(facts),
      status: 'APPROVED',
      version: 2,
      createdAt: ago(6),
    },
    select: { id: true },
  })
  const ids: Ids = {
    passage: await seedPassages(tx, names, entries),
    study: await studiesBySlug(tx, names.callId),
    chart: await seedFigures(tx, names, ago(6)),
    work: await seedWorks(tx, reportId),
    section: await seedSections(tx, names, sections, reportId),
  }
  for (const section of sections) await seedBody(tx, names, section, ids, ago(4))
  await seedReviews(tx, names, reportId, now)
  await tx.agreementRun.create({
    data: {
      callId: names.callId,
      requestedById: names.person(lead).id,
      options: { resamples: 1000, seed: 'demonstration' },
      createdAt: ago(2),
    },
  })
}

async function seedPassages(tx: Transaction, names: Names, entries: ReadonlyMap<string, string>) {
  const ids = new Map<string, string>()
  for (const [key, passage] of Object.entries<ReportPassage>(reportPassages)) {
    const submissionId = entries.get(passage.entry)
    if (!submissionId) throw new Error(`The report cites ${passage.entry}, which there is none of.`)
    ids.set(key, await codingOf(tx, names, passage, submissionId))
  }
  return ids
}

/** The coding of a passage: the one that is there, or one made a day after the response came. */
async function codingOf(tx: Transaction, names: Names, { code, by, words, in: field }: ReportPassage, of: string) {
  const { start, end, textVersionId } = await placeOf(tx, of, words, field ?? 'whatHappened')
  const coded = {
    submissionId: of,
    codeId: names.code(code),
    personId: names.person(by).id,
    textVersionId,
    spanStart: start,
    spanEnd: end,
  }
  const standing = await tx.coding.findFirst({ where: coded, select: { id: true } })
  if (standing) return standing.id
  const { submittedAt } = await tx.submission.findUniqueOrThrow({ where: { id: of }, select: { submittedAt: true } })
  const createdAt = new Date((submittedAt?.getTime() ?? 0) + 26 * hour)
  return (await tx.coding.create({ data: { ...coded, createdAt }, select: { id: true } })).id
}

async function studiesBySlug(tx: Transaction, callId: string) {
  const rows = await tx.release.findMany({
    where: { callId, publishedAt: { not: null } },
    select: { slug: true, caseStudyId: true },
  })
  return new Map(rows.map(({ slug, caseStudyId }) => [slug, caseStudyId]))
}

async function seedFigures(tx: Transaction, names: Names, at: Date) {
  const ids = new Map<string, string>()
  for (const [key, { title, note, kind, asked, codes = [] }] of Object.entries<ReportFigure>(reportFigures)) {
    const view = readAnalysisView(kind, { ...asked, codes: codes.map(names.code) })
    const createdAt = new Date(at.getTime() + ids.size * hour)
    const data = { callId: names.callId, ownerId: names.person(lead).id, title, note, view, createdAt }
    ids.set(key, (await tx.figure.create({ data, select: { id: true } })).id)
  }
  return ids
}

async function seedWorks(tx: Transaction, reportId: string) {
  const ids = new Map<string, string>()
  for (const [key, work] of Object.entries(reportWorks))
    ids.set(key, (await tx.reportWork.create({ data: { reportId, item: workOf(work) }, select: { id: true } })).id)
  return ids
}

async function seedSections(tx: Transaction, names: Names, sections: DraftSection[], reportId: string) {
  const ids = new Map<string, string>()
  for (const [position, { key, title, kind = 'WRITTEN', part = false, by }] of sections.entries()) {
    const appendix = kind !== 'WRITTEN'
    const place = { kind, appendix, position, depth: part ? 2 : 1 }
    const data = { reportId, title, ...place, updatedById: names.person(by).id }
    ids.set(key, (await tx.reportSection.create({ data, select: { id: true } })).id)
  }
  return ids
}

async function seedBody(tx: Transaction, names: Names, { key, title, by, body }: DraftSection, ids: Ids, at: Date) {
  const id = idOf(ids, 'section', key)
  const prose: ReportProse = tidyReportProse(body.map(block => blockOf(block, ids)))
  await tx.reportSection.update({
    where: { id },
    data: {
      body: prose,
      version: 2,
      versions: { create: { number: 1, title, body: prose, personId: names.person(by).id, savedAt: at } },
    },
    select: { id: true },
  })
}

function blockOf(block: DraftBlock, ids: Ids): ReportBlock {
  if (block.kind === 'chart') return { kind: 'chart', chart: idOf(ids, 'chart', block.chart), caption: block.caption }
  if (block.kind === 'quotes') {
    const { words } = reportPassages[block.passage]
    const coding = idOf(ids, 'passage', block.passage)
    return { kind: 'quotation', text: words, cites: [{ at: lengthOf(words), coding }] }
  }
  return wordsOf(block.kind, block.text, ids)
}

const reference = /\{(passage|study|work|section|chart):([a-z0-9-]+)\}/

/** A text without its references, and where each of them stands in it. */
function wordsOf(kind: Exclude<DraftBlock['kind'], 'chart' | 'quotes'>, marked: string, ids: Ids): ReportBlock {
  let text = marked
  const [cites, links]: [{ at: number; coding: string }[], { at: number; to: keyof Omit<Ids, 'passage'>; id: string }[]] = [[], []] // prettier-ignore
  for (let found = reference.exec(text); found; found = reference.exec(text)) {
    const [whole, to, key = ''] = found
    const at = lengthOf(text.slice(0, found.index))
    if (to === 'passage') cites.push({ at, coding: idOf(ids, to, key) })
    else if (to === 'study' || to === 'work' || to === 'section' || to === 'chart')
      links.push({ at, to, id: idOf(ids, to, key) })
    text = text.slice(0, found.index) + text.slice(found.index + whole.length)
  }
  return { kind, text, cites, links }
}

function idOf(ids: Ids, of: keyof Ids, key: string): string {
  const id = ids[of].get(key)
  if (!id) throw new Error(`The report refers to the ${of} ${key}, which there is none of.`)
  return id
}

/** One team asked for a change of the first version; all approved the second. */
async function seedReviews(tx: Transaction, names: Names, reportId: string, now: Date) {
  const reviews = [
    {
      by: 'researcher@coventry.example',
      version: 1,
      verdict: 'REQUEST_CHANGES' as const,
      note: 'The summary said “most organisations”. It counts settled responses, and must say so.',
    },
    { by: 'researcher@wlv.example', version: 2, verdict: 'APPROVE' as const, note: '' },
    {
      by: 'researcher@bvsc.example',
      version: 2,
      verdict: 'APPROVE' as const,
      note: 'I opened each note. What may not be quoted is not quoted.',
    },
    { by: 'researcher@coventry.example', version: 2, verdict: 'APPROVE' as const, note: 'Says now what it counts.' },
  ]
  for (const [index, { by, ...review }] of reviews.entries()) {
    const { id: reviewerId, teamId } = names.person(by)
    if (!teamId) throw new Error(`The demonstration names ${by} as a reviewer, who is in no team.`)
    const createdAt = new Date(now.getTime() - 3 * day + index * 5 * hour)
    await tx.reportReview.create({ data: { ...review, reportId, reviewerId, teamId, createdAt } })
  }
}
