import { slugHoldsName, spellings } from './case-study-name'
import { fold, squeeze, unfold, wordsIn } from './folded-text'
import { takenBack, type Edition, type EditionBlock, type EditionNote, type Part } from './report-edition'
import { unitAt } from './span'
import { countCharacters } from './text-count'

/** A passage shorter than this is not looked for in the text: it may stand there by chance. In code points. */
export const shortestQuoted = 20

/** What goes from an edition: the evidence behind some notes, and names wherever they stand. */
export type TakenBack = {
  notes: readonly number[]
  /** Names that may not be read any more; none where the respondent can still be named. */
  names: readonly string[]
  /** Whether the whole evidence goes, or only the names. */
  whole: boolean
}

/**
 * An edition without what a respondent has taken back: their notes say that they are gone, quotations that rest on them
 * and their words wherever they are quoted are replaced, so are the names, and rows of tables that begin with one go.
 */
export function withoutTakenBack(edition: Edition, { notes, names, whole }: TakenBack): Edition {
  const gone = new Set(whole ? notes : [])
  const quoted = edition.notes.flatMap(note =>
    note.kind === 'passage' && gone.has(note.n) && note.words && countCharacters(note.words) >= shortestQuoted
      ? [note.words]
      : [],
  )
  const said = names.filter(Boolean)
  const hides: Hide[] = [...hidesOf(said), ...quoted.map(words => ({ words, exactly: false }))]
  const clean = (text: string) => blotted(text, hides)
  const cleaning = { gone, clean, hides, names: said }
  const cleaned = {
    title: clean(edition.title),
    summary: clean(edition.summary),
    sections: edition.sections.map(section => ({
      ...section,
      title: clean(section.title),
      blocks: section.blocks.map(block => blockWithout(block, cleaning)),
    })),
    notes: edition.notes.map(note => noteWithout(note, cleaning, notes)),
    works: edition.works,
  }
  return withoutNamesInAddresses(cleaned, said)
}

/** A text without names that may not be read, or not any more. */
export function withoutNames(text: string, names: readonly string[], sign = takenBack): string {
  return blotted(text, hidesOf(names), sign)
}

/** Whether a text holds one of these names. */
export function namesAnyOf(text: string, names: readonly string[]): boolean {
  return places(text, hidesOf(names)).length > 0
}

const hidesOf = (names: readonly string[]): Hide[] =>
  names
    .filter(Boolean)
    .flatMap(spellings)
    .map(words => ({ words, exactly: isOneWord(words) }))

type Hide = { words: string; exactly: boolean }
type Cleaning = {
  gone: ReadonlySet<number>
  clean: (text: string) => string
  hides: readonly Hide[]
  names: readonly string[]
}

/** A name of one word may be a word of the language too: it is found only as it is written, capitals and all. */
const isOneWord = (name: string) => !/\s/.test(name.trim())

function noteWithout(note: EditionNote, { gone, clean, names }: Cleaning, notes: readonly number[]): EditionNote {
  if (note.kind === 'study')
    return gone.has(note.n) ? { ...note, title: '', slug: '', gone: true } : { ...note, title: clean(note.title) }
  if (gone.has(note.n)) return { ...note, words: null, organisationName: null, organisationType: null, gone: true }
  const unnamed = names.length > 0 && notes.includes(note.n)
  return {
    ...note,
    organisationName: unnamed ? null : note.organisationName,
    words: note.words === null ? null : clean(note.words),
  }
}

function blockWithout(block: EditionBlock, { gone, clean, hides, names }: Cleaning): EditionBlock {
  if (block.kind === 'table') {
    const rows = block.rows.filter(([first = '']) => !names.includes(first)).map(row => row.map(clean))
    return { ...block, title: clean(block.title), note: clean(block.note), rows }
  }
  if (block.kind === 'chart') return { ...block, title: clean(block.title), caption: clean(block.caption) }
  const rests = (part: Part) => typeof part !== 'string' && 'note' in part && gone.has(part.note)
  if (block.kind === 'quotation' && block.parts.some(rests))
    return { ...block, parts: [takenBack, ...block.parts.filter(part => typeof part !== 'string')] }
  return { ...block, parts: partsWithout(block.parts, hides) }
}

/** Words are found across the signs of notes and references that stand among them. */
function partsWithout(parts: readonly Part[], hides: readonly Hide[]): Part[] {
  const found = places(parts.map(part => (typeof part === 'string' ? part : '')).join(''), hides)
  let from = 0
  return parts.map(part => {
    if (typeof part !== 'string') return part
    const [start, end] = [from, from + part.length]
    from = end
    const own = found.filter(place => place.start < end && place.end > start)
    return own.toReversed().reduce((left, place) => {
      const [first, last] = [Math.max(place.start, start) - start, Math.min(place.end, end) - start]
      return left.slice(0, first) + (place.start >= start ? takenBack : '') + left.slice(last)
    }, part)
  })
}

function blotted(text: string, hides: readonly Hide[], sign = takenBack): string {
  return places(text, hides)
    .toReversed()
    .reduce((left, { start, end }) => left.slice(0, start) + sign + left.slice(end), text)
}

/** Where words stand in a text, however they are spaced and capitalised: in UTF-16 units, in order, none within another. */
function places(text: string, hides: readonly Hide[]): { start: number; end: number }[] {
  const folded = fold(text)
  const squeezed = squeeze(folded)
  const all = hides.flatMap(({ words, exactly }) =>
    wordsIn(squeezed, words).flatMap(span => {
      const { start, end } = unfold(folded, span.start, span.end)
      const place = { start: unitAt(text, start), end: unitAt(text, end) }
      return exactly && text.slice(place.start, place.end) !== words ? [] : [place]
    }),
  )
  return all
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .reduce<{ start: number; end: number }[]>((before, place) => {
      const last = before.at(-1)
      if (!last || place.start >= last.end) return [...before, place]
      return [...before.slice(0, -1), { start: last.start, end: Math.max(last.end, place.end) }]
    }, [])
}

/** Sections whose address holds a name get one of their number, and what leads to them follows. */
function withoutNamesInAddresses(edition: Edition, names: readonly string[]): Edition {
  const moved = new Map(
    edition.sections
      .filter(({ slug }) => slugHoldsName(slug, [...names]))
      .map(({ slug, number }) => [slug, `section-${number.toLowerCase().replaceAll('.', '-')}`]),
  )
  if (moved.size === 0) return edition
  const now = (slug: string) => moved.get(slug) ?? slug
  const follow = (part: Part): Part =>
    typeof part !== 'string' && 'section' in part ? { ...part, section: now(part.section) } : part
  return {
    ...edition,
    sections: edition.sections.map(section => ({
      ...section,
      slug: now(section.slug),
      blocks: section.blocks.map(block => ('parts' in block ? { ...block, parts: block.parts.map(follow) } : block)),
    })),
    notes: edition.notes.map(note => ({
      ...note,
      places: note.places.map(place => ({ ...place, section: now(place.section) })),
    })),
  }
}
