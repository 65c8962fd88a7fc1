import * as z from 'zod/mini'

import { analysisKinds, readAnalysisView, type AnalysisView } from './analysis'
import { askedIn } from './address'
import { lineInput, paragraphsInput } from './text-input'

const title = lineInput({ name: 'Title', most: 200, missing: 'Enter a title' })
const note = paragraphsInput({ name: 'Note', most: 4_000 })

/** A view to keep: its kind, and what stands after the `?` of its address. */
export const NewFigure = z.object({
  title,
  note,
  kind: z.enum(analysisKinds),
  query: z.string().check(z.maxLength(8_000)),
})
export type NewFigure = z.infer<typeof NewFigure>

export const FigureEdit = z.object({
  id: z.uuid(),
  version: z.coerce.number().check(z.int(), z.positive()),
  title,
  note,
})
export type FigureEdit = z.infer<typeof FigureEdit>

export const FigureDeed = z.object({ id: z.uuid() })

/** The view that somebody kept. */
export function viewKept({ kind, query }: Pick<NewFigure, 'kind' | 'query'>): AnalysisView {
  return readAnalysisView(kind, askedIn(query))
}
