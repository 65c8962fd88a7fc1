import type { Composed, DeadEnd } from './report-compose'
import { fold, squeeze, wordsIn } from './folded-text'
import { readAloud, sectionName, type Edition, type EditionBlock, type Part } from './report-edition'
import { shortestQuoted } from './report-taken-back'
import { findingsAmong, type FindingAmong, type Known } from './redaction'
import { countCharacters } from './text-count'

/** Something that readers would stumble over, in a sentence, and the section that it stands in. */
export type ReportFault = { sectionId: string; section: string; sentence: string }

const deadEndWords: Record<DeadEnd['what'], string> = {
  passage: 'A note rests on evidence that is not there any more, or that is being coded by two people. Take it out.',
  study: 'A note names a case study that is not public. Publish it first, or take the note out.',
  chart: 'A figure that the text shows or refers to has been deleted. Take it out.',
  work: 'The text refers to a work that is no longer among the references.',
  section: 'The text refers to a section that is no longer there.',
}

/**
 * What stands in the way of publication: what leads nowhere, words that may not go out, wherever they are quoted, and
 * figures that count words: they are pieces of what everybody wrote, whatever they agreed to. `silent` are the words of
 * cited passages that consent keeps back.
 */
export function faultsOf(
  { edition, deadEnds }: Pick<Composed, 'edition' | 'deadEnds'>,
  sections: readonly { id: string; slug: string }[],
  silentWords: readonly string[],
): ReportFault[] {
  const idOf = new Map(sections.map(({ id, slug }) => [slug, id]))
  const nameOf = new Map(edition.sections.map(section => [idOf.get(section.slug) ?? '', sectionName(section)]))
  const fault = (sectionId: string, sentence: string) => ({ sectionId, section: nameOf.get(sectionId) ?? '', sentence })
  const silent = new Set(
    edition.notes.flatMap(note => (note.kind === 'passage' && note.words === null ? [note.n] : [])),
  )
  const rests = (part: Part) => typeof part !== 'string' && 'note' in part && silent.has(part.note)
  return [
    ...deadEnds.map(({ sectionId, what }) => fault(sectionId, deadEndWords[what])),
    ...edition.sections.flatMap(({ slug, blocks }) =>
      blocks
        .filter(block => (block.kind === 'quotation' && block.parts.some(rests)) || quotes(block, silentWords))
        .map(() => fault(idOf.get(slug) ?? '', keptBackWords)),
    ),
    ...edition.sections.flatMap(({ slug, blocks }) =>
      blocks
        .filter(block => block.kind === 'chart' && block.view.kind === 'words')
        .map(() => fault(idOf.get(slug) ?? '', countedWords)),
    ),
  ]
}

const keptBackWords =
  'A quotation rests on a response whose words may not be published. Say in your own words what it says, or take it out with the words that it quotes.'
const countedWords = 'A figure counts words of all responses, also of those that may not be published. Take it out.'

/** Whether a text holds words of a passage that may not go out; what is shorter than that may stand there by chance. */
function quotes(block: EditionBlock, silentWords: readonly string[]): boolean {
  if (!('parts' in block)) return false
  const read = squeeze(fold(readAloud(block.parts)))
  return silentWords.some(words => countCharacters(words) >= shortestQuoted && wordsIn(read, words).length > 0)
}

/** A text of the edition that is read by itself. */
export type EditionPassage = { where: string; text: string }

/** All that somebody wrote in an edition, with where it stands. */
export function writtenIn({
  title,
  summary,
  sections,
}: Pick<Edition, 'title' | 'summary' | 'sections'>): EditionPassage[] {
  return [
    { where: 'Title', text: title },
    { where: 'Summary', text: summary },
    ...sections.flatMap(section => {
      const where = sectionName(section)
      return [
        { where, text: section.title },
        ...section.blocks.flatMap((block): EditionPassage[] => {
          if (block.kind === 'table') return []
          const texts = block.kind === 'chart' ? [block.title, block.caption] : [readAloud(block.parts)]
          return texts.map(text => ({ where, text }))
        }),
      ]
    }),
  ].filter(({ text }) => text !== '')
}

/** What of an edition may be personal, each words once. */
export function personalIn(edition: Edition, known: Known): FindingAmong<EditionPassage>[] {
  return findingsAmong(writtenIn(edition), known)
}
