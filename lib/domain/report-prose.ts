import * as z from 'zod/mini'

import { linkTargets, plainText, wordBlock, wordKinds, type Link, type Prose, type WordBlock } from './prose'
import { countCharacters } from './text-count'
import { normaliseLine, normaliseText } from './text-normal'

/** A figure that was kept from the analysis: what it shows is counted when an edition is made. */
export type ChartBlock = { kind: 'chart'; chart: string; caption: string }
export type ReportBlock = WordBlock | ChartBlock

/** A section of the report as it is being written, block by block. */
export type ReportProse = ReportBlock[]

const at = z.int().check(z.minimum(0))
const Words = z.pipe(
  z.object({
    kind: z.enum(wordKinds),
    text: z.string(),
    cites: z.optional(z.array(z.object({ at, coding: z.uuid() })).check(z.maxLength(100))),
    links: z.optional(z.array(z.object({ at, to: z.enum(linkTargets), id: z.uuid() })).check(z.maxLength(100))),
  }),
  z.transform(block => ({ ...block, text: normalised(block) })),
)

/** The space after a reference that begins a text stays: it parts the two, and every other place is counted with it. */
function normalised({ text, links }: { text: string; links?: { at: number }[] | undefined }): string {
  const kept = normaliseText(text)
  return kept && /^\s/.test(text) && links?.some(link => link.at === 0) ? ` ${kept}` : kept
}

const Chart = z.object({
  kind: z.literal('chart'),
  chart: z.uuid(),
  caption: z.pipe(z.string().check(z.maxLength(600)), z.transform(normaliseLine)),
})

/** A section's body as it is kept and sent. Whatever else a sender adds is dropped. */
export const ReportProseSchema = z.array(z.union([Words, Chart])).check(z.maxLength(1_000))

/** A body from a column or a message that should hold one; empty where it does not. */
export function readReportProse(kept: unknown): ReportProse {
  const parsed = ReportProseSchema.safeParse(kept)
  return parsed.success ? parsed.data : []
}

/** What is kept of a body that somebody sent: no block without words, and nothing beyond its block's end. */
export function tidyReportProse(body: ReportProse): ReportProse {
  return body.flatMap((block): ReportBlock[] => {
    if (block.kind === 'chart') return [block]
    if (!block.text) return []
    return [withLinks(wordBlock(block.kind, block.text, block.cites ?? []), block.links ?? [])]
  })
}

/** A block with its references in order, each once at its place; without the list where there are none. */
export function withLinks(block: WordBlock, links: Link[]): WordBlock {
  const length = countCharacters(block.text)
  const placed = links.map(link => ({ ...link, at: Math.min(link.at, length) }))
  const ordered = placed
    .filter((one, index) => placed.findIndex(other => isSame(one, other)) === index)
    .toSorted((one, other) => one.at - other.at)
  return ordered.length > 0 ? { ...block, links: ordered } : block
}

const isSame = (one: Link, other: Link) => one.at === other.at && one.to === other.to && one.id === other.id

/** Its words, without the charts. */
export function proseIn(body: ReportProse): Prose {
  return body.filter(block => block.kind !== 'chart')
}

/** All that somebody wrote in it, captions too, in plain words. */
export function wordsOfReport(body: ReportProse): string {
  return body
    .map(block => (block.kind === 'chart' ? block.caption : plainText([block])))
    .filter(Boolean)
    .join('\n\n')
}

/** The figures that it shows, in their order, each once. */
export function chartsIn(body: ReportProse): string[] {
  return [...new Set(body.flatMap(block => (block.kind === 'chart' ? [block.chart] : [])))]
}

/** What it refers to of one kind, in their order, each once. */
export function linkedIn(body: ReportProse, to: Link['to']): string[] {
  const links = body.flatMap(block => (block.kind === 'chart' ? [] : (block.links ?? [])))
  return [...new Set(links.filter(link => link.to === to).map(({ id }) => id))]
}
