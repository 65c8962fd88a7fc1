import { noSuchSection, recordReport, touchReport, waitsForReaders, findReport } from '@/lib/data/report-record'
import { changing } from '@/lib/data/reports'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { citedCodings } from '@/lib/domain/prose'
import type { ReportStatus, RestoreSectionInput, SectionInput, SectionKind } from '@/lib/domain/report'
import { numbered } from '@/lib/domain/report-numbers'
import { proseIn, readReportProse, wordsOfReport, type ReportProse } from '@/lib/domain/report-prose'
import { conflicted, notThere, ok, refused, type Conflict, type Result } from '@/lib/result'

/** A section as it is being written. */
export type SectionView = {
  id: string
  kind: SectionKind
  title: string
  number: string
  version: number
  body: ReportProse
  status: ReportStatus
  editable: boolean
  updatedAt: Date
  updatedBy: string
}

/** One section of a call's report. Null where there is none, or for who may not read it. */
export async function readSection(viewer: Viewer, callId: string, id: string): Promise<SectionView | null> {
  if (!may(viewer, 'readReport')) return null
  const report = await findReport(callId)
  const found = report && numbered(report.sections).find(({ section }) => section.id === id)
  if (!found) return null
  const { section, number } = found
  return {
    id,
    kind: section.kind,
    title: section.title,
    number,
    version: section.version,
    body: readReportProse(section.body),
    status: report.status,
    editable: may(viewer, 'writeReport'),
    updatedAt: section.updatedAt,
    updatedBy: section.updatedBy.name,
  }
}

/** `changed`: whether there was anything to save. `version` is the one that stands now. */
export type SavedSection = { changed: boolean; version: number; at: Date }

/**
 * Saves a section. Somebody else's save in between is told, both texts beside each other, and nothing is overwritten.
 * What others have before them is changed by the button alone, and then approved no more.
 */
export function saveSection(
  viewer: Viewer,
  callId: string,
  input: SectionInput,
  way: 'save' | 'auto' | 'restore' = 'save',
): Promise<Result<SavedSection>> {
  return changing<SavedSection>(viewer, callId, async (tx, report) => {
    const section = report.sections.find(({ id }) => id === input.id)
    if (!section) return notThere(noSuchSection)
    const at = new Date()
    const before = readReportProse(section.body)
    const same = section.title === input.title && JSON.stringify(before) === JSON.stringify(input.body)
    if (same) return ok({ changed: false, version: section.version, at })
    if (section.version !== input.version)
      return conflicted('Somebody else has saved this section since you opened it.', {
        version: section.version,
        changes: changesBetween(section.title, before, input),
      })
    if (way === 'auto' && waitsForReaders(report))
      return refused('Others have this text before them. Save it yourself: that takes their approvals back.')
    if (way !== 'restore' && !(await mayCite(tx, callId, before, input.body)))
      return refused('The text cites evidence that is not there, or not yours to see. Take that note out.')
    await tx.reportSection.update({
      where: { id: section.id },
      data: { title: input.title, body: input.body, version: { increment: 1 }, updatedById: viewer.id },
    })
    await keepVersion(tx, section.id, viewer, input, { at, anew: way === 'restore' })
    const version = await touchReport(tx, report)
    if (way !== 'auto')
      await recordReport(
        tx,
        viewer,
        way === 'restore' ? 'report.restoreSection' : 'report.saveSection',
        {
          ...report,
          version,
        },
        { section: section.id },
      )
    return ok({ changed: true, version: section.version + 1, at })
  })
}

function changesBetween(title: string, before: ReportProse, input: SectionInput): Conflict['changes'] {
  const [theirs, yours] = [wordsOfReport(before), wordsOfReport(input.body)]
  const changes = [
    { label: 'Title', theirs: title, yours: input.title },
    { label: 'Text', theirs, yours },
  ].filter(change => change.theirs !== change.yours)
  const form = (body: ReportProse) => body.map(({ kind }) => kind).join(', ')
  return changes.length > 0 ? changes : [{ label: 'Form and notes', theirs: form(before), yours: form(input.body) }]
}

/** Whether all that an edit cites anew is evidence of this call that this person may know of. */
async function mayCite(tx: Transaction, callId: string, before: ReportProse, after: ReportProse) {
  const known = citedCodings(proseIn(before))
  const added = citedCodings(proseIn(after)).filter(coding => !known.includes(coding))
  if (added.length === 0) return true
  const found = await tx.coding.count({
    where: {
      id: { in: added },
      spanStart: { not: null },
      submission: { callId, status: 'SUBMITTED', blind: false },
    },
  })
  return found === added.length
}

const sitting = 600_000 // ms: what one person saves in ten minutes is one version

async function keepVersion(
  tx: Transaction,
  sectionId: string,
  viewer: Viewer,
  { title, body }: Pick<SectionInput, 'title' | 'body'>,
  { at, anew }: { at: Date; anew: boolean },
): Promise<void> {
  const last = await tx.reportSectionVersion.findFirst({ where: { sectionId }, orderBy: { number: 'desc' } })
  // what an earlier version takes the place of stays in the list
  const goesOn = !anew && last?.personId === viewer.id && at.getTime() - last.savedAt.getTime() < sitting
  if (last && goesOn)
    await tx.reportSectionVersion.update({
      where: { sectionId_number: { sectionId, number: last.number } },
      data: { title, body },
    })
  else
    await tx.reportSectionVersion.create({
      data: { sectionId, number: (last?.number ?? 0) + 1, title, body, personId: viewer.id, savedAt: at },
    })
}

/** A section as it once was. `words` are all that stood in it. */
export type SectionVersionView = { number: number; title: string; words: string; by: string; savedAt: Date }

/** Earlier versions of a section, the newest first. Null where there is no such section, or for who may not read it. */
export async function listSectionVersions(
  viewer: Viewer,
  callId: string,
  id: string,
): Promise<SectionVersionView[] | null> {
  if (!may(viewer, 'readReport')) return null
  const section = await db.reportSection.findFirst({ where: { id, report: { callId } }, select: { id: true } })
  if (!section) return null
  const rows = await db.reportSectionVersion.findMany({
    where: { sectionId: id },
    select: { number: true, title: true, body: true, savedAt: true, person: { select: { name: true } } },
    orderBy: { number: 'desc' },
    take: 200,
  })
  return rows.map(({ body, person, ...row }) => ({
    ...row,
    words: wordsOfReport(readReportProse(body)),
    by: person.name,
  }))
}

/** Saves an earlier version again, as a new one. */
export async function restoreSection(
  viewer: Viewer,
  callId: string,
  { id, version, number }: RestoreSectionInput,
): Promise<Result<{ version: number }>> {
  const row = may(viewer, 'writeReport')
    ? await db.reportSectionVersion.findFirst({ where: { sectionId: id, number, section: { report: { callId } } } })
    : null
  if (!row) return notThere('There is no such version.')
  const saved = await saveSection(
    viewer,
    callId,
    { id, version, title: row.title, body: readReportProse(row.body) },
    'restore',
  )
  return !saved.ok && saved.conflict ? refused(saved.message) : saved
}
