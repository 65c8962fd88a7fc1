'use server'

import { getTranslations } from 'next-intl/server'
import { refresh } from 'next/cache'
import { redirect, RedirectType } from 'next/navigation'
import * as z from 'zod/mini'

import { beginAnotherFrom } from '@/app/[locale]/submit/begin-another'
import { stepErrors } from '@/app/[locale]/submit/step-words'
import { forget } from '@/lib/data/cached'
import { changeConsent } from '@/lib/data/consents'
import { dropCorrection, openCorrection } from '@/lib/data/corrections'
import { getDraft } from '@/lib/data/drafts'
import { heardTag } from '@/lib/data/heard'
import { galleryTag } from '@/lib/data/releases'
import { answerShowing } from '@/lib/data/showings'
import { withdrawEvidence } from '@/lib/data/withdrawals'
import { ConsentChange } from '@/lib/domain/consent-change'
import { fieldsOf } from '@/lib/domain/form'
import { ShowingAnswerInput } from '@/lib/domain/showing'
import { keepDraftToken, readDraftToken } from '@/lib/draft-cookie'
import { dropEvidenceToken } from '@/lib/evidence-cookie'
import { refused, type Result } from '@/lib/result'

const Token = z.object({ token: z.string().check(z.maxLength(100)) })
const Withdrawal = z.object({ ...Token.shape, reference: z._default(z.string().check(z.maxLength(100)), '') })

/** Changes one consent or wish; it is obeyed before this answers. */
export async function postConsent(_: Result | null, form: unknown): Promise<Result> {
  const t = await getTranslations('evidence')
  const posted = fieldsOf(form)
  const { kind, telephone = '', bestTimes = '', email = '' } = posted
  const name = `answer-${String(kind)}`
  const token = Token.safeParse(posted)
  const change = ConsentChange.safeParse({ kind, answer: posted[name], telephone, bestTimes, email })
  if (!token.success) return refused(t('refusals.gone'))
  if (!change.success) {
    const { answer, ...fields } = z.flattenError(change.error).fieldErrors as Record<string, string[] | undefined>
    return refused(t('consents.select'), {
      ...(await inWords(fields)),
      ...(answer && { [name]: [t('consents.select')] }),
    })
  }
  const result = await changeConsent(token.data.token, change.data)
  if (!result.ok) return result
  if (result.value.readersSaw) forget(galleryTag)
  refresh()
  return { ok: true, value: undefined }
}

async function inWords(fields: Record<string, string[] | undefined>) {
  const sentences = await stepErrors('contact')
  return Object.fromEntries(
    Object.entries(fields).map(([field, keys = []]) => [field, keys.map(key => sentences[key] ?? key)]),
  )
}

/** What they say of a case study that they were shown. */
export async function postShowingAnswer(_: Result | null, form: unknown): Promise<Result> {
  const t = await getTranslations('evidence')
  const posted = fieldsOf(form)
  const [token, answer] = [Token.safeParse(posted), ShowingAnswerInput.safeParse(posted)]
  if (!token.success) return refused(t('refusals.gone'))
  if (!answer.success) {
    const { words } = z.flattenError(answer.error).fieldErrors
    return words
      ? refused(t('refusals.problem'), { words })
      : refused(t('showing.select'), { answer: [t('showing.select')] })
  }
  if (answer.data.answer === 'CHANGE' && !answer.data.words)
    return refused(t('showing.missing'), { words: [t('showing.missing')] })
  const result = await answerShowing(token.data.token, answer.data)
  if (result.ok) refresh()
  return result
}

/** Opens what was sent in the wizard, on its last page. */
export async function postCorrection(_: Result | null, form: unknown): Promise<Result> {
  const t = await getTranslations('evidence')
  const posted = Token.safeParse(fieldsOf(form))
  if (!posted.success) return refused(t('refusals.gone'))
  if (await hasUnfinished()) return refused(t('do.unfinishedPlain'))
  const result = await openCorrection(posted.data.token)
  if (!result.ok) return result
  await keepDraftToken(result.value.browserToken)
  redirect('/submit/check')
}

/** Whether this browser holds a draft that would be out of its reach. */
async function hasUnfinished(): Promise<boolean> {
  const draft = await getDraft(await readDraftToken())
  return draft !== null && !draft.sent && !draft.correcting && Object.keys(draft.kept).length > 0
}

/** Lets go of a correction that was begun. */
export async function postDropCorrection(_: Result | null, form: unknown): Promise<Result> {
  const posted = Token.safeParse(fieldsOf(form))
  if (!posted.success) return refused((await getTranslations('evidence'))('refusals.gone'))
  const result = await dropCorrection(posted.data.token)
  if (result.ok) refresh()
  return result
}

/** Begins another example with what was said of the organisation. */
export async function postAnother(_: Result | null, form: unknown): Promise<Result> {
  const t = await getTranslations('evidence')
  const posted = Token.safeParse(fieldsOf(form))
  if (!posted.success) return refused(t('refusals.gone'))
  if (await hasUnfinished()) return refused(t('do.unfinishedPlain'))
  if (!(await beginAnotherFrom(posted.data.token))) return refused(t('do.closedCall'))
  redirect('/submit/organisation')
}

/** Withdraws it for good, once the reference was typed. */
export async function postWithdrawal(_: Result | null, form: unknown): Promise<Result> {
  const posted = Withdrawal.safeParse(fieldsOf(form))
  if (!posted.success) return refused((await getTranslations('evidence'))('refusals.gone'))
  const { token, reference } = posted.data
  const result = await withdrawEvidence(token, reference)
  if (!result.ok) return result
  await dropEvidenceToken()
  forget(heardTag)
  if (result.value.readersSaw) forget(galleryTag)
  redirect(`/evidence/${encodeURIComponent(token)}`, RedirectType.replace)
}
