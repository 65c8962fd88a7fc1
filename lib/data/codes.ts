import { db } from '@/lib/db'
import type { CodeInput } from '@/lib/domain/codebook'
import { treeOf } from '@/lib/domain/codebook-tree'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'

import { standsForItself } from './merging'
import { openCodingsSql, standingSql } from './open-work'

/**
 * A code of the codebook. `path`: the names of those above it, from the top; `depth` is 1 on top. A retired code stands
 * nowhere: it keeps the parent that it had, and has no path. `position`: among its siblings.
 */
export type CodeView = CodeInput & {
  id: string
  parentId: string | null
  path: string[]
  depth: number
  position: number
  definedAt: Date
  retired: boolean
  /** The code that its codings went to. */
  mergedIntoId: string | null
  version: number
}

/** The call's codes as a tree is read, each followed by those under it, retired ones last. None for who may not read the codebook. */
export async function listCodes(viewer: Viewer, callId: string): Promise<CodeView[]> {
  if (!may(viewer, 'readCodebook')) return []
  const rows = await db.code.findMany({
    where: { callId },
    select: {
      id: true,
      parentId: true,
      position: true,
      name: true,
      colour: true,
      definition: true,
      whenToUse: true,
      whenNot: true,
      example: true,
      definedAt: true,
      retiredAt: true,
      mergedIntoId: true,
      version: true,
    },
    orderBy: { id: 'asc' },
  })
  const codes = rows.map(({ retiredAt, ...code }) => ({ ...code, retired: retiredAt !== null }))
  return [
    ...treeOf(codes.filter(code => !code.retired)),
    ...codes
      .filter(code => code.retired)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .map(code => ({ ...code, path: [], depth: 1 })),
  ]
}

/**
 * How often each code of a call stands on live submissions or words of them, as far as the viewer may know: by the
 * code's id, none where it is not used. Reads every coding of the call: for the codebook's own pages.
 */
export async function countUses(viewer: Viewer, callId: string): Promise<Map<string, number>> {
  if (!may(viewer, 'readCodebook')) return new Map()
  const rows = await db.$queryRaw<{ codeId: string; uses: number }[]>`
    SELECT c."codeId", count(*)::int AS uses FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
    WHERE s."callId" = ${callId}::uuid AND s."status" = 'SUBMITTED' AND ${standsForItself} AND ${standingSql} AND ${openCodingsSql(viewer)}
    GROUP BY 1`
  return new Map(rows.map(({ codeId, uses }) => [codeId, uses]))
}
