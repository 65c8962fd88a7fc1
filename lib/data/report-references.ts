import { citedOf, spanOf, spanSelect } from '@/lib/data/citations'
import { standing } from '@/lib/data/open-work'
import { findReport, recordReport, touchReport, type ReportRecord } from '@/lib/data/report-record'
import { changing } from '@/lib/data/reports'
import { db } from '@/lib/db'
import type { AnalysisKind } from '@/lib/domain/analysis'
import { AnalysisView } from '@/lib/domain/analysis'
import type { CitableSpan, CitedSpan } from '@/lib/domain/citation'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { citedCodings } from '@/lib/domain/prose'
import { mostWorks } from '@/lib/domain/report'
import { numbered, sectionInText } from '@/lib/domain/report-numbers'
import { proseIn, readReportProse } from '@/lib/domain/report-prose'
import {
  lettersOf,
  sortedWorks,
  Work,
  workInText,
  workOf,
  workReference,
  type WorkInput,
} from '@/lib/domain/report-work'
import { notThere, ok, refused, type Result } from '@/lib/result'

const mostFound = 50

/** Coded passages of a call that hold some words, or stand under a code (its id), as far as this viewer may know of them. */
export async function findPassages(
  viewer: Viewer,
  callId: string,
  { words, code }: { words: string; code: string },
): Promise<CitableSpan[]> {
  if (!may(viewer, 'readReport')) return []
  const rows = await db.coding.findMany({
    where: {
      AND: [standing],
      // colleagues read the draft: nobody brings into it what they are coding blind
      submission: { callId, status: 'SUBMITTED', mergedIntoId: null, blind: false },
      spanStart: { not: null },
      ...(code ? { codeId: code } : {}),
      ...(words ? { textVersion: { body: { contains: words, mode: 'insensitive' } } } : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: words ? mostFound * 10 : mostFound,
    select: spanSelect,
  })
  const spans = rows.map(spanOf)
  const wanted = words.toLocaleLowerCase('en-GB')
  return spans.filter(span => span.words.toLocaleLowerCase('en-GB').includes(wanted)).slice(0, mostFound)
}

/** What a section can refer to, and what became of the evidence that it cites. */
export type ReferencesView = {
  studies: { id: string; title: string }[]
  works: { id: string; words: string }[]
  sections: { id: string; words: string; title: string }[]
  charts: { id: string; title: string; kind: AnalysisKind }[]
  cited: CitedSpan[]
}

/** Everything that a section of the report can refer to. Null where there is no such section, or for who may not read it. */
export async function readReferences(
  viewer: Viewer,
  callId: string,
  sectionId: string,
): Promise<ReferencesView | null> {
  if (!may(viewer, 'readReport')) return null
  const report = await findReport(callId)
  const section = report?.sections.find(({ id }) => id === sectionId)
  if (!report || !section) return null
  const [studies, figures, cited] = await Promise.all([
    db.release.findMany({
      where: { callId, caseStudy: { status: { in: ['APPROVED', 'PUBLISHED'] } } },
      select: { caseStudyId: true, title: true },
      orderBy: { title: 'asc' },
    }),
    db.figure.findMany({
      where: { callId, deletedAt: null },
      select: { id: true, title: true, view: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    citedOf(viewer, citedCodings(proseIn(readReportProse(section.body))), null),
  ])
  const works = worksOf(report)
  const letters = lettersOf(works)
  return {
    studies: studies.map(({ caseStudyId, title }) => ({ id: caseStudyId, title })),
    works: sortedWorks(works).map(({ id, work }) => ({ id, words: workInText(work, letters.get(id)) })),
    sections: numbered(report.sections).map(({ section: each, ...heading }) => ({
      id: each.id,
      words: sectionInText(heading),
      title: each.title,
    })),
    charts: figures.map(({ id, title, view }) => ({ id, title, kind: AnalysisView.parse(view).kind })),
    cited,
  }
}

/** The works of a report's references that can be read. */
export function worksOf({ works }: Pick<ReportRecord, 'works'>): { id: string; work: Work }[] {
  return works.flatMap(({ id, item }) => {
    const work = Work.safeParse(item)
    return work.success ? [{ id, work: work.data }] : []
  })
}

export type WorkView = { id: string; work: Work; reference: ReturnType<typeof workReference> }

/** The works that a report refers to, in the order of its bibliography. None for who may not read it. */
export async function listWorks(viewer: Viewer, callId: string): Promise<WorkView[]> {
  if (!may(viewer, 'readReport')) return []
  const report = await findReport(callId)
  const works = report ? worksOf(report) : []
  const letters = lettersOf(works)
  return sortedWorks(works).map(({ id, work }) => ({ id, work, reference: workReference(work, letters.get(id)) }))
}

const noSuchWork = 'There is no such work among the references.'

export function addWork(viewer: Viewer, callId: string, input: WorkInput): Promise<Result<{ id: string }>> {
  return changing<{ id: string }>(viewer, callId, async (tx, report) => {
    if (report.works.length >= mostWorks) return refused(`There can be ${mostWorks} references. Remove one first.`)
    const { id } = await tx.reportWork.create({
      data: { reportId: report.id, item: workOf(input) },
      select: { id: true },
    })
    const version = await touchReport(tx, report)
    await recordReport(tx, viewer, 'report.addWork', { ...report, version }, { work: id })
    return ok({ id })
  })
}

export function changeWork(viewer: Viewer, callId: string, input: WorkInput & { id: string }): Promise<Result> {
  return changing(viewer, callId, async (tx, report) => {
    if (!report.works.some(({ id }) => id === input.id)) return notThere(noSuchWork)
    await tx.reportWork.update({ where: { id: input.id }, data: { item: workOf(input) } })
    const version = await touchReport(tx, report)
    await recordReport(tx, viewer, 'report.changeWork', { ...report, version }, { work: input.id })
    return ok()
  })
}

/** Takes a work out. What refers to it is told where the report is looked at as readers get it. */
export function removeWork(viewer: Viewer, callId: string, { id }: { id: string }): Promise<Result> {
  return changing(viewer, callId, async (tx, report) => {
    const { count } = await tx.reportWork.deleteMany({ where: { id, reportId: report.id } })
    if (count === 0) return notThere(noSuchWork)
    const version = await touchReport(tx, report)
    await recordReport(tx, viewer, 'report.removeWork', { ...report, version }, { work: id })
    return ok()
  })
}
