import type { Viewer } from '@/lib/domain/person'
import { Prisma } from '@/prisma/generated/client'

/** A coding that was neither removed nor lost in a correction. */
export const standing = { removedAt: null, lostAt: null } as const

/** The same of `"Coding" c`. */
export const standingSql = Prisma.sql`c."removedAt" IS NULL AND c."lostAt" IS NULL`

/**
 * Codings that somebody may know of. While two code a submission and have not both finished, what was coded there is
 * shown to who made it and to nobody else, in no list, count, search, export or event. Every query of codings by staff has
 * this in it.
 */
export function openCodings(viewer: Viewer): Prisma.CodingWhereInput {
  return { OR: [{ submission: { blind: false } }, { personId: viewer.id }] }
}

/** The same for queries in SQL, of `"Coding" c` and its `"Submission" s`. */
export function openCodingsSql(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(NOT s."blind" OR c."personId" = ${viewer.id}::uuid)`
}

/** Comments that somebody may know of: what one of two blind coders wrote is held back from all others, as `Comment.held` says. */
export function openComments(viewer: Viewer): Prisma.CommentWhereInput {
  return { OR: [{ held: false }, { authorId: viewer.id }] }
}

/** The same for queries in SQL, of `"Comment" k`. */
export function openCommentsSql(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(NOT k."held" OR k."authorId" = ${viewer.id}::uuid)`
}
