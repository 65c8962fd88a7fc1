import { namedIn, namedPerson, type NamedView } from '@/lib/data/mentions'
import { openComments } from '@/lib/data/open-work'
import { db, type Transaction } from '@/lib/db'
import { quotationOf } from '@/lib/domain/comment'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'
import type { Prisma } from '@/prisma/generated/client'

/** The words that a comment is about, in Unicode code points of one version of a text; long ones are quoted in part. */
export type CommentSpanView = { textVersionId: string; start: number; end: number; quotation: string }

/** A remark as the workspace shows it. Times are ISO strings. */
export type CommentView = {
  id: string
  body: string
  author: { name: string; team: string }
  createdAt: string
  editedAt: string | null
  mine: boolean
  version: number
  span: CommentSpanView | null
  /** Where the body names people who are told of it. */
  mentions: NamedView[]
  /** Nobody but the viewer sees it, until they and the other coder have finished. */
  held: boolean
  /** It names the viewer, who has not opened it yet. */
  unseen: boolean
}

/** A remark with its answers: threads are one level deep. */
export type ThreadView = CommentView & { resolved: { by: string; at: string } | null; replies: CommentView[] }

/** What is read of a comment. */
export const commentRow = {
  id: true,
  parentId: true,
  authorId: true,
  textVersionId: true,
  spanStart: true,
  spanEnd: true,
  body: true,
  held: true,
  createdAt: true,
  editedAt: true,
  resolvedAt: true,
  resolvedById: true,
  version: true,
  author: { select: { name: true, team: { select: { short: true } } } },
  mentions: { select: { seenAt: true, person: { select: namedPerson } } },
} as const

type Row = Prisma.CommentGetPayload<{ select: typeof commentRow }>

function viewOf(viewer: Viewer, row: Row, texts: ReadonlyMap<string, string>): CommentView {
  const told = row.mentions.map(({ person }) => person)
  return {
    id: row.id,
    body: row.body,
    author: { name: row.author.name, team: row.author.team?.short ?? '' },
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    mine: row.authorId === viewer.id,
    version: row.version,
    span: spanOf(row, texts),
    mentions: namedIn(viewer, row.body, told),
    held: row.held,
    unseen: row.mentions.some(({ seenAt, person }) => person.id === viewer.id && seenAt === null),
  }
}

function spanOf({ textVersionId, spanStart, spanEnd }: Row, texts: ReadonlyMap<string, string>): CommentView['span'] {
  if (textVersionId === null || spanStart === null || spanEnd === null) return null
  const span = { start: spanStart, end: spanEnd }
  return { textVersionId, ...span, quotation: quotationOf(texts.get(textVersionId) ?? '', span) }
}

/** Whole texts by the ids of their versions, each once however many comments stand on it. */
async function textsOf(tx: Transaction, rows: readonly Row[]): Promise<Map<string, string>> {
  const texts = await tx.textVersion.findMany({
    where: { id: { in: rows.flatMap(row => row.textVersionId ?? []) } },
    select: { id: true, body: true },
  })
  return new Map(texts.map(({ id, body }) => [id, body]))
}

/** A comment that the viewer has just written, or sent again. */
export async function readComment(tx: Transaction, viewer: Viewer, id: string): Promise<CommentView> {
  const row = await tx.comment.findUniqueOrThrow({ where: { id }, select: commentRow })
  return viewOf(viewer, row, await textsOf(tx, [row]))
}

/** The threads of a live submission, oldest first; none where it is not the viewer's. */
export async function listComments(viewer: Viewer, typed: string): Promise<ThreadView[]> {
  const reference = readReference(typed)
  if (!reference || !may(viewer, 'readSubmission', { status: 'SUBMITTED' })) return []
  const rows = await db.comment.findMany({
    where: { submission: { reference, status: 'SUBMITTED' }, ...openComments(viewer) },
    select: commentRow,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const texts = await textsOf(db, rows)
  const resolvers = await db.person.findMany({
    where: { id: { in: rows.flatMap(row => row.resolvedById ?? []) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(resolvers.map(person => [person.id, person.name]))
  return rows
    .filter(row => row.parentId === null)
    .map(row => ({
      ...viewOf(viewer, row, texts),
      resolved: row.resolvedAt
        ? { by: nameOf.get(row.resolvedById ?? '') ?? 'somebody', at: row.resolvedAt.toISOString() }
        : null,
      replies: rows.filter(reply => reply.parentId === row.id).map(reply => viewOf(viewer, reply, texts)),
    }))
}
