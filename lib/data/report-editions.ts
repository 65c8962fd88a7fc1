import { recordReport } from '@/lib/data/report-record'
import { cached } from '@/lib/data/cached'
import { publishAnswer } from '@/lib/data/case-study-record'
import { db, type Transaction } from '@/lib/db'
import { namesKeptBack } from '@/lib/domain/case-study-name'
import { Edition } from '@/lib/domain/report-edition'
import { withoutTakenBack } from '@/lib/domain/report-taken-back'

/** The cache tag of what readers get of the report. Whatever changes an edition has it forgotten. */
export const reportTag = 'report'

/** An edition as readers get it. Times are ISO. `changes`: what it puts right in the one before; `errata`: what went from it since. */
export type EditionView = {
  number: number
  publishedAt: string
  changes: string
  edition: Edition
  errata: { at: string; words: string }[]
  /** Every edition there is, the newest first. */
  all: { number: number; publishedAt: string; changes: string }[]
}

async function read(callId: string, number: number | null): Promise<EditionView | null> {
  const rows = await db.reportEdition.findMany({
    where: { report: { callId } },
    select: { number: true, publishedAt: true, changes: true },
    orderBy: { number: 'desc' },
  })
  const wanted = number ?? rows[0]?.number
  if (wanted === undefined) return null
  const row = await db.reportEdition.findFirst({
    where: { report: { callId }, number: wanted },
    include: { errata: { orderBy: { at: 'asc' } } },
  })
  if (!row) return null
  return {
    number: row.number,
    publishedAt: row.publishedAt.toISOString(),
    changes: row.changes,
    edition: Edition.parse(row.content),
    errata: row.errata.map(({ at, words }) => ({ at: at.toISOString(), words })),
    all: rows.map(({ publishedAt, ...rest }) => ({ ...rest, publishedAt: publishedAt.toISOString() })),
  }
}

const readCached = cached(read, 'report-edition', reportTag)

/** The newest edition of a call's report, or the one of a number. Null where there is none. */
export function readEdition(callId: string, number?: number): Promise<EditionView | null> {
  return readCached(callId, number ?? null)
}

/** A place of the newest edition where a submission is cited. `at` is the id of the block. */
export type CitedPlace = { slug: string; number: string; title: string; appendix: boolean; at: string }

/** Where the newest edition cites a submission, in the order of reading. For its respondent's own page. */
export async function citedIn(submissionId: string): Promise<CitedPlace[]> {
  const sources = await db.reportSource.findMany({
    where: { submissionId, note: { gt: 0 } },
    select: { note: true, edition: { select: { id: true, number: true, reportId: true, content: true } } },
    orderBy: { edition: { number: 'desc' } },
  })
  const [newest] = sources
  if (!newest) return []
  const { reportId, number } = newest.edition
  if ((await db.reportEdition.count({ where: { reportId, number: { gt: number } } })) > 0) return []
  const notes = new Set(sources.filter(({ edition }) => edition.id === newest.edition.id).map(({ note }) => note))
  const edition = Edition.parse(newest.edition.content)
  const places = edition.notes.filter(({ n }) => notes.has(n)).flatMap(note => note.places)
  return edition.sections.flatMap(({ slug, number, title, appendix, blocks }) =>
    blocks
      .filter(({ id }) => places.some(({ section, at }) => section === slug && at === id))
      .map(({ id }) => ({ slug, number, title, appendix, at: id })),
  )
}

const gone = 'Evidence that a note rested on was taken back by its respondent, and went from this edition with its words.'
const unnamed = 'An organisation has taken back its consent to be named, and its name went from this edition.'

/**
 * To be called in the transaction in which a respondent narrows what may be published, or withdraws: what rests on it goes
 * from every edition at once, and an erratum says so. True where readers had any of it: the caller then forgets `reportTag`.
 */
export async function editionsFollowConsent(tx: Transaction, submissionId: string): Promise<boolean> {
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
  const sources = await tx.reportSource.findMany({ where: { submissionId }, include: { edition: { include: { report: true } } } })
  if (sources.length === 0) return false
  const publish = submission.status === 'SUBMITTED' ? publishAnswer(submission.consents) : 'NO'
  const asked = submission.consents.some(({ kind, answer }) => kind === 'SHOW_BEFORE' && answer === 'YES')
  const whole = publish === null || publish === 'NO' || asked
  const names = namesKeptBack([{ organisationName: submission.organisationName ?? '', practiceOf: submission.practiceOf, publish }])
  const editions = new Map(sources.map(({ edition }) => [edition.id, edition]))
  for (const edition of editions.values()) {
    const notes = sources.filter(({ editionId, note }) => editionId === edition.id && note > 0).map(({ note }) => note)
    const content = withoutTakenBack(Edition.parse(edition.content), { notes, names, whole })
    await tx.reportEdition.update({
      where: { id: edition.id },
      data: { content, errata: { create: { words: whole && notes.length > 0 ? gone : unnamed } } },
    })
    await tx.reportSource.deleteMany({ where: { editionId: edition.id, submissionId, ...(whole ? {} : { note: 0 }) } })
    await recordReport(tx, 'respondent', 'report.takenBack', edition.report, { edition: edition.number })
  }
  return true
}
