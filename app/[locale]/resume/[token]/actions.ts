'use server'

import { redirect } from 'next/navigation'

import { openDraft } from '@/lib/data/resume-links'
import { fieldsOf } from '@/lib/domain/form'
import { keepDraftToken } from '@/lib/draft-cookie'
import { requestNetwork } from '@/lib/request-network'

/** Lets this browser go on with the draft of a link. A link that opens nothing (any more) shows its page again, which says why. */
export async function goOnWithDraft(form: unknown): Promise<void> {
  const { link } = fieldsOf(form)
  const token = typeof link === 'string' ? await openDraft(link, await requestNetwork()) : null
  if (!token) redirect(typeof link === 'string' && /^[\w-]{43}$/.test(link) ? `/resume/${link}` : '/submit')
  await keepDraftToken(token)
  redirect('/submit')
}
