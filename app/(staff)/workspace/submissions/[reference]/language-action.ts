'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { correctLanguage } from '@/lib/data/submission-language'
import { languageCodes } from '@/lib/domain/language'
import type { Result } from '@/lib/result'

const LanguageInput = z.object({
  reference: z.string().check(z.maxLength(40)),
  language: z.enum([...languageCodes, ''], 'Select a language'),
})

/** Says what language a submission is in; an empty one says that it cannot be told. */
export async function changeLanguage(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, LanguageInput)
  if (!posted.ok) return posted
  const { reference, language } = posted.input
  const result = await correctLanguage(posted.viewer, { reference, language: language || null })
  if (result.ok) refresh()
  return result
}
