import type { Readable } from 'node:stream'

import { record } from '@/lib/data/audit'
import { findOwn, refusalOf } from '@/lib/data/own-draft'
import { findKey } from '@/lib/data/private-keys'
import { takeTurn, type Limit } from '@/lib/data/rate-limit'
import { filesOfLastRevision } from '@/lib/data/revisions'
import { db, type Transaction } from '@/lib/db'
import { fileLimits, isPicture, kindName, sizeInWords, type FileRefusal } from '@/lib/domain/material'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { normaliseLine } from '@/lib/domain/text-normal'
import { scans } from '@/lib/files/scan'
import { fileStore } from '@/lib/files/store'
import { dropTaken, type TakenFile } from '@/lib/files/take-in'
import type { FileScan, FileText, Prisma } from '@/prisma/generated/client'

/** A file as people see it in a list. `state`: it can be opened, waits to be looked through, or held a virus and is gone. */
export type FileView = {
  id: string
  name: string
  /** Such as “PDF”. */
  kind: string
  /** Such as “2.4 MB”. */
  size: string
  picture: boolean
  alt: string
  state: 'ready' | 'waiting' | 'infected'
  /** Whether the text of a document could be read; null where nobody has looked yet, and for pictures. */
  text: FileText | null
}

/** A file that is being read: its name and type are safe to answer with. */
export type OpenedFile = { name: string; type: string; bytes: number; stream: Readable }

export type RefusedFile = { ok: false; message: FileRefusal }

/** Files that one network may send, and one response: enough for a hall full of people, and for many tries of one. */
const byNetwork: Limit = { name: 'file-network', most: 200, minutes: 30 }
const byDraft: Limit = { name: 'file-draft', most: 40, minutes: 30 }

const shown = { id: true, name: true, type: true, bytes: true, alt: true, scan: true, text: true } as const
type Row = Omit<FileView, 'kind' | 'size' | 'picture' | 'state'> & { type: string; bytes: number; scan: FileScan }

function viewOf({ id, name, type, bytes, alt, scan, text }: Row): FileView {
  const waiting = scan === 'UNSCANNED' && scans()
  const state = scan === 'INFECTED' ? 'infected' : waiting ? 'waiting' : 'ready'
  return { id, name, kind: kindName(type), size: sizeInWords(bytes), picture: isPicture(type), alt, state, text }
}

/** The files of a response, in their order. Who may see them, the caller has asked. */
export async function filesOf(submissionId: string): Promise<FileView[]> {
  const where = { submissionId, position: { not: null } }
  const rows = await db.storedFile.findMany({ where, select: shown, orderBy: { position: 'asc' } })
  return rows.map(viewOf)
}

/** What this browser is writing. Once it is sent, the browser opens nothing of it: others may use the machine. */
async function findWritten(token: string | null) {
  const own = await findOwn(token)
  return own && (own.status === 'DRAFT' || own.correcting) ? own : null
}

/** The files of the response that this browser is writing. */
export async function listOwnFiles(token: string | null): Promise<FileView[]> {
  const own = await findWritten(token)
  return own ? filesOf(own.id) : []
}

/** The files of a live submission, for who may read it: as they were sent, whatever a correction that is open does to them. */
export async function listFiles(viewer: Viewer, reference: string): Promise<FileView[]> {
  const select = { id: true, status: true, answeredSteps: true }
  const found = await db.submission.findUnique({ where: { reference }, select })
  if (!found || !may(viewer, 'readSubmission', found)) return []
  const ids = found.answeredSteps.length > 0 ? await filesOfLastRevision(db, found.id) : null
  if (!ids) return filesOf(found.id)
  const rows = await db.storedFile.findMany({ where: { submissionId: found.id, id: { in: ids } }, select: shown })
  return rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)).map(viewOf)
}

async function writable(token: string | null): Promise<Writable | RefusedFile> {
  const own = await findOwn(token)
  if (!own) return { ok: false, message: 'noDraft' }
  const refusal = refusalOf(own, new Date())
  if (!refusal) return { ok: true, id: own.id, callId: own.callId }
  const { message } = refusal
  return { ok: false, message: message === 'notOpen' || message === 'sent' ? message : 'closed' }
}

/** Whether a file may come: asked before a byte of it is read. Counts as one of the tries that a network and a response have. */
export async function mayAddFile(token: string | null, network: string): Promise<{ ok: true } | RefusedFile> {
  if (!(await takeTurn(byNetwork, network)).given) return { ok: false, message: 'often' }
  const own = await writable(token)
  if (!own.ok) return own
  if (!(await takeTurn(byDraft, own.id)).given) return { ok: false, message: 'often' }
  const kept = await db.storedFile.count({ where: { submissionId: own.id, position: { not: null } } })
  return kept < fileLimits.files ? { ok: true } : { ok: false, message: 'many' }
}

