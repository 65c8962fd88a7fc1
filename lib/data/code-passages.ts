import { db } from '@/lib/db'
import { isDefinedAnew } from '@/lib/domain/codebook'
import type { Cursor } from '@/lib/domain/cursor'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { Prisma } from '@/prisma/generated/client'

import { openCodingsSql, standingSql } from './open-work'

/** Passages on one page. */
export const passagesAPage = 30

/** Where a code was put: on words of a text, or (`words` null) on the submission as a whole. */
export type PassageView = {
  id: string
  createdAt: Date
  reference: string
  title: string
  organisation: string
  /** Of the text: `whatHappened`, `difference`, `learned` for an answer. */
  field: string | null
  words: string | null
  memo: string
  by: { name: string; team: string }
  /** Written by a lead who settled what two had coded. */
  agreed: boolean
  /** The code was defined anew since, and nobody has said that it still fits. */
  anew: boolean
  mayCheck: boolean
}

/** `older`: the place in the list where the next page begins, null at its end. */
export type PassagePage = { passages: PassageView[]; older: Cursor | null; total: number; anew: number }

type Row = {
  id: string
  createdAt: Date
  checkedAt: Date | null
  memo: string
  agreed: boolean
  personId: string
  reference: string
  title: string | null
  organisation: string | null
  field: string | null
  words: string | null
  name: string
  team: string | null
  definedAt: Date
}

const anewSql = Prisma.sql`c."createdAt" < k."definedAt" AND (c."checkedAt" IS NULL OR c."checkedAt" < k."definedAt")`

/**
 * The standing passages of a code on live submissions, as far as the viewer may know of them, newest first.
 * `anew`: only those that the code was defined anew since. Spans are cut out in code points, as they are kept.
 */
export async function listPassages(
  viewer: Viewer,
  codeId: string,
  { after, anew }: { after: Cursor | null; anew: boolean },
): Promise<PassagePage> {
  if (!may(viewer, 'readCodebook') || !may(viewer, 'readSubmission', { status: 'SUBMITTED' }))
    return { passages: [], older: null, total: 0, anew: 0 }
  const known = Prisma.sql`
    FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId" JOIN "Code" k ON k."id" = c."codeId"
    WHERE c."codeId" = ${codeId}::uuid AND s."status" = 'SUBMITTED' AND ${standingSql} AND ${openCodingsSql(viewer)}`
  const beyond = after
    ? Prisma.sql`AND (c."createdAt", c."id") < (${after.at}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty
  const [rows, [counts]] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT m.*, t."field", substring(v."body" FROM m."spanStart" + 1 FOR m."spanEnd" - m."spanStart") AS words,
        p."name", e."short" AS team
      FROM (
        SELECT c."id", c."createdAt", c."checkedAt", c."memo", c."agreed", c."personId", c."textVersionId", c."spanStart",
          c."spanEnd", s."reference", s."title", s."organisationName" AS organisation, k."definedAt"
        ${known} ${beyond} ${anew ? Prisma.sql`AND ${anewSql}` : Prisma.empty}
        ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${passagesAPage + 1}
      ) m
      LEFT JOIN "TextVersion" v ON v."id" = m."textVersionId" LEFT JOIN "Text" t ON t."id" = v."textId"
      JOIN "Person" p ON p."id" = m."personId" LEFT JOIN "Team" e ON e."id" = p."teamId"
      ORDER BY m."createdAt" DESC, m."id" DESC`,
    db.$queryRaw<{ total: number; anew: number }[]>`
      SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${anewSql}))::int AS anew ${known}`,
  ])
  const shown = rows.slice(0, passagesAPage)
  const last = rows.length > passagesAPage ? shown.at(-1) : undefined
  return {
    passages: shown.map(row => viewOf(viewer, row)),
    older: last ? { at: last.createdAt, id: last.id } : null,
    total: counts?.total ?? 0,
    anew: counts?.anew ?? 0,
  }
}

function viewOf(viewer: Viewer, row: Row): PassageView {
  return {
    id: row.id,
    createdAt: row.createdAt,
    reference: row.reference,
    title: row.title ?? '',
    organisation: row.organisation ?? '',
    field: row.field,
    words: row.words,
    memo: row.memo,
    by: { name: row.name, team: row.team ?? '' },
    agreed: row.agreed,
    anew: isDefinedAnew(row, row.definedAt),
    mayCheck: may(viewer, 'checkCoding', { status: 'SUBMITTED', personId: row.personId }),
  }
}
