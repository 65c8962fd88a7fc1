'use server'

import { refresh } from 'next/cache'
import type * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { forget } from '@/lib/data/cached'
import { changeAddress as change } from '@/lib/data/case-study-addresses'
import { nameReader as name, recordReadersWord } from '@/lib/data/outside-readers'
import { answerPassageComment, commentOnPassage, resolvePassageComment } from '@/lib/data/passage-comments'
import { dropPlan as drop, planPublication } from '@/lib/data/publication-plans'
import { galleryTag } from '@/lib/data/releases'
import { recordRespondentsYes, showCaseStudy, type ShownTo } from '@/lib/data/showings'
import { CaseStudyDeedInput, RespondentsYesInput } from '@/lib/domain/case-study'
import { AddressInput } from '@/lib/domain/case-study-address'
import { NameReaderInput, ReaderWordInput } from '@/lib/domain/outside-reader'
import { PassageAnswerInput, PassageCommentInput, ResolveInput } from '@/lib/domain/passage-comment'
import type { Viewer } from '@/lib/domain/person'
import { PlanInput } from '@/lib/domain/publication-plan'
import { ShowInput } from '@/lib/domain/showing'
import type { Result } from '@/lib/result'

export async function comment(_: Result | null, form: unknown): Promise<Result> {
  return carryOut(form, PassageCommentInput, commentOnPassage)
}

export async function answerComment(_: Result | null, form: unknown): Promise<Result> {
  return carryOut(form, PassageAnswerInput, answerPassageComment)
}

export async function resolveComment(_: Result | null, form: unknown): Promise<Result> {
  return carryOut(form, ResolveInput, resolvePassageComment)
}

export async function nameReader(_: Result | null, form: unknown): Promise<Result> {
  return carryOut(form, NameReaderInput, name)
}

/** It may be the last approval: the library then has it. */
export async function readersWord(_: Result<unknown> | null, form: unknown): Promise<Result<unknown>> {
  return seen(await carryOut(form, ReaderWordInput, recordReadersWord))
}

export async function show(_: Result<ShownTo> | null, form: unknown): Promise<Result<ShownTo>> {
  return carryOut(form, ShowInput, showCaseStudy)
}

export async function recordYes(_: Result | null, form: unknown): Promise<Result> {
  return carryOut(form, RespondentsYesInput, recordRespondentsYes)
}

export async function plan(_: Result | null, form: unknown): Promise<Result> {
  return carryOut(form, PlanInput, planPublication)
}

export async function dropPlan(_: Result | null, form: unknown): Promise<Result> {
  return carryOut(form, CaseStudyDeedInput, drop)
}

export async function changeAddress(_: Result | null, form: unknown): Promise<Result> {
  return seen(await carryOut(form, AddressInput, change))
}

async function carryOut<I, T>(
  form: unknown,
  schema: z.ZodMiniType<I>,
  deed: (viewer: Viewer, input: I) => Promise<Result<T>>,
): Promise<Result<T>> {
  const posted = await readPosted(form, schema)
  if (!posted.ok) return posted
  const result = await deed(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

/** Of what readers may see something has changed. */
function seen<T>(result: Result<T>): Result<T> {
  if (result.ok) forget(galleryTag)
  return result
}
