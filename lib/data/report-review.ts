import { organisationsNamedIn } from '@/lib/data/report-names'
import { readParts, readPassages, type ReportParts } from '@/lib/data/report-parts'
import {
  advance,
  findReport,
  lockReport,
  recordReport,
  reportChanged,
  reviewingTeams,
  touchReport,
  type ReportRecord,
} from '@/lib/data/report-record'
import { sourcesOf } from '@/lib/data/report-sources'
import { changing } from '@/lib/data/reports'
import { db, type Transaction } from '@/lib/db'
import type { FindingKind } from '@/lib/domain/finding-kinds'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import {
  reportStatusAfter,
  teamsToApprove,
  type KeepWordsInput,
  type PublishReportInput,
  type ReportDeedInput,
  type ReportReviewInput,
} from '@/lib/domain/report'
import { composeEdition, type Composed } from '@/lib/domain/report-compose'
import type { Edition } from '@/lib/domain/report-edition'
import { faultsOf, personalIn, writtenIn, type ReportFault } from '@/lib/domain/report-faults'
import { numbered } from '@/lib/domain/report-numbers'
import { passageAllowed, removed } from '@/lib/domain/report-passage'
import { findingsAmong } from '@/lib/domain/redaction'
import { withoutNames } from '@/lib/domain/report-taken-back'
import { notThere, ok, refused, refusedAt, type Result } from '@/lib/result'

const noReport = 'There is no such report.'

/** Words that may be personal; `kept`: somebody has said why they can stay. `forbidden`: consent does not let them stand. */
export type ReportFinding = {
  words: string
  kind: FindingKind
  forbidden: boolean
  where: string[]
  kept: { reason: string; by: string } | null
}

/** The report as readers would get it now, with what stands against that. `ready`: the first of it, in a sentence. */
export type ReportPreview = {
  version: number
  edition: Edition
  faults: ReportFault[]
  findings: ReportFinding[]
  ready: string | null
}

type Prepared = ReportPreview & { composed: Composed; parts: ReportParts; report: ReportRecord }

/** The report as readers would get it, and what stands in the way. Null where nothing is begun, or for who may not read it. */
export async function previewReport(viewer: Viewer, callId: string): Promise<ReportPreview | null> {
  const prepared = await prepare(viewer, callId)
  if (!prepared) return null
  const { version, edition, faults, findings, ready } = prepared
  return { version, edition, faults, findings, ready }
}

async function prepare(viewer: Viewer, callId: string): Promise<Prepared | null> {
  if (!may(viewer, 'readReport')) return null
  const report = await findReport(callId)
  if (!report) return null
  const parts = await readParts(viewer, report)
  const composed = composeEdition(parts.composing)
  const edition = await withoutNamesKeptBack(callId, composed.edition)
  const outline = numbered(report.sections).map(({ section, slug }) => ({ id: section.id, slug }))
  const faults = faultsOf(composed, outline, parts.silentWords)
  const findings = await findingsOf(report, edition, parts)
  return {
    version: report.version,
    edition,
    faults,
    findings,
    ready: unready(edition, faults, findings),
    composed,
    parts,
    report,
  }
}

/** Passages may name others than whoever gave them: who has not agreed to be named is not read in them. */
async function withoutNamesKeptBack(callId: string, edition: Edition): Promise<Edition> {
  const words = edition.notes.flatMap(note => (note.kind === 'passage' && note.words ? [note.words] : []))
  const names = await namesKeptBackIn(callId, words.join('\n'))
  if (names.length === 0) return edition
  const notes = edition.notes.map(note =>
    note.kind === 'passage' && note.words ? { ...note, words: withoutNames(note.words, names, removed) } : note,
  )
  return { ...edition, notes }
}

