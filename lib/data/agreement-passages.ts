import { comparedSql, pinnedSql } from '@/lib/data/agreement-source'
import { openCodings, standing } from '@/lib/data/open-work'
import { db } from '@/lib/db'
import { stretchesOf, type Verdict } from '@/lib/domain/agreement-passages'
import type { ComparedUnit } from '@/lib/domain/agreement-words'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { sentencesOf } from '@/lib/domain/sentences'
import { textOf, type Span } from '@/lib/domain/span'
import { surroundingsOf } from '@/lib/domain/surroundings'
import { Prisma } from '@/prisma/generated/client'

/** Somebody's words with a little of what stands around them. */
export type Quotation = { before: string; words: string; after: string }

/** What either of two coders gave one code in one stretch of a text, or to the whole submission (`tag`). */
export type PassageView = {
  code: { id: string; name: string; colour: number }
  tag: boolean
  first: Quotation[]
  second: Quotation[]
  verdict: Verdict
}

/** A submission with the passages that its two coders gave a code. */
export type ComparedView = {
  id: string
  reference: string
  title: string
  organisation: string
  coders: { first: string; second: string }
  passages: PassageView[]
}

/** `next` begins the following page; `total` submissions in which somebody used the code; `compared` in all. */
export type PassagesView = { rows: ComparedView[]; next: string | null; total: number; compared: number }

const perPage = 10

type Asked = { callId: string; codeId: string | null; unit: ComparedUnit; from: string | null }

/**
 * What stands behind a figure, as it stands now: submissions that two have finished coding and in which either used the
 * code (any code, where none is named), with what both gave it. Null for who may not read it.
 */
