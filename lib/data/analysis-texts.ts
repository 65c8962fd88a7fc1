import { codedBy, countedCodings, countedSubmissions } from '@/lib/data/analysis-ground'
import { idsOf } from '@/lib/data/facet-names'
import { narrowing, type Asked } from '@/lib/data/submission-matching'
import { db } from '@/lib/db'
import type { AnalysisView } from '@/lib/domain/analysis'
import { PhraseTally, sayingsIn, stopped, type PhraseCount, type Saying } from '@/lib/domain/analysis-words'
import { Prisma } from '@/prisma/generated/client'

/** Texts of so many submissions are read: of more, the first that were sent. A portal of that size counts words elsewhere. */
export const mostRead = 20_000
const batch = 500

/** How many phrases a table has. */
export const phrasesShown = 50

type Read = { asked: Asked; view: AnalysisView }
type Piece = { submissionId: string; reference: string; title: string; body: string }

/** The most frequent words or phrases of what a view counts. `capped`: not all of it was read. */
export async function countPhrases({
  asked,
  view,
}: Read): Promise<{ phrases: PhraseCount[]; submissions: number; capped: boolean }> {
  const tally = new PhraseTally(Number(view.length), stopped(view))
  const ids = await readIds({ asked, view })
  for (const part of batches(ids.slice(0, mostRead))) {
    for (const { submissionId, body } of await readPieces({ asked, view }, part)) tally.add(submissionId, body)
    // other work of the process takes turns
    await new Promise(resolve => setImmediate(resolve))
  }
  const by = view.unit === 'segments' ? 'times' : 'submissions'
  return {
    phrases: tally.top(phrasesShown, by),
    submissions: Math.min(ids.length, mostRead),
    capped: ids.length > mostRead,
  }
}

/** A place where a phrase is said, and in which submission. */
export type SayingView = Saying & { reference: string; title: string }

/** Where a phrase is said, up to so many places. */
export async function findSayings({ asked, view }: Read, most: number): Promise<SayingView[]> {
  const found: SayingView[] = []
  const ids = await readIds({ asked, view })
  for (const part of batches(ids.slice(0, mostRead))) {
    const [first = view.said] = view.said.split(' ')
    for (const { reference, title, body } of await readPieces({ asked, view }, part, first)) {
      found.push(...sayingsIn(body, view.said, 80).map(saying => ({ ...saying, reference, title })))
      if (found.length >= most) return found.slice(0, most)
    }
  }
  return found
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / batch) }, (_, at) => ids.slice(at * batch, (at + 1) * batch))
}

async function readIds({ asked, view }: Read): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Submission" s
    WHERE ${narrowing(asked)} AND ${countedSubmissions(view.count)} AND ${codedBy(view.coded)}
    ORDER BY s."submittedAt", s."id" LIMIT ${mostRead + 1}`
  return rows.map(({ id }) => id)
}

/** The newest answers of some submissions, or their segments of the codes that are asked for. `with` lets only texts pass that hold it. */
function readPieces({ asked, view }: Read, ids: string[], holding = ''): Promise<Piece[]> {
  const like = `%${holding.replace(/[\\%_]/g, '\\$&').replaceAll("'", '_')}%`
  if (view.codes.length > 0)
    return db.$queryRaw<Piece[]>`
      SELECT s."id" AS "submissionId", s."reference", coalesce(s."title", '') AS "title",
        substring(v."body" FROM c."spanStart" + 1 FOR c."spanEnd" - c."spanStart") AS "body"
      FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId" JOIN "TextVersion" v ON v."id" = c."textVersionId"
      WHERE s."id" = ANY(${ids}::uuid[]) AND ${countedCodings(view.count)}
        AND c."codeId" = ANY(${idsOf(asked.names.codes, view.codes)}::uuid[]) AND v."body" ILIKE ${like}
      ORDER BY s."submittedAt", s."id", c."textVersionId", c."spanStart", c."id"`
  return db.$queryRaw<Piece[]>(Prisma.sql`
    SELECT s."id" AS "submissionId", s."reference", coalesce(s."title", '') AS "title", v."body"
    FROM "Submission" s JOIN "Text" t ON t."submissionId" = s."id" AND t."kind" = 'ANSWER'
    JOIN LATERAL (
      SELECT n."body" FROM "TextVersion" n WHERE n."textId" = t."id" ORDER BY n."number" DESC LIMIT 1
    ) v ON true
    WHERE s."id" = ANY(${ids}::uuid[]) AND v."body" ILIKE ${like} ORDER BY s."submittedAt", s."id", t."field"`)
}
