import { eraseUnsent } from '@/lib/data/draft-erasing'
import { log } from '@/lib/log'

/** Keeps the promise that what was begun and never sent is deleted sixty days later. Safe to run twice, and in two processes. */
export async function eraseUnsentDue(): Promise<void> {
  const erased = await eraseUnsent()
  if (erased > 0) log('info', 'unsent.erased', { count: erased })
}
