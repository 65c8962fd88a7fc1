import { readAnalysis } from '@/lib/data/analysis'
import { publishAnswer } from '@/lib/data/case-study-record'
import { worksOf } from '@/lib/data/report-references'
import type { ReportRecord } from '@/lib/data/report-record'
import { tableFor } from '@/lib/data/report-tables'
import { db, type Transaction } from '@/lib/db'
import { AnalysisView } from '@/lib/domain/analysis'
import type { Viewer } from '@/lib/domain/person'
import { citedCodings } from '@/lib/domain/prose'
import type { Composing, CountedFigure } from '@/lib/domain/report-compose'
import { knownOf, mayQuote, passageAllowed, type SourcePassage } from '@/lib/domain/report-passage'
import { chartsIn, linkedIn, proseIn, readReportProse } from '@/lib/domain/report-prose'
import type { Known } from '@/lib/domain/redaction'
import { textOf } from '@/lib/domain/span'
import type { Prisma } from '@/prisma/generated/client'

/** What an edition is made of, and whose each passage is. */
export type ReportParts = {
  composing: Composing
  /** By coding. */
  submissions: Map<string, string>
  /** Of those whose passages are cited. */
  known: Known
  /** Submissions that a table lists by name. */
  listed: string[]
  /** The words of cited passages that may not go out. */
  silentWords: string[]
}

/** Reads all that the report refers to, as it stands now. Figures are counted anew. */
export async function readParts(viewer: Viewer, report: ReportRecord): Promise<ReportParts> {
  const bodies = report.sections.map(({ body }) => readReportProse(body))
  const tables = await Promise.all(report.sections.map(section => tableFor(viewer, report.callId, section.kind)))
  const [passages, studies, figures] = await Promise.all([
    readPassages(db, report.callId, [...new Set(bodies.flatMap(body => citedCodings(proseIn(body))))]),
    readStudies(report.callId, [...new Set(bodies.flatMap(body => linkedIn(body, 'study')))]),
    countFigures(viewer, report.callId, [
      ...new Set(bodies.flatMap(body => [...chartsIn(body), ...linkedIn(body, 'chart')])),
    ]),
  ])
  return {
    composing: {
      title: report.title,
      summary: report.summary,
      sections: report.sections.map(({ id, title, depth, appendix }, index) => ({
        id,
        title,
        depth,
        appendix,
        body: bodies[index] ?? [],
        table: tables[index]?.table ?? null,
      })),
      passages: new Map([...passages].map(([coding, { passage }]) => [coding, passageAllowed(passage)])),
      studies,
      figures,
      works: new Map(worksOf(report).map(({ id, work }) => [id, work])),
    },
    submissions: new Map([...passages].map(([coding, { submissionId }]) => [coding, submissionId])),
    known: allKnown([...passages.values()].map(({ passage }) => passage)),
    listed: [...new Set(tables.flatMap(made => made?.listed ?? []))],
    silentWords: [...passages.values()].flatMap(({ passage }) => (mayQuote(passage.source) ? [] : [passage.words])),
  }
}

function allKnown(passages: readonly SourcePassage[]): Known {
  const each = passages.map(({ source }) => knownOf(source))
  return {
    keptBack: [...new Set(each.flatMap(({ keptBack }) => keptBack))],
    shown: [...new Set(each.flatMap(({ shown }) => shown))],
    contacts: each.flatMap(({ contacts }) => contacts),
  }
}

const cited = {
  id: true,
  spanStart: true,
  spanEnd: true,
  textVersion: { select: { body: true } },
  code: { select: { name: true } },
  submissionId: true,
  submission: {
    select: {
      organisationName: true,
      organisationType: true,
      practiceOf: true,
      contact: { select: { name: true, email: true, telephone: true } },
      consents: {
        where: { supersededAt: null, kind: { in: ['PUBLISH', 'SHOW_BEFORE'] } },
        select: { kind: true, answer: true },
      },
    },
  },
} as const satisfies Prisma.CodingSelect

/** The passages behind codings, by coding: those that stand, of responses that are there and that nobody codes blind. */
export async function readPassages(
  tx: Transaction,
  callId: string,
  codings: string[],
): Promise<Map<string, { submissionId: string; passage: SourcePassage }>> {
  const rows = await tx.coding.findMany({
    where: {
      id: { in: codings },
      spanStart: { not: null },
      removedAt: null,
      lostAt: null,
      submission: { callId, status: 'SUBMITTED', blind: false },
    },
    select: cited,
  })
  return new Map(rows.map(row => [row.id, { submissionId: row.submissionId, passage: passageOf(row) }]))
}

function passageOf(row: Prisma.CodingGetPayload<{ select: typeof cited }>): SourcePassage {
  const { contact, consents, organisationName, ...rest } = row.submission
  const asked = consents.some(({ kind, answer }) => kind === 'SHOW_BEFORE' && answer === 'YES')
  const body = row.textVersion?.body ?? ''
  return {
    words: textOf(body, { start: row.spanStart ?? 0, end: row.spanEnd ?? 0 }).trim(),
    code: row.code.name,
    source: {
      ...rest,
      organisationName: organisationName ?? '',
      publish: publishAnswer(consents),
      showBefore: asked,
      contacts: contact
        ? [{ name: contact.name ?? '', email: contact.email ?? '', telephone: contact.telephone ?? '' }]
        : [],
    },
  }
}

async function readStudies(callId: string, ids: string[]): Promise<Composing['studies']> {
  const rows = await db.release.findMany({
    where: { callId, caseStudyId: { in: ids }, publishedAt: { not: null } },
    select: { caseStudyId: true, slug: true, title: true },
  })
  return new Map(rows.map(({ caseStudyId, slug, title }) => [caseStudyId, { slug, title }]))
}

async function countFigures(viewer: Viewer, callId: string, ids: string[]): Promise<Composing['figures']> {
  const rows = await db.figure.findMany({
    where: { callId, id: { in: ids }, deletedAt: null },
    select: { id: true, title: true, view: true },
  })
  const counted = new Map<string, CountedFigure>()
  for (const { id, title, view } of rows) {
    const answer = await readAnalysis(viewer, callId, AnalysisView.parse(view))
    if (answer) counted.set(id, { title, view: answer.view, table: answer.table, takenAt: new Date().toISOString() })
  }
  return counted
}
