'use server'

import { getTranslations } from 'next-intl/server'
import { encode } from 'uqr'
import * as z from 'zod/mini'

import { mailResumeLink, makeResumeLink } from '@/lib/data/resume-links'
import { isEmailAddress } from '@/lib/domain/email-address'
import { fieldsOf } from '@/lib/domain/form'
import { limits } from '@/lib/domain/submission'
import { normaliseLine } from '@/lib/domain/text-normal'
import { readDraftToken } from '@/lib/draft-cookie'
import { requestNetwork } from '@/lib/request-network'
import { refused, refusedAt, type Result } from '@/lib/result'
import { siteOrigin } from '@/lib/site-address'

/** What was asked for: a mail that is on its way, or the link itself with its QR code as rows of dark squares. */
export type LaterAnswer = { mailedTo: string } | { link: string; squares: boolean[][] }

const Email = z.string().check(z.overwrite(normaliseLine), z.maxLength(limits.email), z.refine(isEmailAddress))

/** Makes a private link to this browser's draft, and sends or shows it. */
export async function askForLink(_before: Result<LaterAnswer> | null, form: unknown): Promise<Result<LaterAnswer>> {
  const sent = fieldsOf(form)
  const t = await getTranslations('submit.later.errors')
  const replaceOthers = sent.replace === 'yes'
  const token = await readDraftToken()
  if (sent.how === 'show') {
    const made = await makeResumeLink(token, { replaceOthers })
    if (!made.ok) return refused(t(made.message))
    const link = `${await siteOrigin()}/resume/${made.value}`
    return { ok: true, value: { link, squares: encode(link).data } }
  }
  const email = Email.safeParse(sent.email)
  if (!email.success) return refusedAt('email', t('email'))
  const mailed = await mailResumeLink(token, { email: email.data, replaceOthers, network: await requestNetwork() })
  if (!mailed.ok) return refused(t(mailed.message))
  return { ok: true, value: { mailedTo: email.data } }
}
