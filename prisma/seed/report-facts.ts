import { countedCodings, countedSubmissions } from '@/lib/data/analysis-ground'
import { unmerged } from '@/lib/data/merging'
import type { Transaction } from '@/lib/db'
import { countInFigures } from '@/lib/domain/analysis-table'
import type { OrganisationType } from '@/lib/domain/submission'

/** What the report's words count, in figures, as its charts and tables count it. */
export type ReportFacts = {
  received: string
  read: string
  settled: string
  /** Coded by two who have both finished. */
  compared: string
  published: string
  wanted: string
  ofType: (type: OrganisationType) => string
  serving: (community: string) => string
  /** Settled responses about a code or one below it. */
  about: (code: string) => string
}

/** Counts them in what is seeded. Throws on a code that no settled response has. */
export async function countReportFacts(tx: Transaction, callId: string): Promise<ReportFacts> {
  const live = { callId, status: 'SUBMITTED', ...unmerged } as const
  const submissions = await tx.submission.findMany({
    where: live,
    select: { organisationType: true, communities: true, doubleCodedAt: true, blind: true },
  })
  const [published, target, settled, read] = [
    await tx.release.count({ where: { callId, publishedAt: { not: null } } }),
    await tx.coverageTarget.findFirst({ where: { callId, kind: 'ALL' } }),
    await codesCounted(tx, callId, 'settled'),
    await codesCounted(tx, callId, 'so-far'),
  ]
  const count = (counts: (submission: (typeof submissions)[number]) => boolean) =>
    countInFigures(submissions.filter(counts).length)
  return {
    received: countInFigures(submissions.length),
    read: countInFigures(read.submissions),
    settled: countInFigures(settled.submissions),
    compared: count(({ doubleCodedAt, blind }) => doubleCodedAt !== null && !blind),
    published: countInFigures(published),
    wanted: countInFigures(target?.target ?? 0),
    ofType: type => count(({ organisationType }) => organisationType === type),
    serving: community => count(({ communities }) => communities.includes(community)),
    about: code => {
      const found = settled.codes.get(code)
      if (!found) throw new Error(`No settled response is about “${code}”.`)
      return countInFigures(found.size)
    },
  }
}

/** Which submissions have each code, or one below it, by its name. */
async function codesCounted(tx: Transaction, callId: string, counting: 'settled' | 'so-far') {
  const rows = await tx.$queryRaw<{ code: string; above: string | null; submission: string }[]>`
    SELECT DISTINCT k."name" AS "code", above."name" AS "above", s."id"::text AS "submission"
    FROM "Submission" s JOIN "Coding" c ON c."submissionId" = s."id" JOIN "Code" k ON k."id" = c."codeId"
    LEFT JOIN "Code" above ON above."id" = k."parentId"
    WHERE s."callId" = ${callId}::uuid AND ${countedSubmissions(counting)} AND ${countedCodings(counting)}`
  const codes = new Map<string, Set<string>>()
  for (const { code, above, submission } of rows)
    for (const name of above ? [code, above] : [code])
      codes.set(name, (codes.get(name) ?? new Set<string>()).add(submission))
  return { submissions: new Set(rows.map(({ submission }) => submission)).size, codes }
}