async function findingsOf(report: ReportRecord, edition: Edition, parts: ReportParts): Promise<ReportFinding[]> {
  const written = writtenIn(edition).map(passage => passage.text)
  const keptBack = [...parts.known.keptBack, ...(await namesKeptBackIn(report.callId, written.join('\n')))]
  const kept = new Map(report.kept.map(({ words, reason, person }) => [words, { reason, by: person.name }]))
  return personalIn(edition, { ...parts.known, keptBack: [...new Set(keptBack)] }).map(
    ({ words, kind, forbidden, places }) => ({
      words,
      kind,
      forbidden,
      where: [...new Set(places.map(({ passage }) => passage.where))],
      kept: forbidden ? null : (kept.get(words) ?? null),
    }),
  )
}

/** Organisations of this call that did not agree to be named, and that a text names. */
async function namesKeptBackIn(callId: string, text: string): Promise<string[]> {
  const named = await organisationsNamedIn(db, callId, text)
  return named.filter(({ allowed }) => !allowed).map(({ name }) => name)
}

function unready(edition: Edition, faults: ReportFault[], findings: ReportFinding[]): string | null {
  const written = edition.sections.some(({ appendix, blocks }) => !appendix && blocks.length > 0)
  if (!written) return 'Write a section first: readers would get an empty report.'
  const [fault] = faults
  if (fault) return `${fault.section}: ${fault.sentence}`
  const forbidden = findings.find(finding => finding.forbidden)
  if (forbidden)
    return `${forbidden.where.join(', ')}: the text names “${forbidden.words}”, which may not be named. Take the name out.`
  const open = findings.find(finding => !finding.kept)
  if (open)
    return `${open.where.join(', ')}: “${open.words}” may be personal. Take these words out, or say why they can stay.`
  return null
}

/** Says that words which may be personal can stay, and why. */
export function keepWords(viewer: Viewer, callId: string, { words, reason }: KeepWordsInput): Promise<Result> {
  return changing(viewer, callId, async (tx, report) => {
    const key = { reportId: report.id, words }
    const said = { reason, personId: viewer.id, at: new Date() }
    await tx.reportKept.upsert({
      where: { reportId_words: key },
      create: { ...key, ...said },
      update: said,
    })
    const version = await touchReport(tx, report)
    await recordReport(tx, viewer, 'report.keepWords', { ...report, version })
    return ok()
  })
}

/** Puts the report before the three teams. */
export async function sendReportForReview(
  viewer: Viewer,
  callId: string,
  { version }: ReportDeedInput,
): Promise<Result> {
  const prepared = may(viewer, 'writeReport') ? await prepare(viewer, callId) : null
  if (!prepared) return notThere(noReport)
  if (prepared.version !== version) return refused(reportChanged)
  if (prepared.ready) return refused(prepared.ready)
  return upon(viewer, callId, version, async (tx, report) => {
    if (!reportStatusAfter(report.status, 'sendForReview'))
      return refused('The report has been sent for review already.')
    if ((await reviewingTeams(tx)).length < 2)
      return refused('Two teams must approve the report, and only one has people who can.')
    await advance(tx, report, 'sendForReview')
    await recordReport(tx, viewer, 'report.sendForReview', report)
    return ok()
  })
}

/** Somebody's word for their team on the version that they read. The approval of the last team approves the report. */
export async function reviewReport(viewer: Viewer, callId: string, input: ReportReviewInput): Promise<Result> {
  const { team } = viewer
  if (!team || !may(viewer, 'readReport')) return notThere(noReport)
  return upon(viewer, callId, input.version, async (tx, report) => {
    if (!may(viewer, 'reviewReport', report)) return refused('The report is not in review.')
    if (input.verdict === 'REQUEST_CHANGES' && !input.note) return refusedAt('note', 'Enter what should change')
    const key = { reportId: report.id, version: report.version, reviewerId: viewer.id }
    const word = { verdict: input.verdict, note: input.note, teamId: team.id, createdAt: new Date() }
    await tx.reportReview.upsert({
      where: { reportId_version_reviewerId: key },
      create: { ...key, ...word },
      update: word,
    })
    const words = await tx.reportReview.findMany({ where: { reportId: report.id, version: report.version } })
    const teams = await reviewingTeams(tx)
    const waiting = teamsToApprove(teams, words, report.version)
    const approved = input.verdict === 'APPROVE'
    await advance(
      tx,
      report,
      !approved ? 'requestChanges' : waiting.length === 0 && teams.length > 1 ? 'lastApproval' : 'approve',
    )
    await recordReport(tx, viewer, approved ? 'report.approve' : 'report.requestChanges', report)
    return ok()
  })
}

