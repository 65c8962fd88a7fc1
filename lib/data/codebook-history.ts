import { db } from '@/lib/db'
import {
  changeInWords,
  changeKinds,
  CodeChange,
  differencesInWords,
  type ChangeKind,
} from '@/lib/domain/codebook-change'
import type { Cursor } from '@/lib/domain/cursor'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Prisma } from '@/prisma/generated/client'

import { openCodingsSql } from './open-work'

const changesAPage = 20

/** One change in the history of a code. `said` follows the name of who did it. */
export type ChangeView = {
  id: string
  at: Date
  by: string
  said: string
  /** The code was made by it: what differs is all that it said. */
  isNew: boolean
  differences: { label: string; before: string; after: string }[]
  undoneAt: Date | null
  /** The last merge or move of passages that touched this code, which the viewer may undo. */
  undoable: boolean
}

/** The history of a code, newest first, a page at a time: what was done to it, and what other codes brought or took. */
export async function listChanges(
  viewer: Viewer,
  code: { id: string; callId: string },
  after: Cursor | null,
): Promise<{ changes: ChangeView[]; older: Cursor | null }> {
  if (!may(viewer, 'readCodebook')) return { changes: [], older: null }
  const touching: Prisma.CodebookChangeWhereInput = {
    callId: code.callId,
    OR: [{ codeId: code.id }, { content: { path: ['toIds'], array_contains: [code.id] } }],
  }
  const rows = await db.codebookChange.findMany({
    where: { AND: [touching, ...(after ? [beyond(after)] : [])] },
    select: {
      id: true,
      codeId: true,
      kind: true,
      content: true,
      undoneAt: true,
      createdAt: true,
      person: { select: { name: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: changesAPage + 1,
  })
  const shown = rows.slice(0, changesAPage).map(row => ({ ...row, content: CodeChange.parse(row.content) }))
  const [names, moved, last] = await Promise.all([
    namesOf(shown),
    countMoved(
      viewer,
      shown.map(row => row.id),
    ),
    may(viewer, 'editCodebook') ? lastUndoable(touching) : null,
  ])
  const next = rows.length > changesAPage ? shown.at(-1) : undefined
  return {
    changes: shown.map(row => ({
      id: row.id,
      at: row.createdAt,
      by: row.person.name,
      said: changeInWords(
        { kind: kindOf(row.kind), content: row.content, codeId: row.codeId, moved: moved.get(row.id) ?? 0 },
        code.id,
        id => names.get(id) ?? 'a code',
      ),
      isNew: row.kind === 'create' || row.content.added,
      differences: row.codeId === code.id ? differencesInWords(row.content) : [],
      undoneAt: row.undoneAt,
      undoable: row.id === last,
    })),
    older: next ? { at: next.createdAt, id: next.id } : null,
  }
}

function beyond({ at, id }: Cursor): Prisma.CodebookChangeWhereInput {
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }
}

function kindOf(kind: string): ChangeKind {
  return changeKinds.find(known => known === kind) ?? 'edit'
}

async function lastUndoable(touching: Prisma.CodebookChangeWhereInput) {
  const last = await db.codebookChange.findFirst({
    where: { AND: [touching], kind: { in: ['merge', 'split'] }, undoneAt: null },
    select: { id: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return last?.id ?? null
}

async function namesOf(changes: { codeId: string; content: CodeChange }[]): Promise<Map<string, string>> {
  const ids = changes.flatMap(({ codeId, content: { from, to, fromId, toIds, madeIds } }) => [
    codeId,
    ...toIds,
    ...madeIds,
    ...[fromId, from?.parentId, to?.parentId].filter(id => typeof id === 'string'),
  ])
  const codes = await db.code.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return new Map(codes.map(code => [code.id, code.name]))
}

// Of what two code blind nobody else learns how much there is: not by its going along with a code either.
async function countMoved(viewer: Viewer, changeIds: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ changeId: string; moved: number }[]>`
    SELECT m."changeId", count(*)::int AS moved
    FROM "CodingMove" m JOIN "Coding" c ON c."id" = m."codingId" JOIN "Submission" s ON s."id" = c."submissionId"
    WHERE m."changeId" = ANY(${changeIds}::uuid[]) AND s."status" = 'SUBMITTED' AND ${openCodingsSql(viewer)}
    GROUP BY 1`
  return new Map(rows.map(({ changeId, moved }) => [changeId, moved]))
}
