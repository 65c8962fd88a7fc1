import type { AnalysisView } from './analysis'
import type { AnalysisTable } from './analysis-table'
import type { Cite, Link, WordBlock } from './prose'
import type {
  Edition,
  EditionBlock,
  EditionNote,
  EditionSection,
  EditionTable,
  EditionWork,
  NotePlace,
  Part,
  PassageNote,
  StudyNote,
} from './report-edition'
import { numbered, sectionInText } from './report-numbers'
import type { ReportProse } from './report-prose'
import { lettersOf, sortedWorks, workInText, workReference, type Work } from './report-work'

/** A section as it is kept, with the table that it gets. */
export type ComposingSection = {
  id: string
  title: string
  depth: number
  appendix: boolean
  body: ReportProse
  table: Pick<EditionTable, 'title' | 'note' | 'head' | 'rows'> | null
}

/** A figure, counted. `takenAt` is ISO. */
export type CountedFigure = { title: string; view: AnalysisView; table: AnalysisTable; takenAt: string }

/** A coded passage as its consent lets it out. */
export type CitedPassage = Pick<PassageNote, 'words' | 'code' | 'organisationName' | 'organisationType'>

/** Everything that an edition is made of, by ids of what the text refers to. What is not in a map is not there any more. */
export type Composing = {
  title: string
  summary: string
  sections: readonly ComposingSection[]
  passages: ReadonlyMap<string, CitedPassage>
  studies: ReadonlyMap<string, Pick<StudyNote, 'slug' | 'title'>>
  figures: ReadonlyMap<string, CountedFigure>
  works: ReadonlyMap<string, Work>
}

/** What in a section leads nowhere. */
export type DeadEnd = { sectionId: string; what: 'passage' | 'study' | 'chart' | 'work' | 'section' }

/** `codings` are those behind each passage's note, by its number. */
export type Composed = { edition: Edition; deadEnds: DeadEnd[]; codings: Map<number, string> }

/**
 * Makes of the report what readers get: sections and figures numbered, one note for each passage and case study in the
 * order in which they are first cited, references in words, and the works that it refers to. Pure: the same parts make the
 * same edition.
 */
export function composeEdition(given: Composing): Composed {
  const outline = numbered(given.sections)
  const deadEnds: DeadEnd[] = []
  const notes = new Notes(given)
  const charts = placesOfCharts(outline, given.figures)
  const letters = lettersOf([...given.works].map(([id, work]) => ({ id, work })))
  const worksUsed = new Set<string>()
  let tables = 0

  const sections = outline.map(({ section, ...heading }): EditionSection => {
    const dead = (what: DeadEnd['what']) => {
      deadEnds.push({ sectionId: section.id, what })
      return []
    }
    const linked = (link: Link, place: NotePlace): Part[] => {
      if (link.to === 'study') return notes.ofStudy(link.id, place) ?? dead('study')
      if (link.to === 'work') {
        const work = given.works.get(link.id)
        if (!work) return dead('work')
        worksUsed.add(link.id)
        return [{ work: link.id, words: workInText(work, letters.get(link.id)) }]
      }
      if (link.to === 'chart') {
        const chart = charts.get(link.id)
        return chart
          ? [{ section: chart.slug, at: `figure-${chart.number}`, words: `Figure ${chart.number}` }]
          : dead('chart')
      }
      const target = outline.find(other => other.section.id === link.id)
      return target ? [{ section: target.slug, at: '', words: sectionInText(target) }] : dead('section')
    }
    const count = { paragraph: 0, heading: 0 }
    const wordsOf = (block: WordBlock): EditionBlock => {
      const paragraph = block.kind === 'heading' ? count.paragraph + 1 : (count.paragraph += 1)
      const id = block.kind === 'heading' ? `h${(count.heading += 1)}` : `p${paragraph}`
      const place = { section: heading.slug, at: id, number: heading.number, paragraph }
      const cited = ({ coding }: Cite) => notes.ofPassage(coding, place) ?? dead('passage')
      return { id, kind: block.kind, parts: partsOf(block, cited, link => linked(link, place)) }
    }
    const blocks = section.body.flatMap((block): EditionBlock[] => {
      if (block.kind !== 'chart') return [wordsOf(block)]
      const figure = given.figures.get(block.chart)
      const number = charts.get(block.chart)?.number
      if (!figure || !number) return dead('chart')
      return [{ id: `figure-${number}`, kind: 'chart', number, caption: block.caption, ...figure }]
    })
    if (section.table) blocks.push({ id: `table-${(tables += 1)}`, kind: 'table', number: tables, ...section.table })
    return { ...heading, title: section.title, blocks }
  })
  return {
    edition: {
      title: given.title,
      summary: given.summary,
      sections,
      notes: notes.all,
      works: bibliography(given.works, worksUsed, letters),
    },
    deadEnds,
    codings: notes.codings,
  }
}

