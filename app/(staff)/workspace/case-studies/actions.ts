'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { forget } from '@/lib/data/cached'
import { restoreVersion, saveCaseStudy as save, startCaseStudy as start, type Saved } from '@/lib/data/case-studies'
import { addSource as add, removeSource as remove } from '@/lib/data/case-study-sources'
import { galleryTag, publishCaseStudy, unpublishCaseStudy, withdrawCaseStudy } from '@/lib/data/releases'
import { reviewCaseStudy, sendForReview } from '@/lib/data/reviews'
import { CaseStudyDeedInput, CaseStudyInput, ReviewInput, SourceInput } from '@/lib/domain/case-study'
import { RestoreInput } from '@/lib/domain/case-study-version'
import type { Viewer } from '@/lib/domain/person'
import { refusedAt, type Result } from '@/lib/result'

const unreadable = 'This form could not be read. Load the page again.'
const Start = z.object({ reference: z.string().check(z.maxLength(40)) })

/** Begins a case study from the submission in the field `reference`, and opens it. */
export async function startCaseStudy(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Start, unreadable)
  if (!posted.ok) return posted
  const result = await start(posted.viewer, posted.input.reference)
  if (result.ok) redirect(`/workspace/case-studies/${result.value.id}`)
  return result
}

export async function saveCaseStudy(_: Result<Saved> | null, form: unknown): Promise<Result<Saved>> {
  const posted = await readPosted(form, CaseStudyInput)
  return posted.ok ? told(await save(posted.viewer, posted.input)) : posted
}

/** The reference may be followed by a title, as the list of choices writes it. */
export async function addSource(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, SourceInput)
  if (!posted.ok) return posted
  const [reference = ''] = posted.input.reference.toUpperCase().split(' ')
  return told(await add(posted.viewer, { ...posted.input, reference }))
}

export async function removeSource(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, SourceInput, unreadable)
  return posted.ok ? told(await remove(posted.viewer, posted.input)) : posted
}

/** Brings an earlier version back, and shows it in the editor. */
export async function restore(_: Result<Saved> | null, form: unknown): Promise<Result<Saved>> {
  const posted = await readPosted(form, RestoreInput, unreadable)
  if (!posted.ok) return posted
  const result = told(await restoreVersion(posted.viewer, posted.input))
  if (result.ok) redirect(`/workspace/case-studies/${posted.input.id}?view=edit`)
  return result
}

export async function sendCaseStudy(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, CaseStudyDeedInput, unreadable)
  return posted.ok ? told(await sendForReview(posted.viewer, posted.input)) : posted
}

export async function review(_: Result<unknown> | null, form: unknown): Promise<Result<unknown>> {
  const posted = await readPosted(form, ReviewInput)
  return posted.ok ? told(await reviewCaseStudy(posted.viewer, posted.input)) : posted
}

export async function publish(_: Result | null, form: unknown): Promise<Result> {
  return decide(form, publishCaseStudy)
}

export async function unpublish(_: Result | null, form: unknown): Promise<Result> {
  return decide(form, unpublishCaseStudy)
}

const Withdrawal = z.extend(CaseStudyDeedInput, { slug: z.string(), typed: z.string() })

/** It cannot be undone: the end of the case study's address has to be typed. */
export async function withdraw(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Withdrawal, unreadable)
  if (!posted.ok) return posted
  const { slug, typed, ...at } = posted.input
  if (typed.trim().toLowerCase() !== slug) return refusedAt('typed', `Enter ${slug} to withdraw it`)
  return told(await withdrawCaseStudy(posted.viewer, at))
}

async function decide(
  form: unknown,
  deed: (viewer: Viewer, input: CaseStudyDeedInput) => Promise<Result>,
): Promise<Result> {
  const posted = await readPosted(form, CaseStudyDeedInput, unreadable)
  return posted.ok ? told(await deed(posted.viewer, posted.input)) : posted
}

/** Every one of these can change what readers see: an approval, an edit, a publication. */
function told<T>(result: Result<T>): Result<T> {
  if (result.ok) {
    forget(galleryTag)
    refresh()
  }
  return result
}
