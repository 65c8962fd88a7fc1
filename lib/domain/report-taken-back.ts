import { spellings } from './case-study-name'
import { fold, squeeze, unfold, wordsIn } from './folded-text'
import { takenBack, type Edition, type EditionBlock, type EditionSection, type Part } from './report-edition'
import { unitAt, type Span } from './span'
import { countCharacters } from './text-count'

/** A passage shorter than this is not looked for in the text: it may stand there by chance. In code points. */
const shortest = 20

/** What goes from an edition: the evidence behind some notes, and a name wherever it stands. */
export type TakenBack = {
  notes: readonly number[]
  names: readonly string[]
  /** Whether the whole evidence goes, or only the name of who gave it. */
  whole: boolean
}

/**
 * An edition without what a respondent has taken back: their notes say that they are gone, quotations that rest on them
 * and their words wherever they are quoted are replaced, so is the name, and a row of a table that begins with it goes.
 */
export function withoutTakenBack(edition: Edition, { notes, names, whole }: TakenBack): Edition {
  const gone = new Set(whole ? notes : [])
  const quoted = edition.notes.flatMap(note =>
    note.kind === 'passage' && gone.has(note.n) && note.words && countCharacters(note.words) >= shortest
      ? [note.words]
      : [],
  )
  const hidden = [...names.filter(Boolean).flatMap(spellings), ...quoted]
  const clean = (text: string) => hidden.reduce(blotted, text)
  return {
    title: clean(edition.title),
    summary: clean(edition.summary),
    sections: edition.sections.map(section => sectionWithout(section, { gone, clean, names })),
    notes: edition.notes.map(note => {
      if (note.kind === 'study') return note
      if (gone.has(note.n)) return { ...note, words: null, organisationName: null, organisationType: null, gone: true }
      const organisationName = notes.includes(note.n) ? null : note.organisationName
      return { ...note, organisationName, words: note.words === null ? null : clean(note.words) }
    }),
    works: edition.works,
  }
}

type Cleaning = { gone: ReadonlySet<number>; clean: (text: string) => string; names: readonly string[] }

function sectionWithout(section: EditionSection, cleaning: Cleaning): EditionSection {
  const { clean } = cleaning
  return { ...section, title: clean(section.title), blocks: section.blocks.map(block => blockWithout(block, cleaning)) }
}

function blockWithout(block: EditionBlock, { gone, clean, names }: Cleaning): EditionBlock {
  if (block.kind === 'table') {
    const rows = block.rows.filter(([first = '']) => !names.includes(first)).map(row => row.map(clean))
    return { ...block, title: clean(block.title), note: clean(block.note), rows }
  }
  if (block.kind === 'chart') return { ...block, caption: clean(block.caption) }
  const rests = (part: Part) => typeof part !== 'string' && 'note' in part && gone.has(part.note)
  if (block.kind === 'quotation' && block.parts.some(rests))
    return { ...block, parts: [takenBack, ...block.parts.filter(part => typeof part !== 'string')] }
  return { ...block, parts: block.parts.map(part => (typeof part === 'string' ? clean(part) : part)) }
}

/** A text in which words, however they are spaced and capitalised, are replaced. */
function blotted(text: string, words: string): string {
  const folded = fold(text)
  const found = wordsIn(squeeze(folded), words).map(({ start, end }) => unfold(folded, start, end))
  return found
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (left, span: Span) => left.slice(0, unitAt(left, span.start)) + takenBack + left.slice(unitAt(left, span.end)),
      text,
    )
}
