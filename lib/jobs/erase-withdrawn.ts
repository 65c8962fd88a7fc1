import { removeStored } from '@/lib/data/files'
import { sweepMailFiles } from '@/lib/data/mail-keeping'
import { dropOldDigests } from '@/lib/data/mention-digests'
import { eraseWithdrawn } from '@/lib/data/withdrawals'
import { log } from '@/lib/log'

/** Keeps the promise that what was withdrawn is deleted after thirty days. Safe to run twice, and in two processes. */
export async function eraseDue(): Promise<void> {
  const erased = await eraseWithdrawn(key => removeStored([key]))
  if (erased > 0) log('info', 'withdrawn.erased', { count: erased })
  await dropOldDigests()
  const swept = await sweepMailFiles()
  if (swept > 0) log('info', 'mail.swept', { count: swept })
}
