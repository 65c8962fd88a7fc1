import { tellLiveOfMany, type LiveEvent } from '@/lib/data/live-events'
import type { Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { Prisma } from '@/prisma/generated/client'

import { standingSql } from './open-work'

/** Moving all codings of a code may take longer than a click: up to a minute. */
export const longTransaction = { maxWait: 5_000, timeout: 60_000 } as const

/** Lets the statements of one transaction run longer than others may. */
export async function allowLong(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SET LOCAL statement_timeout = '55s'`
}

type Moving = { viewer: Viewer; changeId: string; fromId: string; toId: string; at: Date }

/** Whether whoever made a coding (`c`) has a code on the same words, or on the whole submission, already. */
const twin = (codeId: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT 1 FROM "Coding" b
  WHERE b."codeId" = ${codeId} AND b."removedAt" IS NULL AND b."lostAt" IS NULL AND b."id" <> c."id"
    AND b."submissionId" = c."submissionId" AND b."personId" = c."personId" AND b."agreed" = c."agreed"
    AND b."textVersionId" IS NOT DISTINCT FROM c."textVersionId"
    AND b."spanStart" IS NOT DISTINCT FROM c."spanStart" AND b."spanEnd" IS NOT DISTINCT FROM c."spanEnd")`

/**
 * Gives the standing codings of one code another, all of them or those named, also where the viewer may not know of
 * them: a code goes whole. Where the same person has the other code on the same words, the coding is removed instead.
 * Each is kept under the change, so that it can be put back.
 */
export async function moveCodings(tx: Transaction, moving: Moving, only?: string[]): Promise<void> {
  const { viewer, changeId, fromId, toId, at } = moving
  const these = only ? Prisma.sql`AND c."id" = ANY(${only}::uuid[])` : Prisma.empty
  const keep = (doubled: boolean) => Prisma.sql`
    INSERT INTO "CodingMove" ("changeId", "codingId", "fromCodeId", "toCodeId", "doubled")
    SELECT ${changeId}::uuid, "id", ${fromId}::uuid, ${toId}::uuid, ${doubled} FROM changed`
  await tx.$executeRaw`
    WITH changed AS (
      UPDATE "Coding" c SET "removedAt" = ${at}, "removedById" = ${viewer.id}::uuid
      WHERE c."codeId" = ${fromId}::uuid AND ${standingSql} ${these} AND ${twin(Prisma.sql`${toId}::uuid`)}
      RETURNING c."id")
    ${keep(true)}`
  await tx.$executeRaw`
    WITH changed AS (
      UPDATE "Coding" c SET "codeId" = ${toId}::uuid
      WHERE c."codeId" = ${fromId}::uuid AND ${standingSql} ${these}
      RETURNING c."id")
    ${keep(false)}`
}

/**
 * Puts back what a change moved: every coding whose code is still what the change made it. What was removed because it
 * was there twice stands again; what would stand twice now is removed.
 */
export async function putCodingsBack(tx: Transaction, viewer: Viewer, changeId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Coding" c SET "removedAt" = ${at}, "removedById" = ${viewer.id}::uuid
    FROM "CodingMove" m
    WHERE m."changeId" = ${changeId}::uuid AND m."codingId" = c."id" AND NOT m."doubled"
      AND c."codeId" = m."toCodeId" AND ${standingSql} AND ${twin(Prisma.sql`m."fromCodeId"`)}`
  await tx.$executeRaw`
    UPDATE "Coding" c SET "codeId" = m."fromCodeId" FROM "CodingMove" m
    WHERE m."changeId" = ${changeId}::uuid AND m."codingId" = c."id" AND NOT m."doubled" AND c."codeId" = m."toCodeId"`
  await tx.$executeRaw`
    UPDATE "Coding" c SET "removedAt" = NULL, "removedById" = NULL
    FROM "CodingMove" m JOIN "CodebookChange" h ON h."id" = m."changeId"
    WHERE m."changeId" = ${changeId}::uuid AND m."codingId" = c."id" AND m."doubled"
      AND c."codeId" = m."fromCodeId" AND c."removedAt" = h."createdAt" AND NOT ${twin(Prisma.sql`m."fromCodeId"`)}`
}

type Touched = { submissionId: string; ownerId: string | null }

/**
 * Tells of each submission whose codings a change moved, once. Of one that is coded blind only its coders are told,
 * each of their own.
 */
export async function tellOfMoves(tx: Transaction, viewer: Viewer, changeId: string): Promise<void> {
  const touched = await tx.$queryRaw<Touched[]>`
    SELECT DISTINCT c."submissionId", CASE WHEN s."blind" THEN c."personId" END AS "ownerId"
    FROM "CodingMove" m JOIN "Coding" c ON c."id" = m."codingId" JOIN "Submission" s ON s."id" = c."submissionId"
    WHERE m."changeId" = ${changeId}::uuid AND s."status" = 'SUBMITTED'`
  const events = touched.map(({ submissionId, ownerId }): LiveEvent => ({
    kind: 'coding',
    submissionId,
    actorId: ownerId ?? viewer.id,
    hidden: ownerId !== null,
  }))
  await tellLiveOfMany(tx, events)
}
