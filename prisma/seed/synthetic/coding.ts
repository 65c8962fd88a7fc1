import type { Chance } from './chance'
import type { Coder, Crew } from './crew'
import { sentence } from './language'
import type { SyntheticResponse, SyntheticText } from './response'
import type { Sample } from './sample'
import { spanOf, stretch } from './story'

/** A code on words of a text, first to last, or on the whole response (`text` null). */
export type Mark = { codeId: string; text: SyntheticText | null; first: number; last: number; memo: string }

/** A mark and who made it, as it becomes a row. */
export type MadeMark = Mark & { id: string; personId: string; agreed: boolean; at: Date }

const wordsAMark = 36

/** The same words with the same code by the same person: what the database holds once. */
export function keyOf({ codeId, text, first, last }: Mark): string {
  return `${codeId} ${text?.versionId ?? ''} ${first} ${last}`
}

/** What one researcher marks in a response; `share` is how much of it they have got through. */
export function marksOf(
  sample: Sample,
  crew: Crew,
  chance: Chance,
  response: SyntheticResponse,
  share: number,
): Mark[] {
  const { texts } = response
  const words = texts.reduce((sum, { story }) => sum + story.words.length, 0)
  // most responses get about as many as they are long, some get many
  const many = Math.round((words / wordsAMark) * share * Math.exp((chance.next() + chance.next() - 1) * 0.9))
  // a response is about few things: most marks are of these
  const subjects = Array.from({ length: 3 + chance.below(4) }, () => crew.codeBy(chance))
  const codeId = () => (chance.happens(0.7) ? chance.pick(subjects) : crew.codeBy(chance))
  const tags = response.entry.tags.slice(0, Math.max(1, Math.ceil(response.entry.tags.length * share)))
  const marks: Mark[] = tags.map(() => ({ codeId: codeId(), text: null, first: 0, last: 0, memo: '' }))
  const place = placeIn(texts, words)
  for (let made = 0; made < many; made += 1) {
    const text = place(chance)
    marks.push({ codeId: codeId(), text, ...stretch(text.story, chance), memo: memoBy(sample, chance) })
  }
  return once(marks)
}

/** What a second researcher marks who has not seen the first one's work: mostly the same, with other edges, other codes, gaps and additions. */
export function secondOpinion(sample: Sample, crew: Crew, chance: Chance, response: SyntheticResponse, first: Mark[]) {
  const marks = first.flatMap((mark): Mark[] => {
    const drawn = chance.next()
    if (drawn < 0.6) return [{ ...mark, memo: memoBy(sample, chance) }]
    if (drawn < 0.75) return [moved(mark, chance)]
    return drawn < 0.86 ? [{ ...mark, codeId: crew.codeBy(chance), memo: '' }] : []
  })
  return once([...marks, ...marksOf(sample, crew, chance, response, 0.15)])
}

function moved(mark: Mark, chance: Chance): Mark {
  const most = (mark.text?.story.words.length ?? 1) - 1
  const first = Math.max(0, mark.first - chance.below(3))
  return { ...mark, first, last: Math.min(most, Math.max(first, mark.last + chance.below(5) - 2)), memo: '' }
}

function once(marks: Mark[]): Mark[] {
  return [...new Map(marks.map(mark => [keyOf(mark), mark])).values()]
}

/** A text, the longer the more often. */
function placeIn(texts: readonly SyntheticText[], words: number): (chance: Chance) => SyntheticText {
  return chance => {
    let left = chance.below(words)
    for (const text of texts) if ((left -= text.story.words.length) < 0) return text
    return chance.pick(texts)
  }
}

function memoBy(sample: Sample, chance: Chance): string {
  return chance.happens(0.07) ? sentence(sample.remarks, chance).join(' ') : ''
}

/** Gives marks their maker and a time each, in the hours after `from`. */
export function made(marks: readonly Mark[], by: Coder, chance: Chance, from: Date, agreed = false): MadeMark[] {
  let at = from.getTime()
  return marks.map(mark => {
    at += 5_000 + chance.below(90_000)
    return { ...mark, id: chance.id(at), personId: by.id, agreed, at: new Date(at) }
  })
}

/** The columns that say where a mark stands. */
export function placed({ text, first, last }: Mark) {
  if (!text) return { textVersionId: null, spanStart: null, spanEnd: null }
  return { textVersionId: text.versionId, ...spanOf(text.story, first, last) }
}

/** What was made of two opinions: pairs of the same words, the second's nearest where they overlap, and what stands alone. */
export function paired(first: readonly MadeMark[], second: readonly MadeMark[]): [MadeMark | null, MadeMark | null][] {
  const left = new Set(second)
  const pairs = first.map((mark): [MadeMark | null, MadeMark | null] => {
    const overlaps = (other: MadeMark) => other.first <= mark.last && mark.first <= other.last
    const match = [...left].find(
      other => other.text === mark.text && overlaps(other) && (mark.text !== null || other.codeId === mark.codeId),
    )
    if (match) left.delete(match)
    return [mark, match ?? null]
  })
  return [...pairs, ...[...left].map((mark): [null, MadeMark] => [null, mark])]
}
