'use server'

import { getTranslations } from 'next-intl/server'
import { redirect, RedirectType } from 'next/navigation'

import { forget } from '@/lib/data/cached'
import { completeStep } from '@/lib/data/draft-saving'
import type { DraftRefusal } from '@/lib/data/drafts'
import { heardTag } from '@/lib/data/heard'
import { galleryTag } from '@/lib/data/releases'
import { sendEvidence } from '@/lib/data/submission-sending'
import { readPageState } from '@/lib/domain/draft-save'
import { fieldsOf } from '@/lib/domain/form'
import { readForm, type FormValues } from '@/lib/domain/step-form'
import { earlier, stepAfter } from '@/lib/domain/step-order'
import { stepNames, type StepName } from '@/lib/domain/step-fields'
import { dropDraftToken, keepDraftToken, readDraftToken } from '@/lib/draft-cookie'
import { dropEvidenceToken, keepEvidenceToken, readEvidenceToken } from '@/lib/evidence-cookie'
import { requestNetwork } from '@/lib/request-network'
import { refused, type Refusal } from '@/lib/result'
import { beginAnotherFrom } from './begin-another'
import { conflictsInWords, type ConflictInWords } from './conflict-words'
import { stepErrors } from './step-words'
import { trapName } from './trap'

/** A refusal with what was typed, so that a page without script can show it again. */
export type RefusedStep = Refusal & { values: FormValues; conflicts?: ConflictInWords[] }

/** Saves one step and goes on to the next, or back to the check page that the respondent came from. */
export async function postStep(_before: RefusedStep | null, form: unknown): Promise<RefusedStep> {
  const sent = fieldsOf(form)
  const step = stepNames.find(name => name === sent.step)
  if (!step) redirect('/submit')
  const values = readForm(step, form)
  const { writer, turn, versions, keepTheirs } = readPageState(sent)
  const origin = { writer, turn, network: await requestNetwork(), trapped: Boolean(sent[trapName]) }
  const result = await completeStep(await readDraftToken(), { step, values, versions, keepTheirs }, origin)
  if (result.ok) {
    const { token, first } = result.value
    await keepDraftToken(token)
    if (first !== step && earlier(first, step) === first) redirect(`/submit/${first}?notice=lost`)
    redirect(`/submit/${sent.change ? first : earlier(first, stepAfter(step))}`)
  }
  if (result.message === 'sent') redirect('/submit/done', RedirectType.replace)
  return { ...(await explained(step, result)), values }
}

async function explained(step: StepName, { message, fields = {}, conflicts = [] }: DraftRefusal) {
  const t = await getTranslations('submit')
  const sentences: Record<string, string> = await stepErrors(step)
  const said = Object.entries(fields).map(([field, keys]) => [field, keys.map(key => sentences[key] ?? key)])
  const refusal = refused(t(`refusals.${message}`), Object.fromEntries(said))
  return { ...refusal, conflicts: await conflictsInWords(conflicts, await readDraftToken()) }
}

/** Sends the draft. Pressed twice, it shows the same reference twice. */
export async function postEvidence(_before: Refusal | null, _form: unknown): Promise<Refusal> {
  const token = await readDraftToken()
  const result = await sendEvidence(token, await requestNetwork())
  if (result.ok) {
    forget(heardTag)
    if (token) await keepDraftToken(token) // also makes the browser forget the steps it had in memory
    const { key, corrected } = result.value
    if (key) await keepEvidenceToken(key)
    if (corrected) forget(galleryTag)
    redirect(corrected ? `/evidence/${key}` : '/submit/done', RedirectType.replace)
  }
  if (result.message === 'noDraft') redirect('/submit')
  if (result.message === 'incomplete') redirect('/submit')
  const t = await getTranslations('submit')
  return refused(t(`refusals.${result.message}`))
}

/** Lets go of what was sent and begins anew, with what was said of the organisation while this browser knows it. */
export async function beginAnother(): Promise<void> {
  const evidence = await readEvidenceToken()
  const begun = evidence ? await beginAnotherFrom(evidence) : false
  if (!begun) {
    await dropDraftToken()
    await dropEvidenceToken()
  }
  redirect('/submit/organisation')
}
