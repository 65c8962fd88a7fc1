import * as z from 'zod/mini'

import { countCharacters } from './text-count'
import { normaliseLine, normaliseText } from './text-normal'

/** Kinds of blocks that hold words: what they are, never how they look. */
export const wordKinds = ['paragraph', 'heading', 'quotation', 'bullet', 'number'] as const
export type WordKind = (typeof wordKinds)[number]

export function isWordKind(kind: string): kind is WordKind {
  return wordKinds.some(known => known === kind)
}

/** A coded span that a passage rests on, cited after so many code points of its block. */
export type Cite = { at: number; coding: string }

/** A numbered note, as readers get it in place of what it cites, after so many code points of its block. */
export type NoteSign = { at: number; n: number }

/** What a text refers to: a case study, a published work, or a section or figure of its own. */
export const linkTargets = ['study', 'work', 'section', 'chart'] as const
export type LinkTarget = (typeof linkTargets)[number]

export function isLinkTarget(target: unknown): target is LinkTarget {
  return linkTargets.some(known => known === target)
}

/** A reference after so many code points of its block. Only the report has them. */
export type Link = { at: number; to: LinkTarget; id: string }

/** Work in progress has `cites`, what was released has `notes` instead: ids of codings never leave the workspace. */
export type WordBlock = {
  kind: WordKind
  text: string
  cites?: Cite[] | undefined
  links?: Link[] | undefined
  notes?: NoteSign[] | undefined
}
/** A picture, and how large it is, in pixels: pages keep room for it. */
export type FigureBlock = { kind: 'figure'; image: string; width: number; height: number; alt: string; caption: string }
export type Block = WordBlock | FigureBlock

/** A text written for publication, block by block. Words are plain: no markup lives in them. */
export type Prose = Block[]

const Cite = z.object({ at: z.int().check(z.minimum(0)), coding: z.uuid() })
const NoteSign = z.object({ at: z.int().check(z.minimum(0)), n: z.int().check(z.minimum(1)) })
const WordBlock = z.object({
  kind: z.enum(wordKinds),
  text: z.pipe(z.string(), z.transform(normaliseText)),
  cites: z.optional(z.array(Cite).check(z.maxLength(100))),
  notes: z.optional(z.array(NoteSign).check(z.maxLength(100))),
})
const Pixels = z.int().check(z.minimum(1), z.maximum(100_000))
const FigureBlock = z.object({
  kind: z.literal('figure'),
  image: z.uuid(),
  width: Pixels,
  height: Pixels,
  alt: z.pipe(z.string(), z.transform(normaliseLine)),
  caption: z.pipe(z.string(), z.transform(normaliseLine)),
})

/** Prose as it is kept and sent. Whatever else a sender adds is dropped. */
export const ProseSchema = z.array(z.union([WordBlock, FigureBlock])).check(z.maxLength(1_000))

/**
 * What is kept of prose that somebody sent: no block without words, and no citation beyond its block's end. Citations
 * stand in their order, each once at its place.
 */
export function tidyProse(prose: Prose): Prose {
  return prose.flatMap((block): Block[] => {
    if (block.kind === 'figure') return [block]
    if (!block.text) return []
    return [wordBlock(block.kind, block.text, block.cites ?? [])]
  })
}

/** A block with its citations in order; without the list where there are none. */
export function wordBlock(kind: WordKind, text: string, cites: Cite[]): WordBlock {
  const length = countCharacters(text)
  const placed = cites.map(({ at, coding }) => ({ at: Math.min(at, length), coding }))
  const ordered = placed
    .filter((cite, index) => placed.findIndex(other => other.at === cite.at && other.coding === cite.coding) === index)
    .toSorted((one, other) => one.at - other.at)
  return ordered.length > 0 ? { kind, text, cites: ordered } : { kind, text }
}

/** Prose from a column or a message that should hold some; empty where it does not. */
export function readProse(kept: unknown): Prose {
  const parsed = ProseSchema.safeParse(kept)
  return parsed.success ? parsed.data : []
}

/** The paragraphs of a plain text, parted by empty lines. */
export function proseOf(text: string): Prose {
  return normaliseText(text)
    .split(/\n{2,}/)
    .filter(Boolean)
    .map(text => ({ kind: 'paragraph', text }))
}

/** All that a reader reads of it: words, captions and what pictures show, block after block. */
export function plainText(prose: Prose): string {
  return prose.map(wordsOf).filter(Boolean).join('\n\n')
}

/** The same of one block. */
export function wordsOf(block: Block): string {
  return block.kind === 'figure' ? [block.alt, block.caption].filter(Boolean).join('\n') : block.text
}

/** How long it is, in code points, as the limits count it. */
export function lengthOfProse(prose: Prose): number {
  return countCharacters(plainText(prose))
}

/** The codings that it cites, in their order, each once. */
export function citedCodings(prose: Prose): string[] {
  return [...new Set(prose.flatMap(block => (block.kind === 'figure' ? [] : (block.cites ?? []).map(c => c.coding))))]
}

/** The pictures that it shows, in their order, each once. */
export function picturesIn(prose: Prose): string[] {
  return [...new Set(prose.flatMap(block => (block.kind === 'figure' ? [block.image] : [])))]
}

/** The same with what is known of its pictures' sizes; without those of which nothing is known. */
export function withSizes(prose: Prose, known: ReadonlyMap<string, { width: number; height: number }>): Prose {
  return prose.flatMap((block): Block[] => {
    if (block.kind !== 'figure') return [block]
    const size = known.get(block.image)
    return size ? [{ ...block, width: size.width, height: size.height }] : []
  })
}

/** The same for readers: each citation is the note of that number, or nothing where `numberOf` has none for it. */
export function withNotes(prose: Prose, numberOf: (coding: string) => number | null): Prose {
  return prose.map((block): Block => {
    if (block.kind === 'figure') return block
    const notes: NoteSign[] = []
    for (const { at, coding } of block.cites ?? []) {
      const n = numberOf(coding)
      if (n !== null && !notes.some(note => note.at === at && note.n === n)) notes.push({ at, n })
    }
    const { kind, text } = block
    return notes.length > 0 ? { kind, text, notes } : { kind, text }
  })
}

/** What a text is made of in the order in which it reads: stretches of words, and the notes between them. */
export function stretchesOf({ text, notes = [] }: WordBlock): (string | NoteSign)[] {
  const characters = Array.from(text)
  let from = 0
  const parts: (string | NoteSign)[] = []
  for (const note of notes) {
    parts.push(characters.slice(from, note.at).join(''), note)
    from = Math.max(from, note.at)
  }
  return [...parts, characters.slice(from).join('')].filter(part => part !== '')
}
