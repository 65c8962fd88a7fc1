import type { AnalysisView } from '@/lib/domain/analysis'
import { Prisma } from '@/prisma/generated/client'

/** Which codings a figure counts: only what is settled, or all that is coded so far. */
export type Counting = AnalysisView['count']

/** A submission in a query, by the name that it has there. */
type Name = 's' | 'twin'

/** That `"Coding" c` of `"Submission" s` counts. What is blind counts for nobody, not even for who coded it. */
export function countedCodings(counting: Counting, name: Name = 's', coding: 'c' | 'o' = 'c'): Prisma.Sql {
  const [s, c] = [Prisma.raw(name), Prisma.raw(coding)]
  // what was lost in a correction after settling counts until a lead has looked at it
  const settled = Prisma.sql`${s}."stage" = 'SETTLED' AND ${c}."agreed" = (${s}."doubleCodedAt" IS NOT NULL)
    AND (${c}."lostAt" IS NULL OR (${c}."lostSettled" AND ${s}."correctedSettled"))`
  const sofar = Prisma.sql`CASE WHEN ${s}."stage" = 'SETTLED' THEN ${settled}
    ELSE ${c}."lostAt" IS NULL AND NOT ${c}."agreed" END`
  return Prisma.sql`${c}."removedAt" IS NULL AND NOT ${s}."blind" AND ${counting === 'settled' ? settled : sofar}`
}

/**
 * That `"Submission" s` is one whose codings count. It was sent, is not merged into another, and of the same text from
 * many senders it is the earliest that counts.
 */
export function countedSubmissions(counting: Counting): Prisma.Sql {
  return Prisma.sql`${counted(counting, 's')} AND NOT EXISTS (
    SELECT 1 FROM "Submission" twin WHERE twin."callId" = s."callId" AND twin."textHash" = s."textHash"
      AND (twin."submittedAt", twin."id") < (s."submittedAt", s."id") AND ${counted(counting, 'twin')})`
}

function counted(counting: Counting, name: Name): Prisma.Sql {
  const s = Prisma.raw(name)
  const coded = Prisma.sql`EXISTS (SELECT 1 FROM "Coding" c WHERE c."submissionId" = ${s}."id"
    AND ${countedCodings(counting, name)})`
  return Prisma.sql`${s}."status" = 'SUBMITTED' AND NOT ${s}."blind" AND NOT EXISTS (
      SELECT 1 FROM "Submission" into_it WHERE into_it."id" = ${s}."mergedIntoId" AND into_it."status" = 'SUBMITTED')
    AND ${counting === 'settled' ? Prisma.sql`${s}."stage" = 'SETTLED'` : coded}`
}

/** That `"Submission" s` was coded in the way that is asked for: by one, by two, or either. */
export function codedBy(coded: AnalysisView['coded']): Prisma.Sql {
  if (coded === 'both') return Prisma.sql`true`
  return coded === 'one' ? Prisma.sql`s."doubleCodedAt" IS NULL` : Prisma.sql`s."doubleCodedAt" IS NOT NULL`
}
