'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'

import { readPosted } from '@/app/(staff)/posted'
import { currentCall } from '@/lib/data/calls'
import { changeFigure, deleteFigure, keepFigure, restoreFigure } from '@/lib/data/figures'
import { FigureDeed, FigureEdit, NewFigure } from '@/lib/domain/figure'
import type { Result } from '@/lib/result'

const path = '/workspace/analysis/figures'
const noSuchFigure = 'There is no such figure.'

export async function keepAsFigure(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, NewFigure)
  if (!posted.ok) return posted
  const call = await currentCall()
  const result = await keepFigure(posted.viewer, call.id, posted.input)
  if (!result.ok) return result
  redirect(`${path}#figure-${result.value.id}`)
}

export async function renameFigure(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, FigureEdit)
  if (!posted.ok) return posted
  const result = await changeFigure(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

/** Deletes it and leads to the list, which offers to bring it back. */
export async function dropFigure(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, FigureDeed, noSuchFigure)
  if (!posted.ok) return posted
  const result = await deleteFigure(posted.viewer, posted.input.id)
  if (!result.ok) return result
  redirect(`${path}?deleted=${posted.input.id}`)
}

export async function bringFigureBack(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, FigureDeed, noSuchFigure)
  if (!posted.ok) return posted
  const result = await restoreFigure(posted.viewer, posted.input.id)
  if (!result.ok) return result
  redirect(`${path}#figure-${posted.input.id}`)
}
