import { type db, type Transaction } from '@/lib/db'
import { namesAnyOf } from '@/lib/domain/report-taken-back'
import { Prisma } from '@/prisma/generated/client'

/** An organisation of a call that a text names. `allowed`: some response of its own lets it be named. */
export type NamedThere = { submissionId: string; name: string; allowed: boolean }

/** The organisations of a call that a text names, however it spells them. Names of fewer than three letters are not looked for. */
export async function organisationsNamedIn(
  tx: Transaction | typeof db,
  callId: string,
  text: string,
): Promise<NamedThere[]> {
  // the first letters of a name narrow it down, up to a sign that may be written otherwise; the rest is compared as people read
  const bare = Prisma.sql`regexp_replace(lower(s."organisationName"), '^(the|a|an) ', '')`
  const first = Prisma.sql`coalesce(substring(${bare} from '^[[:alnum:]]+'), split_part(${bare}, ' ', 1))`
  const rows = await tx.$queryRaw<NamedThere[]>`
    SELECT s."id" AS "submissionId", s."organisationName" AS "name",
      s."status" = 'SUBMITTED' AND EXISTS (
        SELECT 1 FROM "Consent" c WHERE c."submissionId" = s."id" AND c."supersededAt" IS NULL
          AND c."kind" = 'PUBLISH' AND c."answer" = 'WITH_NAME') AS "allowed"
    FROM "Submission" s
    WHERE s."callId" = ${callId}::uuid AND s."status" IN ('SUBMITTED', 'WITHDRAWN')
      AND length(s."organisationName") > 2 AND strpos(${text.toLowerCase()}, ${first}) > 0
    ORDER BY s."id"`
  const there = rows.filter(({ name }) => namesAnyOf(text, [name]))
  const agreed = new Set(there.filter(({ allowed }) => allowed).map(({ name }) => name.toLowerCase()))
  return there.map(row => ({ ...row, allowed: agreed.has(row.name.toLowerCase()) }))
}
