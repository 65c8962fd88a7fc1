import { removeStored } from '@/lib/data/files'
import type { Transaction } from '@/lib/db'
import { newStorageKey } from '@/lib/files/storage-key'

/**
 * Blanks the mails that a withdrawn response came with, and those that came back to it: who wrote them, what they say,
 * and the files that are not the response's own. Answers the keys to give to `removeForgotten` once this is committed.
 * The hash stays, so that no mail comes a second time.
 */
export async function forgetIncoming(tx: Transaction, submissionId: string): Promise<string[]> {
  const mails = await tx.incomingMail.findMany({ where: { submissionId }, select: { id: true, storageKey: true } })
  const alone = { submissionId: null, incomingMailId: { in: mails.map(({ id }) => id) } }
  const files = await tx.storedFile.findMany({ where: alone, select: { storageKey: true } })
  await tx.storedFile.deleteMany({ where: alone })
  const said = {
    fromName: '',
    fromAddress: '',
    subject: '',
    body: '',
    setAsideReason: '',
    messageId: '',
    inReplyTo: '',
  }
  // a key under which nothing lies: no row knows the bytes any more, so that a sweep finds those that were left
  for (const { id } of mails)
    await tx.incomingMail.update({ where: { id }, data: { ...said, source: '', storageKey: newStorageKey() } })
  return [...mails, ...files].map(({ storageKey }) => storageKey)
}

/** Removes bytes of what was forgotten. It is withdrawn by now, so that nothing fails here: a sweep removes what is left. */
export async function removeForgotten(keys: readonly string[]): Promise<void> {
  await removeStored(keys).catch(() => undefined)
}
