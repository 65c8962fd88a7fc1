import { db, type Transaction } from '@/lib/db'
import { removeMailFiles, writtenMails } from '@/lib/mail/mail-files'

const batch = 500

/** Deletes every mail about a response, and answers the ids to give to `removeMailFiles` once this is committed. */
export async function forgetMails(tx: Transaction, submissionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM "Mail" WHERE "submissionId" = ${submissionId}::uuid RETURNING "id"`
  return rows.map(({ id }) => id)
}

/**
 * Removes written mails that no row knows any more: those of a server that died between deleting the row and the file.
 * Answers how many. Safe to run twice, and side by side: a row is there before its file is.
 */
export async function sweepMailFiles(): Promise<number> {
  const written = await writtenMails()
  let removed = 0
  for (let from = 0; from < written.length; from += batch) {
    const ids = written.slice(from, from + batch)
    const rows = await db.mail.findMany({ where: { id: { in: ids } }, select: { id: true } })
    const known = new Set(rows.map(({ id }) => id))
    const strays = ids.filter(id => !known.has(id))
    await removeMailFiles(strays)
    removed += strays.length
  }
  return removed
}
