import { forget } from '@/lib/data/cached'
import { publishDue } from '@/lib/data/publication-plans'
import { galleryTag } from '@/lib/data/releases'
import { log } from '@/lib/log'

/** Publishes what was planned and is due. Safe to run twice, and in two processes. */
export async function publishPlanned(): Promise<void> {
  const published = await publishDue()
  if (published === 0) return
  forget(galleryTag)
  log('info', 'publication.planned', { count: published })
}
