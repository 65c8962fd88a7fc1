import { openCodings, standing } from '@/lib/data/open-work'
import { db, type Transaction } from '@/lib/db'
import { writtenOf, type Written } from '@/lib/domain/case-study'
import type { CitableSpan, CitationsView, CitedSpan } from '@/lib/domain/citation'
import { codingsCited } from '@/lib/domain/citation-notes'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Prisma } from '@/prisma/generated/client'

const mostSpans = 300

/** What is read of a coded span that may be cited. */
export const spanSelect = {
  id: true,
  submissionId: true,
  spanStart: true,
  spanEnd: true,
  removedAt: true,
  lostAt: true,
  personId: true,
  textVersionId: true,
  code: { select: { name: true } },
  textVersion: { select: { body: true } },
  submission: { select: { reference: true, status: true, blind: true } },
} as const satisfies Prisma.CodingSelect
type SpanRow = Prisma.CodingGetPayload<{ select: typeof spanSelect }>

/**
 * The coded spans of a case study's sources that this viewer may know of, in the order of their texts, and what became of
 * those that its text cites. Null where there is no such case study, or not for them.
 */
export async function readCitations(viewer: Viewer, id: string): Promise<CitationsView | null> {
  if (!may(viewer, 'readCaseStudy')) return null
  const study = await db.caseStudy.findUnique({ where: { id }, include: { sources: true } })
  if (!study) return null
  const sources = study.sources.map(source => source.submissionId)
  const rows = await db.coding.findMany({
    where: {
      AND: [openCodings(viewer), standing],
      submissionId: { in: sources },
      submission: { status: 'SUBMITTED' },
      spanStart: { not: null },
    },
    orderBy: [{ submissionId: 'asc' }, { textVersionId: 'asc' }, { spanStart: 'asc' }, { id: 'asc' }],
    take: mostSpans,
    select: spanSelect,
  })
  return { citable: rows.map(spanOf), cited: await citedOf(viewer, codingsCited(writtenOf(study)), sources) }
}

/** What became of the codings that a text cites. `sources`: the submissions that it may rest on; null where that is any. */
export async function citedOf(viewer: Viewer, codings: string[], sources: string[] | null): Promise<CitedSpan[]> {
  if (codings.length === 0) return []
  const found = await db.coding.findMany({ where: { id: { in: codings } }, select: spanSelect })
  return codings.map((coding): CitedSpan => {
    const row = found.find(each => each.id === coding)
    // with a withdrawn submission its codings are erased
    if (!row) return { coding, state: 'withdrawn', span: null }
    if (row.submission.status !== 'SUBMITTED') return { coding, state: 'withdrawn', span: null }
    if (row.submission.blind && row.personId !== viewer.id) return { coding, state: 'hidden', span: null }
    const elsewhere = sources !== null && !sources.includes(row.submissionId)
    const state = elsewhere ? 'elsewhere' : row.removedAt || row.lostAt ? 'gone' : 'standing'
    return { coding, state, span: spanOf(row) }
  })
}

/** A coded span as its author is shown it. */
export function spanOf(row: SpanRow): CitableSpan {
  const { spanStart, spanEnd, textVersionId, submission } = row
  const [start, end] = [spanStart ?? 0, spanEnd ?? 0]
  const reference = submission.reference ?? ''
  return {
    coding: row.id,
    reference,
    code: row.code.name,
    words: Array.from(row.textVersion?.body ?? '')
      .slice(start, end)
      .join('')
      .trim(),
    href: `/workspace/submissions/${reference}#at-${textVersionId}-${start}`,
  }
}

/** Why a text may not cite what an edit adds: it is no coding of its sources that this person may know of. Null where it may. */
export async function refuseCites(
  tx: Transaction,
  viewer: Viewer,
  sources: string[],
  { before, after }: { before: Written; after: Written },
): Promise<string | null> {
  const known = codingsCited(before)
  const added = codingsCited(after).filter(coding => !known.includes(coding))
  if (added.length === 0) return null
  const found = await tx.coding.count({
    where: {
      AND: [openCodings(viewer)],
      id: { in: added },
      submissionId: { in: sources },
      submission: { status: 'SUBMITTED' },
    },
  })
  if (found === added.length) return null
  return 'The text cites evidence that this case study does not rest on. Take that note out, or add the submission that it is from.'
}
