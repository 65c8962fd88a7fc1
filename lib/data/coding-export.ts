import { fieldName } from '@/lib/data/passages'
import { openCodingsSql, openCommentsSql, standingSql } from '@/lib/data/open-work'
import { selected, type Asked } from '@/lib/data/submission-matching'
import { db } from '@/lib/db'
import type { ExportColumn, ExportTable, ExportValue } from '@/lib/domain/export'
import { Prisma } from '@/prisma/generated/client'

const batch = 500

const words: readonly ExportColumn[] = [
  { key: 'text', name: 'Text' },
  { key: 'version', name: 'Version' },
  { key: 'start', name: 'Start' },
  { key: 'end', name: 'End' },
  { key: 'words', name: 'Words' },
]

const codingColumns: readonly ExportColumn[] = [
  { key: 'coding', name: 'Coding' },
  { key: 'reference', name: 'Reference' },
  { key: 'title', name: 'Title' },
  { key: 'code', name: 'Code' },
  ...words,
  { key: 'coder', name: 'Coder' },
  { key: 'team', name: 'Team' },
  { key: 'agreed', name: 'Agreed' },
  { key: 'memo', name: 'Memo' },
  { key: 'made', name: 'Made' },
]

const commentColumns: readonly ExportColumn[] = [
  { key: 'comment', name: 'Comment' },
  { key: 'answers', name: 'Answers' },
  { key: 'reference', name: 'Reference' },
  { key: 'title', name: 'Title' },
  ...words,
  { key: 'author', name: 'Author' },
  { key: 'team', name: 'Team' },
  { key: 'body', name: 'Said' },
  { key: 'made', name: 'Made' },
  { key: 'edited', name: 'Edited' },
  { key: 'resolved', name: 'Resolved' },
]

type Words = {
  kind: string | null
  field: string | null
  version: number | null
  start: number | null
  end: number | null
  words: string | null
}

/** What they stand on: of `"TextVersion" v` and its `"Text" t`, both absent where it is the whole submission. */
const standsOn = (alias: 'c' | 'k') => {
  const [start, end] = [Prisma.raw(`${alias}."spanStart"`), Prisma.raw(`${alias}."spanEnd"`)]
  return Prisma.sql`t."kind"::text, t."field", v."number" AS "version", ${start} AS "start", ${end} AS "end",
    substring(v."body" FROM ${start} + 1 FOR ${end} - ${start}) AS "words"`
}

function wordValues({ kind, field, version, start, end, words: quoted }: Words): ExportValue[] {
  return [kind === null ? 'The whole submission' : fieldName(kind, field ?? ''), version, start, end, quoted]
}

type CodingRow = Words & {
  id: string
  reference: string
  title: string | null
  code: string
  coder: string
  team: string | null
  agreed: boolean
  memo: string
  made: Date
}

/** Codings of submissions, tags among them, as far as the viewer may know of them, in the order in which they were made. */
export async function codingTable(asked: Asked): Promise<ExportTable> {
  const passing = Prisma.sql`${standingSql} AND ${openCodingsSql(asked.viewer)} AND ${selected(asked)}`
  const from = Prisma.sql`FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"`
  const read = (last: string | null) => db.$queryRaw<CodingRow[]>`
    SELECT c."id", s."reference", s."title", d."name" AS "code", ${standsOn('c')}, p."name" AS "coder", m."short" AS "team",
      c."agreed", c."memo", c."createdAt" AS "made"
    ${from} JOIN "Code" d ON d."id" = c."codeId" JOIN "Person" p ON p."id" = c."personId"
      LEFT JOIN "Team" m ON m."id" = p."teamId"
      LEFT JOIN "TextVersion" v ON v."id" = c."textVersionId" LEFT JOIN "Text" t ON t."id" = v."textId"
    WHERE ${passing} AND ${beyond('c', last)} ORDER BY c."id" LIMIT ${batch}`
  return {
    columns: codingColumns,
    total: await count(Prisma.sql`${from} WHERE ${passing}`),
    rows: inBatches(read, row => [
      ...[row.id, row.reference, row.title, row.code, ...wordValues(row)],
      ...[row.coder, row.team, row.agreed, row.memo || null, row.made],
    ]),
  }
}

type CommentRow = Words & {
  id: string
  parentId: string | null
  reference: string
  title: string | null
  author: string
  team: string | null
  body: string
  made: Date
  edited: Date | null
  resolved: Date | null
}

/** Comments on submissions, as far as the viewer may read them, in the order in which they were written. */
export async function commentTable(asked: Asked): Promise<ExportTable> {
  const passing = Prisma.sql`${openCommentsSql(asked.viewer)} AND ${selected(asked)}`
  const from = Prisma.sql`FROM "Comment" k JOIN "Submission" s ON s."id" = k."submissionId"`
  const read = (last: string | null) => db.$queryRaw<CommentRow[]>`
    SELECT k."id", k."parentId", s."reference", s."title", ${standsOn('k')}, p."name" AS "author", m."short" AS "team",
      k."body", k."createdAt" AS "made", k."editedAt" AS "edited", k."resolvedAt" AS "resolved"
    ${from} JOIN "Person" p ON p."id" = k."authorId" LEFT JOIN "Team" m ON m."id" = p."teamId"
      LEFT JOIN "TextVersion" v ON v."id" = k."textVersionId" LEFT JOIN "Text" t ON t."id" = v."textId"
    WHERE ${passing} AND ${beyond('k', last)} ORDER BY k."id" LIMIT ${batch}`
  return {
    columns: commentColumns,
    total: await count(Prisma.sql`${from} WHERE ${passing}`),
    rows: inBatches(read, row => [
      ...[row.id, row.parentId, row.reference, row.title, ...wordValues(row)],
      ...[row.author, row.team, row.body, row.made, row.edited, row.resolved],
    ]),
  }
}

function beyond(alias: 'c' | 'k', last: string | null): Prisma.Sql {
  return last ? Prisma.sql`${Prisma.raw(`${alias}."id"`)} > ${last}::uuid` : Prisma.sql`true`
}

async function count(from: Prisma.Sql): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS "count" ${from}`
  return found?.count ?? 0
}

async function* inBatches<R extends { id: string }>(
  read: (last: string | null) => Promise<R[]>,
  valuesOf: (row: R) => ExportValue[],
): AsyncGenerator<ExportValue[]> {
  let last: string | null = null
  for (;;) {
    const rows: R[] = await read(last)
    for (const row of rows) yield valuesOf(row)
    last = rows.at(-1)?.id ?? null
    if (rows.length < batch) return
  }
}
