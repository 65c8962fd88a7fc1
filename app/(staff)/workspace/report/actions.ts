'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { forget } from '@/lib/data/cached'
import { currentCall } from '@/lib/data/calls'
import { addWork as add, changeWork as change, removeWork as remove } from '@/lib/data/report-references'
import { keepWords as keep, publishReport, reviewReport, sendReportForReview } from '@/lib/data/report-review'
import { restoreSection as restore, saveSection as saveText, type SavedSection } from '@/lib/data/report-sections'
import {
  addSection as begin,
  moveSection as move,
  removeSection as takeOut,
  saveReport as save,
} from '@/lib/data/reports'
import { galleryTag } from '@/lib/data/releases'
import type { Viewer } from '@/lib/domain/person'
import {
  KeepWordsInput,
  MoveSectionInput,
  NewSectionInput,
  PublishReportInput,
  ReportDeedInput,
  ReportInput,
  ReportReviewInput,
  RestoreSectionInput,
  SectionDeedInput,
  SectionInput,
  WorkDeedInput,
} from '@/lib/domain/report'
import { WorkInput } from '@/lib/domain/report-work'
import { refusedAt, type Result } from '@/lib/result'

const unreadable = 'This form could not be read. Load the page again.'

export async function saveReport(_: Result<unknown> | null, form: unknown): Promise<Result<unknown>> {
  return upon(form, ReportInput, save)
}

/** Begins a section, and opens it to be written. */
export async function addSection(_: Result<unknown> | null, form: unknown): Promise<Result<unknown>> {
  const result = await upon(form, NewSectionInput, begin)
  if (result.ok) redirect(`/workspace/report/sections/${result.value.id}`)
  return result
}

export async function moveSection(_: Result | null, form: unknown): Promise<Result> {
  return upon(form, MoveSectionInput, move, unreadable)
}

/** `number` stands where the section has words: it has to be typed, for they cannot be brought back. */
const Removal = z.extend(SectionDeedInput, { number: z._default(z.string(), ''), typed: z._default(z.string(), '') })

export async function removeSection(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Removal, unreadable)
  if (!posted.ok) return posted
  const { number, typed, ...at } = posted.input
  if (typed.trim().toLowerCase() !== number.toLowerCase()) return refusedAt('typed', `Enter ${number} to remove it`)
  return told(await takeOut(posted.viewer, (await currentCall()).id, at))
}

export async function saveSection(_: Result<SavedSection> | null, form: unknown): Promise<Result<SavedSection>> {
  return upon(form, SectionInput, saveText)
}

/** Brings an earlier version back, and shows it in the editor. */
export async function restoreSection(_: Result<unknown> | null, form: unknown): Promise<Result<unknown>> {
  const posted = await readPosted(form, RestoreSectionInput, unreadable)
  if (!posted.ok) return posted
  const result = told(await restore(posted.viewer, (await currentCall()).id, posted.input))
  if (result.ok) redirect(`/workspace/report/sections/${posted.input.id}`)
  return result
}

export async function addWork(_: Result<unknown> | null, form: unknown): Promise<Result<unknown>> {
  return upon(form, WorkInput, add)
}

export async function changeWork(_: Result | null, form: unknown): Promise<Result> {
  return upon(form, z.extend(WorkInput, { id: z.uuid() }), change)
}

export async function removeWork(_: Result | null, form: unknown): Promise<Result> {
  return upon(form, WorkDeedInput, remove, unreadable)
}

export async function keepWords(_: Result | null, form: unknown): Promise<Result> {
  return upon(form, KeepWordsInput, keep)
}

export async function sendReport(_: Result | null, form: unknown): Promise<Result> {
  return upon(form, ReportDeedInput, sendReportForReview, unreadable)
}

export async function review(_: Result | null, form: unknown): Promise<Result> {
  return upon(form, ReportReviewInput, reviewReport)
}

/** Gives readers an edition: what they see is read anew. */
export async function publish(_: Result<unknown> | null, form: unknown): Promise<Result<unknown>> {
  const result = await upon(form, PublishReportInput, publishReport)
  if (result.ok) forget(galleryTag)
  return result
}

/** A deed upon the report of the call that the portal is about now. */
async function upon<I, T>(
  form: unknown,
  schema: z.ZodMiniType<I>,
  deed: (viewer: Viewer, callId: string, input: I) => Promise<Result<T>>,
  otherwise?: string,
): Promise<Result<T>> {
  const posted = await readPosted(form, schema, otherwise)
  return posted.ok ? told(await deed(posted.viewer, (await currentCall()).id, posted.input)) : posted
}

function told<T>(result: Result<T>): Result<T> {
  if (result.ok) refresh()
  return result
}
