import type { Edition, NotePlace, Part } from './report-edition'

/** The sentence of a text that a note belongs to: the one before its sign, or around it. Empty where there is no such note. */
export function sentenceWith(parts: readonly Part[], note: number): string {
  const at = parts.findIndex(part => typeof part !== 'string' && 'note' in part && part.note === note)
  if (at < 0) return ''
  const offset = spoken(parts.slice(0, at)).trimEnd().length
  const sentences = [...new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(spoken(parts))]
  const found = sentences.find(({ index, segment }) => offset > index && offset <= index + segment.length)
  return (found ?? sentences[0])?.segment.trim() ?? ''
}

/** The same of a place of an edition. */
export function sentenceAt({ sections }: Pick<Edition, 'sections'>, { section, at }: NotePlace, note: number): string {
  const block = sections.find(({ slug }) => slug === section)?.blocks.find(({ id }) => id === at)
  return block && 'parts' in block ? sentenceWith(block.parts, note) : ''
}

/** A reference stands apart from the word before it, as on the page. */
function spoken(parts: readonly Part[]): string {
  return parts.reduce<string>((before, part) => {
    if (typeof part === 'string') return before + part
    if ('note' in part) return before
    return before + (before === '' || endsOpen(before) ? '' : ' ') + part.words
  }, '')
}

/** Whether what comes next needs no space before it. */
export const endsOpen = (words: string) => /[\s([“‘]$/.test(words)
