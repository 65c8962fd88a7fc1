import { createTranslator } from 'next-intl'

import { sectionName, type Edition, type EditionNote, type EditionWork } from '@/lib/domain/report-edition'
import words from '@/lib/i18n/en/gallery.json'
import { dateInWords } from '@/lib/i18n/in-words'

import type { Published, ReportBlock, ReportSection, Run } from './report-document'

const locale = 'en-GB'
const t = createTranslator({ locale: 'en', messages: { gallery: words }, namespace: 'gallery' })

/** What follows the text: its notes, the works that it refers to, and what was taken out since. */
export function endOf({ edition, errata, number, all }: Published, origin: string): ReportSection[] {
  const latest = all.every(other => other.number <= number)
  const notes = edition.notes.map((note): ReportBlock => {
    const runs = noteInRuns(note, edition, origin, latest)
    return { kind: 'entry', id: `notes/${note.n}`, label: String(note.n), runs }
  })
  const works = edition.works.map((work): ReportBlock => {
    return { kind: 'entry', id: `works/${work.id}`, label: '', runs: workInRuns(work) }
  })
  const corrections = errata.map(({ at, words: said }, index): ReportBlock => {
    return {
      kind: 'paragraph',
      id: `corrections/${index + 1}`,
      runs: [{ text: `${dateInWords(at, locale)}: ${said}` }],
    }
  })
  return [
    part('notes', 'Notes', true, notes),
    part('works', 'References', false, works),
    part('corrections', 'Corrections', false, corrections),
  ].filter(({ blocks }) => blocks.length > 0)
}

function part(id: string, heading: string, onNewPage: boolean, blocks: ReportBlock[]): ReportSection {
  return { id: `${id}/`, heading, depth: 1, onNewPage, blocks }
}

/** What a note rests on, and every place where its sign stands, as links back. */
function noteInRuns(note: EditionNote, edition: Edition, origin: string, latest: boolean): Run[] {
  const places = note.places.flatMap(({ section, at, paragraph }, index): Run[] => {
    const found = edition.sections.find(({ slug }) => slug === section)
    if (!found) return []
    const place = { text: `${sectionName(found)}, paragraph ${paragraph}`, goTo: `${section}/${at}` }
    return index === 0 ? [place] : [{ text: '; ' }, place]
  })
  const back: Run[] = places.length > 0 ? [{ text: ' Cited in ' }, ...places, { text: '.' }] : []
  if (note.gone) return [{ text: 'Taken back by the respondent: nothing of it stands here any more.' }, ...back]
  if (note.kind === 'study') {
    const url = `${origin}/case-studies/${note.slug}`
    return [{ text: 'Case study: ' }, { text: note.title, url }, { text: '.' }, ...back]
  }
  const who = note.organisationName ?? `${t('unnamed', { type: note.organisationType ?? 'other' })}, not named here`
  const said =
    note.words === null ? 'Its words are not published: whoever gave them has not agreed to that.' : `“${note.words}”`
  const web: Run[] = latest
    ? [{ text: ' ' }, { text: 'On the web', url: `${origin}/report/notes/${note.n}` }, { text: '.' }]
    : []
  const code = note.code ? ` Coded as ‘${note.code}’.` : ''
  return [{ text: `${said} ${who}.${code}` }, ...back, ...web]
}

function workInRuns({ before, title, after, url }: EditionWork): Run[] {
  return [
    { text: before },
    { text: title, italic: true },
    { text: after },
    ...(url ? [{ text: ' ' }, { text: url, url }] : []),
  ]
}
