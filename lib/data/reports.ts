import {
  findReport,
  lockReport,
  noSuchSection,
  recordReport,
  reviewingTeams,
  touchReport,
  type ReportRecord,
  type SectionRecord,
} from '@/lib/data/report-record'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import {
  mostSections,
  teamsToApprove,
  type MoveSectionInput,
  type NewSectionInput,
  type ReportInput,
  type ReportStatus,
  type SectionDeedInput,
  type SectionKind,
} from '@/lib/domain/report'
import { numbered } from '@/lib/domain/report-numbers'
import { readReportProse, wordsOfReport } from '@/lib/domain/report-prose'
import { countCharacters } from '@/lib/domain/text-count'
import { conflicted, notThere, ok, refused, type Conflict, type Result } from '@/lib/result'

/** A section in the outline. `characters` are code points. */
export type SectionRow = {
  id: string
  kind: SectionKind
  appendix: boolean
  depth: 1 | 2
  number: string
  slug: string
  title: string
  version: number
  updatedAt: Date
  updatedBy: string
  characters: number
}

/** The report as its writers see it. `waitingFor` are the teams that have still to approve this version. */
export type ReportView = {
  version: number
  title: string
  summary: string
  status: ReportStatus
  editable: boolean
  reviewable: boolean
  publishable: boolean
  sections: SectionRow[]
  words: { by: string; team: string; verdict: 'APPROVE' | 'REQUEST_CHANGES'; note: string; at: Date; version: number }[]
  waitingFor: string[]
  editions: { number: number; publishedAt: Date; changes: string }[]
}

const noReport = 'There is no such report.'

/** The report of a call; an empty one where nobody has begun it. Null for who may not read it. */
export async function readReport(viewer: Viewer, callId: string): Promise<ReportView | null> {
  if (!may(viewer, 'readReport')) return null
  const [report, call, teams] = await Promise.all([
    findReport(callId),
    db.call.findUnique({ where: { id: callId }, select: { name: true } }),
    reviewingTeams(),
  ])
  if (!call) return null
  const editions = await db.reportEdition.findMany({
    where: { report: { callId } },
    select: { number: true, publishedAt: true, changes: true },
    orderBy: { number: 'desc' },
  })
  const status = report?.status ?? 'DRAFT'
  const version = report?.version ?? 1
  const shorts = new Map(teams.map(({ id, short }) => [id, short]))
  return {
    version,
    title: report?.title ?? call.name,
    summary: report?.summary ?? '',
    status,
    editable: may(viewer, 'writeReport'),
    reviewable: may(viewer, 'reviewReport', { status }),
    publishable: may(viewer, 'publishReport', { status }),
    sections: rowsOf(report?.sections ?? []),
    words: (report?.reviews ?? []).map(({ reviewer, teamId, verdict, note, createdAt, version: at }) => ({
      by: reviewer.name,
      team: shorts.get(teamId) ?? '',
      verdict,
      note,
      at: createdAt,
      version: at,
    })),
    waitingFor: teamsToApprove(teams, report?.reviews ?? [], version).map(({ short }) => short),
    editions,
  }
}

function rowsOf(sections: readonly SectionRecord[]): SectionRow[] {
  return numbered(sections).map(({ section, ...heading }) => ({
    ...heading,
    id: section.id,
    kind: section.kind,
    title: section.title,
    version: section.version,
    updatedAt: section.updatedAt,
    updatedBy: section.updatedBy.name,
    characters: countCharacters(wordsOfReport(readReportProse(section.body))),
  }))
}

/** Saves the report's title and summary. Somebody else's save in between is told, and nothing is overwritten. */
export function saveReport(viewer: Viewer, callId: string, input: ReportInput): Promise<Result<{ version: number }>> {
  return changing(viewer, callId, async (tx, report) => {
    const changes: Conflict['changes'] = [
      { label: 'Title', theirs: report.title, yours: input.title },
      { label: 'Summary', theirs: report.summary, yours: input.summary },
    ].filter(({ theirs, yours }) => theirs !== yours)
    if (changes.length === 0) return ok({ version: report.version })
    if (report.version !== input.version)
      return conflicted('Somebody else has changed the report since you opened it.', {
        version: report.version,
        changes,
      })
    const version = await touchReport(tx, report, { title: input.title, summary: input.summary })
    await recordReport(tx, viewer, 'report.save', { ...report, version })
    return ok({ version })
  })
}