/** Words and what stands between them, in the order in which they read. */
function partsOf(block: WordBlock, cited: (cite: Cite) => Part[], linked: (link: Link) => Part[]): Part[] {
  const characters = Array.from(block.text)
  const signs = [
    ...(block.links ?? []).map(link => ({ at: link.at, parts: () => linked(link) })),
    ...(block.cites ?? []).map(cite => ({ at: cite.at, parts: () => cited(cite) })),
  ].toSorted((one, other) => one.at - other.at)
  const parts: Part[] = []
  let from = 0
  for (const { at, parts: made } of signs) {
    parts.push(characters.slice(from, at).join(''), ...made())
    from = Math.max(from, at)
  }
  return [...parts, characters.slice(from).join('')].filter(part => part !== '')
}

/** Where each figure that is still there stands first, and its number. */
function placesOfCharts(
  outline: readonly { section: ComposingSection; slug: string }[],
  figures: Composing['figures'],
): Map<string, { slug: string; number: number }> {
  const charts = new Map<string, { slug: string; number: number }>()
  for (const { section, slug } of outline)
    for (const block of section.body)
      if (block.kind === 'chart' && figures.has(block.chart) && !charts.has(block.chart))
        charts.set(block.chart, { slug, number: charts.size + 1 })
  return charts
}

function bibliography(
  works: Composing['works'],
  used: ReadonlySet<string>,
  letters: ReadonlyMap<string, string>,
): EditionWork[] {
  const cited = [...works].flatMap(([id, work]) => (used.has(id) ? [{ id, work }] : []))
  return sortedWorks(cited).map(({ id, work }) => ({ id, ...workReference(work, letters.get(id)), csl: work }))
}

/** The notes of an edition, numbered as they are met. */
class Notes {
  readonly all: EditionNote[] = []
  readonly codings = new Map<number, string>()
  private readonly known = new Map<string, EditionNote>()

  constructor(private readonly given: Pick<Composing, 'passages' | 'studies'>) {}

  ofPassage(coding: string, place: NotePlace): Part[] | null {
    const passage = this.given.passages.get(coding)
    if (!passage) return null
    const note = this.take(coding, place, n => ({ kind: 'passage', n, ...passage, gone: false, places: [] }))
    this.codings.set(note.n, coding)
    return [{ note: note.n }]
  }

  ofStudy(id: string, place: NotePlace): Part[] | null {
    const study = this.given.studies.get(id)
    if (!study) return null
    return [{ note: this.take(id, place, n => ({ kind: 'study', n, ...study, gone: false, places: [] })).n }]
  }

  private take(key: string, place: NotePlace, begin: (n: number) => EditionNote): EditionNote {
    const known = this.known.get(key) ?? begin(this.all.length + 1)
    if (!this.known.has(key)) {
      this.known.set(key, known)
      this.all.push(known)
    }
    const there = known.places.some(({ section, at }) => section === place.section && at === place.at)
    if (!there) known.places.push(place)
    return known
  }
}