/**
 * Gives readers an edition: what all teams have approved, with figures and tables as they stand now. From the second on it
 * says what it changes. What a respondent has taken back since it was put together stops it.
 */
export async function publishReport(
  viewer: Viewer,
  callId: string,
  { version, changes }: PublishReportInput,
): Promise<Result<{ number: number }>> {
  const prepared = await prepare(viewer, callId)
  if (!prepared) return notThere(noReport)
  if (prepared.version !== version) return refused(reportChanged)
  if (prepared.ready) return refused(prepared.ready)
  const personal = await personalInChanges(callId, changes, prepared.parts)
  if (personal) return refusedAt('changes', `“${personal}” may be personal, or may not be named. Take it out`)
  const sources = await sourcesOf(db, callId, prepared.edition, holdsOf(prepared, changes))
  return upon<{ number: number }>(viewer, callId, version, async (tx, report) => {
    if (!may(viewer, 'publishReport', report))
      return refused('Only a lead can publish the report, once all teams have approved it.')
    const last = await tx.reportEdition.findFirst({ where: { reportId: report.id }, orderBy: { number: 'desc' } })
    if (last && !changes) return refusedAt('changes', 'Enter what this edition changes')
    const now = await sourcesOf(tx, callId, prepared.edition, holdsOf(prepared, changes))
    if (JSON.stringify(now) !== JSON.stringify(sources) || (await changedSince(tx, callId, prepared)))
      return refused('A respondent has just changed what may be published. Look at the report again.')
    const number = (last?.number ?? 0) + 1
    await tx.reportEdition.create({
      data: {
        reportId: report.id,
        number,
        content: prepared.edition,
        changes: last ? changes : '',
        publishedById: viewer.id,
        sources: { create: now },
      },
    })
    await advance(tx, report, 'publish')
    await recordReport(tx, viewer, 'report.publish', report, { edition: number })
    return ok({ number })
  })
}

function holdsOf({ composed, parts }: Prepared, changes: string) {
  const cited = [...composed.codings].flatMap(([note, coding]) => {
    const submissionId = parts.submissions.get(coding)
    return submissionId ? [{ submissionId, note }] : []
  })
  return { cited, listed: parts.listed, changes }
}

/** Words in what an edition says of itself that readers may not get, or null. */
async function personalInChanges(callId: string, changes: string, { known }: ReportParts): Promise<string | null> {
  const keptBack = [...known.keptBack, ...(await namesKeptBackIn(callId, changes))]
  return findingsAmong([{ text: changes }], { ...known, keptBack })[0]?.words ?? null
}

/** Whether any passage may be shown otherwise than it was put into the edition, asked while the report is held. */
async function changedSince(tx: Transaction, callId: string, { parts }: Prepared): Promise<boolean> {
  const { passages } = parts.composing
  const now = await readPassages(tx, callId, [...passages.keys()])
  const same = [...passages].every(([coding, before]) => {
    const found = now.get(coding)
    return found && JSON.stringify(passageAllowed(found.passage)) === JSON.stringify(before)
  })
  const listed = await tx.consent.count({
    where: {
      submissionId: { in: parts.listed },
      supersededAt: null,
      kind: 'PUBLISH',
      answer: 'WITH_NAME',
      submission: { status: 'SUBMITTED' },
    },
  })
  return !same || listed !== parts.listed.length
}

/** A deed upon one version of the report, in a transaction that holds it. */
function upon<T = undefined>(
  viewer: Viewer,
  callId: string,
  version: number,
  deed: (tx: Transaction, report: ReportRecord) => Promise<Result<T>>,
): Promise<Result<T>> {
  return db.$transaction(async tx => {
    const report = may(viewer, 'readReport') ? await lockReport(tx, callId) : null
    if (!report) return notThere(noReport)
    return report.version === version ? deed(tx, report) : refused(reportChanged)
  })
}
