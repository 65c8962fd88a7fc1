import type { AnalysisKind } from '@/lib/domain/analysis'
import type { EditionBlock, EditionNote, EditionSection } from '@/lib/domain/report-edition'
import type { Published } from '@/lib/exchange/report-document'

import { chart, codes, counted, long, places, printedEdition, words } from './printed-edition'

// A report as long as one becomes: four figures a section, twenty paragraphs with a note each, a codebook and a list.

const kinds = ['frequencies', 'matrix', 'time', 'matrix'] as const satisfies readonly AnalysisKind[]
const weeks = Array.from({ length: 12 }, (_, at) => `Week ${at + 1}`)
const many = Array.from({ length: 4 }, (_, at) => codes.map(code => `${code} ${at + 1}`)).flat()
const columns = { frequencies: [], matrix: places, time: weeks }

/** An edition with so many figures. */
export function longEdition(figures: number): Published {
  const sections = Array.from({ length: Math.ceil(figures / kinds.length) }, (_, at) => sectionOf(at, figures))
  const notes = sections.flatMap(({ slug, number }, at) =>
    Array.from({ length: 20 }, (_, paragraph): EditionNote => {
      const places = [{ section: slug, at: `p${paragraph + 1}`, number, paragraph: paragraph + 1 }]
      const given = { words: long.slice(0, 120), code: 'Food', organisationName: 'Hope House (example)' }
      return {
        kind: 'passage',
        n: at * 20 + paragraph + 1,
        ...given,
        organisationType: 'VOLUNTARY',
        gone: false,
        places,
      }
    }),
  )
  const edition = { ...printedEdition.edition, sections: [...sections, ...appendices()], notes }
  return { ...printedEdition, edition }
}

function sectionOf(at: number, figures: number): EditionSection {
  const paragraphs = Array.from({ length: 20 }, (_, paragraph) =>
    words(`p${paragraph + 1}`, 'paragraph', long, long, long, { note: at * 20 + paragraph + 1 }),
  )
  const charts = kinds.flatMap((kind, beside): EditionBlock[] => {
    const number = at * kinds.length + beside + 1
    const rows = kind === 'time' ? codes : many
    return number <= figures ? [chart(number, kind, `Codes counted, ${number}`, counted(columns[kind], rows))] : []
  })
  const blocks = paragraphs.flatMap((paragraph, index) => {
    const shown = index % 5 === 4 ? charts[(index - 4) / 5] : undefined
    return shown ? [paragraph, shown] : [paragraph]
  })
  return {
    slug: `part-${at + 1}`,
    number: String(at + 1),
    title: `What was told, part ${at + 1}`,
    depth: 1,
    appendix: false,
    blocks,
  }
}

function appendices(): EditionSection[] {
  const table = (number: number, title: string, head: string[], rows: string[][]): EditionBlock => {
    return { id: `table-${number}`, kind: 'table', number, title, note: '', head, rows }
  }
  const codebook = Array.from({ length: 150 }, (_, at) => [`Code ${at + 1}`, long, String(at)])
  const listed = Array.from({ length: 1_000 }, (_, at) => [`Group ${at + 1} (example)`, 'Voluntary', 'Dudley'])
  const about = { depth: 1, appendix: true }
  return [
    {
      ...about,
      slug: 'codebook',
      number: 'A',
      title: 'Codebook',
      blocks: [table(1, 'Codes', ['Code', 'Definition', 'Segments'], codebook)],
    },
    {
      ...about,
      slug: 'submissions',
      number: 'B',
      title: 'Who gave evidence',
      blocks: [table(2, 'Submissions', ['Organisation', 'Type', 'Place'], listed)],
    },
  ]
}