export async function readPassages(viewer: Viewer, asked: Asked): Promise<PassagesView | null> {
  if (!may(viewer, 'readAgreement')) return null
  const used = Prisma.sql`EXISTS (
    SELECT 1 FROM "Coding" c JOIN "Assignment" a ON a."submissionId" = s."id" AND a."personId" = c."personId" AND a."double"
    WHERE c."submissionId" = s."id" AND NOT c."agreed" AND c."removedAt" IS NULL AND c."lostAt" IS NULL
      AND (${asked.codeId}::uuid IS NULL OR c."codeId" = ${asked.codeId}::uuid))`
  const [ids, [counted]] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT s."id"::text AS "id" FROM "Submission" s WHERE s."callId" = ${asked.callId}::uuid AND ${comparedSql} AND ${used}
        AND (${asked.from}::uuid IS NULL OR s."id" >= ${asked.from}::uuid) ORDER BY s."id" LIMIT ${perPage + 1}`,
    db.$queryRaw<{ compared: number; total: number }[]>`
      SELECT count(*)::int AS "compared", (count(*) FILTER (WHERE ${used}))::int AS "total"
      FROM "Submission" s WHERE s."callId" = ${asked.callId}::uuid AND ${comparedSql}`,
  ])
  const shown = ids.slice(0, perPage).map(({ id }) => id)
  const rows = await readCompared(viewer, shown, asked)
  return { rows, next: ids[perPage]?.id ?? null, total: counted?.total ?? 0, compared: counted?.compared ?? 0 }
}

async function readCompared(viewer: Viewer, ids: string[], asked: Asked): Promise<ComparedView[]> {
  const [submissions, texts] = await Promise.all([
    db.submission.findMany({
      where: { id: { in: ids }, blind: false, status: 'SUBMITTED' },
      select: {
        id: true,
        reference: true,
        title: true,
        organisationName: true,
        assignments: {
          where: { double: true },
          select: { personId: true, person: { select: { name: true, team: { select: { short: true } } } } },
          orderBy: { personId: 'asc' },
        },
        codings: {
          where: {
            ...standing,
            agreed: false,
            ...(asked.codeId ? { codeId: asked.codeId } : {}),
            AND: openCodings(viewer),
          },
          select: {
            personId: true,
            textVersionId: true,
            spanStart: true,
            spanEnd: true,
            code: { select: { id: true, name: true, colour: true, position: true } },
          },
          orderBy: [{ code: { position: 'asc' } }, { code: { name: 'asc' } }, { spanStart: 'asc' }],
        },
      },
      orderBy: { id: 'asc' },
    }),
    db.$queryRaw<TextRow[]>`
      SELECT s."id"::text AS "submissionId", v."id"::text AS "versionId", v."body"
      FROM "Submission" s ${pinnedSql} WHERE s."id" = ANY(${ids}::uuid[]) AND v."body" <> '' ORDER BY s."id", t."id"`,
  ])
  return submissions.flatMap(({ assignments, codings, ...submission }) => {
    const [first, second] = assignments
    if (!first || !second || assignments.length !== 2) return []
    const marks = codings.map(coding => ({ ...coding, whose: whoseOf(coding.personId, first, second) }))
    const own = texts.filter(text => text.submissionId === submission.id)
    return {
      id: submission.id,
      reference: submission.reference ?? '',
      title: submission.title ?? '',
      organisation: submission.organisationName ?? '',
      coders: { first: nameOf(first), second: nameOf(second) },
      passages: codesOf(marks).flatMap(code => {
        const mine = marks.filter(mark => mark.code.id === code.id)
        return [...tagOf(code, mine), ...own.flatMap(text => passagesIn(text, code, mine, asked.unit))]
      }),
    }
  })
}

type TextRow = { submissionId: string; versionId: string; body: string }
type Coder = { personId: string; person: { name: string; team: { short: string } | null } }
type Whose = 'first' | 'second' | null
type MarkRow = {
  whose: Whose
  textVersionId: string | null
  spanStart: number | null
  spanEnd: number | null
  code: { id: string; name: string; colour: number }
}

function whoseOf(personId: string, first: Coder, second: Coder): Whose {
  if (personId === first.personId) return 'first'
  return personId === second.personId ? 'second' : null
}

const nameOf = ({ person }: Coder) => (person.team ? `${person.name} (${person.team.short})` : person.name)

function codesOf(marks: readonly MarkRow[]): PassageView['code'][] {
  const codes = new Map<string, PassageView['code']>()
  for (const { code, whose } of marks)
    if (whose) codes.set(code.id, { id: code.id, name: code.name, colour: code.colour })
  return [...codes.values()]
}

function tagOf(code: PassageView['code'], marks: readonly MarkRow[]): PassageView[] {
  const tags = new Set(marks.filter(mark => mark.textVersionId === null).map(({ whose }) => whose))
  tags.delete(null)
  const [only] = tags
  if (!only) return []
  return [{ code, tag: true, first: [], second: [], verdict: tags.size === 2 ? 'same' : only }]
}

const around = 80

function passagesIn(
  { versionId, body }: TextRow,
  code: PassageView['code'],
  marks: readonly MarkRow[],
  unit: ComparedUnit,
): PassageView[] {
  const of = (whose: Whose) =>
    marks
      .filter(mark => mark.whose === whose && mark.textVersionId === versionId)
      .map(({ spanStart, spanEnd }) => ({ start: spanStart ?? 0, end: spanEnd ?? 0 }))
  const stretches = stretchesOf(unit, of('first'), of('second'), unit === 'sentence' ? sentencesOf(body) : [])
  const quote = (span: Span): Quotation => ({ words: textOf(body, span), ...surroundingsOf(body, span, around) })
  return stretches.map(({ first, second, verdict }) => ({
    code,
    tag: false,
    first: first.map(quote),
    second: second.map(quote),
    verdict,
  }))
}

/** Whether anything that a measurement compared has changed since it began, or something more is compared: then its figures no longer fit what is shown. */
export async function changedSince(callId: string, codeId: string | null, since: string): Promise<boolean> {
  const counted = Prisma.sql`s."callId" = ${callId}::uuid AND ${comparedSql}`
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
    WHERE ${counted} AND NOT c."agreed" AND (${codeId}::uuid IS NULL OR c."codeId" = ${codeId}::uuid)
      AND (c."createdAt" > ${since}::timestamptz OR c."removedAt" > ${since}::timestamptz)
    UNION ALL
    SELECT 1 FROM "Assignment" a JOIN "Submission" s ON s."id" = a."submissionId"
    WHERE ${counted} AND a."double" AND a."doneAt" > ${since}::timestamptz
    UNION ALL
    SELECT 1 FROM "CodebookChange" h JOIN "CodingMove" m ON m."changeId" = h."id"
    WHERE h."callId" = ${callId}::uuid AND (h."createdAt" > ${since}::timestamptz OR h."undoneAt" > ${since}::timestamptz)
      AND (${codeId}::uuid IS NULL OR ${codeId}::uuid IN (m."fromCodeId", m."toCodeId"))
    LIMIT 1`
  return rows.length > 0
}
