import type { WordKind } from '@/lib/domain/prose'
import type { SectionKind } from '@/lib/domain/report'
import type { reportFigures, reportPassages } from './report-evidence'

/**
 * A block of the demonstration's report. In `text` a reference stands as `{passage:…}`, `{study:…}` (a slug), `{work:…}`,
 * `{section:…}` or `{chart:…}` where its note or its words are to stand.
 */
export type DraftBlock =
  | { kind: WordKind; text: string }
  | { kind: 'quotes'; passage: keyof typeof reportPassages }
  | { kind: 'chart'; chart: keyof typeof reportFigures; caption: string }

export type DraftSection = {
  key: string
  title: string
  kind?: SectionKind
  /** A part of the section before it. */
  part?: boolean
  /** Who wrote it. */
  by: string
  body: DraftBlock[]
}

export const paragraph = (text: string): DraftBlock => ({ kind: 'paragraph', text })
export const heading = (text: string): DraftBlock => ({ kind: 'heading', text })
export const bullets = (...texts: string[]): DraftBlock[] => texts.map(text => ({ kind: 'bullet', text }))
export const numbers = (...texts: string[]): DraftBlock[] => texts.map(text => ({ kind: 'number', text }))
export const quotes = (passage: keyof typeof reportPassages): DraftBlock => ({ kind: 'quotes', passage })
export const chart = (name: keyof typeof reportFigures, caption: string): DraftBlock => ({
  kind: 'chart',
  chart: name,
  caption,
})