/** Adds a file that was taken in to this browser's response. Where there is no room for it, nothing of it is left. */
export async function addOwnFile(
  token: string | null,
  file: TakenFile,
  alt = '',
): Promise<{ ok: true; value: FileView } | RefusedFile> {
  try {
    const own = await writable(token)
    const described = { ...file, alt: altOf(file.type, alt) }
    const result = own.ok ? await db.$transaction(tx => addToOwn(tx, own, described)) : own
    if (!result.ok) await dropTaken(file)
    return result
  } catch (error) {
    await dropTaken(file)
    throw error
  }
}

type Writable = { ok: true; id: string; callId: string }

async function addToOwn(tx: Transaction, own: Writable, file: TakenFile & { alt: string }) {
  if (!(await holdOpen(tx, own.id))) return { ok: false, message: 'sent' } as const
  const id = await addFile(tx, own.id, file)
  if (!id) return { ok: false, message: 'many' } as const
  await record(tx, {
    actor: 'respondent',
    action: 'submission.addFile',
    thing: { kind: 'file', id },
    callId: own.callId,
  })
  return { ok: true, value: viewOf({ id, ...file, text: null }) } as const
}

/** Takes the row's lock while it takes answers: nothing arrives while, or after, it is sent. */
async function holdOpen(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT s."id" FROM "Submission" s
    WHERE s."id" = ${id}::uuid AND (s."status" = 'DRAFT' OR (s."status" <> 'WITHDRAWN' AND cardinality(s."answeredSteps") > 0))
    FOR NO KEY UPDATE`
  return rows.length > 0
}

/**
 * Gives a file that was taken in the next free place of a response, and answers its id; null where all five are taken:
 * then the caller drops it. Whether the response may get one, the caller has asked.
 */
export async function addFile(
  tx: Transaction,
  submissionId: string,
  file: TakenFile & { alt?: string },
  from: { incomingMailId?: string } = {},
): Promise<string | null> {
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${submissionId}::uuid FOR NO KEY UPDATE`
  const position = await freePlace(tx, submissionId)
  if (position === null) return null
  const { storageKey, name, type, bytes, sha256, width, height, scan, alt = '' } = file
  const facts = { storageKey, name, type, bytes, sha256, width, height, scan, alt }
  const data = { ...facts, submissionId, position, incomingMailId: from.incomingMailId ?? null }
  const { id } = await tx.storedFile.create({ data, select: { id: true } })
  return id
}

async function freePlace(tx: Transaction, submissionId: string): Promise<number | null> {
  const where = { submissionId, position: { not: null } }
  const rows = await tx.storedFile.findMany({ where, select: { position: true } })
  const places = Array.from({ length: fileLimits.files }, (_, index) => index + 1)
  return places.find(place => !rows.some(({ position }) => position === place)) ?? null
}

function altOf(type: string, given: string): string {
  return isPicture(type) ? [...normaliseLine(given)].slice(0, fileLimits.alt).join('') : ''
}

/** Says in words what a picture of this browser's response shows. */
export async function describeOwnFile(
  token: string | null,
  id: string,
  given: string,
): Promise<{ ok: true } | RefusedFile | { ok: false; message: 'long' }> {
  const own = await writable(token)
  if (!own.ok) return own
  const alt = normaliseLine(given)
  if ([...alt].length > fileLimits.alt) return { ok: false, message: 'long' }
  const where = { id, submissionId: own.id, position: { not: null }, type: { startsWith: 'image/' } }
  const { count } = await db.storedFile.updateMany({ where, data: { alt } })
  return count === 1 ? { ok: true } : { ok: false, message: 'gone' }
}

/** Takes a file away from this browser's response. Of a draft nothing is left; what was sent before keeps it until it is erased. */
export async function removeOwnFile(token: string | null, id: string): Promise<{ ok: true } | RefusedFile> {
  const own = await writable(token)
  if (!own.ok) return own
  const result = await db.$transaction(tx => removeFromOwn(tx, own, id))
  if (result.ok && result.storageKey) await removeStored([result.storageKey])
  return result.ok ? { ok: true } : result
}

