import { cached } from '@/lib/data/cached'
import { galleryTag } from '@/lib/data/releases'
import { db } from '@/lib/db'
import { Edition } from '@/lib/domain/report-edition'

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

const readCached = cached(read, 'report-edition', galleryTag)

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
  const places = edition.notes.filter(({ n, gone }) => notes.has(n) && !gone).flatMap(note => note.places)
  return edition.sections.flatMap(({ slug, number, title, appendix, blocks }) =>
    blocks
      .filter(({ id }) => places.some(({ section, at }) => section === slug && at === id))
      .map(({ id }) => ({ slug, number, title, appendix, at: id })),
  )
}