/** Adds a section at the end, or an appendix after all others. */
export function addSection(
  viewer: Viewer,
  callId: string,
  { kind, place, title }: NewSectionInput,
): Promise<Result<{ id: string }>> {
  return changing(viewer, callId, async (tx, report) => {
    if (report.sections.length >= mostSections)
      return refused(`A report can have ${mostSections} sections. Remove one, or join two.`)
    const appendix = place === 'appendix' || kind !== 'WRITTEN'
    const position = Math.max(-1, ...report.sections.map(section => section.position)) + 1
    const { id } = await tx.reportSection.create({
      data: { reportId: report.id, kind, appendix, position, title, updatedById: viewer.id },
      select: { id: true },
    })
    const version = await touchReport(tx, report)
    await recordReport(tx, viewer, 'report.addSection', { ...report, version }, { section: id })
    return ok({ id })
  })
}

/** Moves a section up or down among its own, with its parts; or makes it a part of the one before it, or a section again. */
export function moveSection(viewer: Viewer, callId: string, { id, move }: MoveSectionInput): Promise<Result> {
  return changing(viewer, callId, async (tx, report) => {
    const moving = report.sections.find(section => section.id === id)
    if (!moving) return notThere(noSuchSection)
    const among = report.sections.filter(({ appendix }) => appendix === moving.appendix)
    if (move === 'in' || move === 'out') {
      const depth = move === 'in' && among[0]?.id !== id ? 2 : 1
      if (depth === moving.depth) return ok()
      await tx.reportSection.update({ where: { id }, data: { depth } })
    } else {
      const order = moved(among, id, move)
      if (!order) return ok()
      const positions = among.map(({ position }) => position).toSorted((one, other) => one - other)
      for (const [index, section] of order.entries())
        await tx.reportSection.update({ where: { id: section.id }, data: { position: positions[index] ?? index } })
    }
    const version = await touchReport(tx, report)
    await recordReport(tx, viewer, 'report.moveSection', { ...report, version }, { section: id, move })
    return ok()
  })
}

/** The order after a move; null where there is nothing to pass. A section takes its parts along and passes whole ones. */
function moved(among: SectionRecord[], id: string, move: 'up' | 'down'): SectionRecord[] | null {
  const groups: SectionRecord[][] = []
  const part = among.find(section => section.id === id)?.depth === 2
  for (const section of among) {
    const last = groups.at(-1)
    if (section.depth === 1 || part || !last) groups.push([section])
    else last.push(section)
  }
  const at = groups.findIndex(group => group.some(section => section.id === id))
  const to = move === 'up' ? at - 1 : at + 1
  const [one, other] = [groups[at], groups[to]]
  if (!one || !other) return null
  groups[at] = other
  groups[to] = one
  return groups.flat()
}

/** Takes a section out, if nobody has changed it since it was read. What was published keeps it. */
export function removeSection(viewer: Viewer, callId: string, { id, version }: SectionDeedInput): Promise<Result> {
  return changing(viewer, callId, async (tx, report) => {
    const section = report.sections.find(each => each.id === id)
    if (!section) return notThere(noSuchSection)
    if (section.version !== version)
      return refused('Somebody has changed this section since you opened the page. Read it again before you remove it.')
    await tx.reportSection.delete({ where: { id } })
    const after = await touchReport(tx, report)
    await recordReport(tx, viewer, 'report.removeSection', { ...report, version: after }, { section: id })
    return ok()
  })
}

/** Changes a report in one transaction that holds it, for who may write it. */
export function changing<T>(
  viewer: Viewer,
  callId: string,
  deed: (tx: Transaction, report: ReportRecord) => Promise<Result<T>>,
): Promise<Result<T>> {
  return db.$transaction(async tx => {
    if (!may(viewer, 'writeReport')) return notThere(noReport)
    const report = await lockReport(tx, callId)
    return report ? deed(tx, report) : notThere(noReport)
  })
}