async function removeFromOwn(tx: Transaction, own: Writable, id: string) {
  if (!(await holdOpen(tx, own.id))) return { ok: false, message: 'sent' } as const
  const where = { id, submissionId: own.id, position: { not: null } }
  const file = await tx.storedFile.findFirst({
    where,
    select: { storageKey: true, createdAt: true, incomingMailId: true, submission: { select: { submittedAt: true } } },
  })
  if (!file) return { ok: false, message: 'gone' } as const
  const sentAt = file.submission?.submittedAt
  const cameByMail = file.incomingMailId !== null
  const wasSent =
    cameByMail ||
    (sentAt != null && file.createdAt <= sentAt) ||
    ((await filesOfLastRevision(tx, own.id))?.includes(id) ?? false)
  if (wasSent) await tx.storedFile.update({ where: { id }, data: { position: null, removedAt: new Date() } })
  else await tx.storedFile.delete({ where: { id } })
  const thing = { kind: 'file', id }
  await record(tx, { actor: 'respondent', action: 'submission.removeFile', thing, callId: own.callId })
  return { ok: true, storageKey: wasSent ? null : file.storageKey } as const
}

/**
 * Lets the files of what was sent stand again as the last revision says: what a correction took away has its place
 * again, what it added is deleted. Answers the keys to give to `removeStored` once this is committed.
 */
export async function restoreFiles(tx: Transaction, submissionId: string): Promise<string[]> {
  const standing = await filesOfLastRevision(tx, submissionId)
  if (!standing) return []
  const added = { submissionId, position: { not: null }, id: { notIn: standing }, incomingMailId: null }
  const rows = await tx.storedFile.findMany({ where: added, select: { storageKey: true } })
  await tx.storedFile.deleteMany({ where: added })
  // all places are free before any is given again: no two files may have the same, not for a moment
  await tx.storedFile.updateMany({
    where: { submissionId, position: { not: null } },
    data: { position: null, removedAt: new Date() },
  })
  for (const [index, id] of standing.entries())
    await tx.storedFile.updateMany({
      where: { id, submissionId },
      data: { position: index + 1, removedAt: null },
    })
  return rows.map(({ storageKey }) => storageKey)
}

/** Removes bytes whose rows are gone already. What fails here, the next sweep removes. */
export async function removeStored(keys: readonly string[]): Promise<void> {
  const store = await fileStore()
  for (const key of keys) await store.remove(key)
}

/** Deletes all files of a response, as must be done before it is deleted itself, and answers the keys to give to `removeStored` once this is committed. */
export async function eraseFiles(tx: Transaction, submissionId: string): Promise<string[]> {
  const rows = await tx.storedFile.findMany({ where: { submissionId }, select: { storageKey: true } })
  await tx.storedFile.deleteMany({ where: { submissionId } })
  return rows.map(({ storageKey }) => storageKey)
}

/**
 * Opens the one file that `where` names; whoever asks has been looked at. Null where there is none, where it is not
 * looked through yet, and where it held a virus.
 */
export async function openStoredFile(where: Prisma.StoredFileWhereInput): Promise<OpenedFile | null> {
  const select = { storageKey: true, name: true, type: true, bytes: true, scan: true }
  const row = await db.storedFile.findFirst({ where, select })
  if (!row || row.scan === 'INFECTED' || (row.scan === 'UNSCANNED' && scans())) return null
  const stream = await (await fileStore()).open(row.storageKey)
  return stream && { name: row.name, type: row.type, bytes: row.bytes, stream }
}

/** Opens a file of the response that this browser is writing. */
export async function openOwnFile(token: string | null, id: string): Promise<OpenedFile | null> {
  const own = await findWritten(token)
  return own ? openStoredFile({ id, submissionId: own.id, position: { not: null } }) : null
}

/** Opens a file of what was sent, for who holds its private link. Also one that a correction took away: it is theirs. */
export async function openEvidenceFile(token: string, id: string): Promise<OpenedFile | null> {
  const key = await findKey(token, 'EVIDENCE')
  if (key?.state !== 'good') return null
  return openStoredFile({ id, submissionId: key.submissionId, submission: { status: { not: 'WITHDRAWN' } } })
}

/**
 * Opens a file of a live submission for who may read it. Not one that the respondent took away; while they correct it,
 * one that was sent before.
 */
export async function openFileForStaff(viewer: Viewer, id: string): Promise<OpenedFile | null> {
  const select = { submission: { select: { id: true, status: true, answeredSteps: true } } }
  const row = await db.storedFile.findUnique({ where: { id }, select })
  if (!row?.submission || !may(viewer, 'readSubmission', row.submission)) return null
  const standing = row.submission.answeredSteps.length > 0 ? await filesOfLastRevision(db, row.submission.id) : null
  if (!standing) return openStoredFile({ id, position: { not: null } })
  return standing.includes(id) ? openStoredFile({ id }) : null
}
