'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { labelOf, sentenceFor } from '@/app/(staff)/workspace/intake/[id]/entry-words'
import { readPosted } from '@/app/(staff)/posted'
import { forget } from '@/lib/data/cached'
import { heardTag } from '@/lib/data/heard'
import { saveEntry, sendEntry } from '@/lib/data/intake-entry'
import { intakeChannels, TakenInput } from '@/lib/domain/intake'
import { readForm } from '@/lib/domain/step-form'
import { stepNames } from '@/lib/domain/step-fields'
import { conflicted, ok, refused, type Result } from '@/lib/result'

const EntryInput = z.extend(TakenInput, {
  id: z.uuid(),
  version: z.coerce.number().check(z.int()),
  channel: z.enum(intakeChannels, 'Select how it was given'),
  intent: z.optional(z.enum(['send'])),
})

/** What was saved, and what is still missing, in sentences. */
export type SavedEntry = { missing: string[] }

/** Keeps what was entered, and sends it where that was asked and nothing is missing. */
export async function keepEntry(_: Result<SavedEntry> | null, form: unknown): Promise<Result<SavedEntry>> {
  const posted = await readPosted(form, EntryInput)
  if (!posted.ok) return posted
  const { intent, ...input } = posted.input
  const values = Object.assign({}, ...stepNames.map(step => readForm(step, form)))
  const saved = await saveEntry(posted.viewer, { ...input, values })
  if (!saved.ok) return saved.conflict ? conflicted(saved.message, inWords(saved.conflict)) : saved
  const problems = Object.entries(saved.value.problems).map(([field, error]) => [field, [sentenceFor(error)]] as const)
  refresh()
  if (intent !== 'send') return ok({ missing: problems.map(([, [sentence = '']]) => sentence) })
  if (problems.length > 0) return refused('It is saved, but not sent yet.', Object.fromEntries(problems.map(([field, sentences]) => [field, [...sentences]]))) // prettier-ignore
  const sent = await sendEntry(posted.viewer, input.id)
  if (!sent.ok) return sent
  forget(heardTag)
  return redirect(`/workspace/submissions/${sent.value.reference}`)
}

function inWords<T extends { changes: { label: string }[] }>(conflict: T): T {
  return { ...conflict, changes: conflict.changes.map(change => ({ ...change, label: labelOf(change.label) })) }
}
