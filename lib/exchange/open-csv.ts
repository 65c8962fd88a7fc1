import type { OpenStudy } from '@/lib/domain/open-data'

import { csvLine } from './csv-export'

type Column = { name: string; json: string; cell: (study: OpenStudy) => string }

const keysOf = (all: { key: string }[]) => openList(all.map(({ key }) => key))
const namesOf = (all: { name: string }[]) => openList(all.map(({ name }) => name))

/** The columns of the table of case studies, in their order, each with where its content is in the JSON. */
export const openColumns = [
  { name: 'id', json: 'id', cell: study => study.id },
  { name: 'slug', json: 'slug', cell: study => study.slug },
  { name: 'url', json: 'url', cell: study => study.url },
  { name: 'api', json: 'api', cell: study => study.api },
  { name: 'call', json: 'call', cell: study => study.call },
  { name: 'title', json: 'title', cell: study => study.title },
  { name: 'summary', json: 'summary', cell: study => study.summary },
  { name: 'organisationName', json: 'organisationName', cell: study => study.organisationName ?? '' },
  { name: 'organisationType', json: 'organisationType', cell: study => study.organisationType ?? '' },
  { name: 'placeKeys', json: 'places[].key', cell: study => keysOf(study.places) },
  { name: 'places', json: 'places[].name', cell: study => namesOf(study.places) },
  { name: 'themeKeys', json: 'themes[].key', cell: study => keysOf(study.themes) },
  { name: 'themes', json: 'themes[].name', cell: study => namesOf(study.themes) },
  { name: 'lensKeys', json: 'lenses[].key', cell: study => keysOf(study.lenses) },
  { name: 'lenses', json: 'lenses[].name', cell: study => namesOf(study.lenses) },
  { name: 'communities', json: 'communities', cell: study => openList(study.communities) },
  { name: 'decisionArea', json: 'decisionArea', cell: study => study.decisionArea },
  { name: 'whatHappened', json: 'whatHappened.words', cell: study => study.whatHappened.words },
  { name: 'whatWasNew', json: 'whatWasNew.words', cell: study => study.whatWasNew.words },
  { name: 'difference', json: 'difference.words', cell: study => study.difference.words },
  { name: 'learning', json: 'learning.words', cell: study => study.learning.words },
  { name: 'quotation', json: 'quotation', cell: study => study.quotation },
  { name: 'quotationSource', json: 'quotationSource', cell: study => study.quotationSource },
  { name: 'publishedAt', json: 'publishedAt', cell: study => study.publishedAt },
  { name: 'licence', json: 'licence', cell: study => study.licence },
] as const satisfies readonly Column[]

export type OpenColumn = (typeof openColumns)[number]['name']

/** A list in one cell: its entries parted by `|`. A `|` or `\` of an entry has `\` before it. */
export function openList(entries: string[]): string {
  return entries.map(entry => entry.replace(/[\\|]/g, '\\$&')).join('|')
}

/** The table as a file, line by line: UTF-8 with the mark that spreadsheets know it by, RFC 4180. */
export async function* openCsv(studies: AsyncIterable<OpenStudy>): AsyncGenerator<string> {
  yield `\ufeff${csvLine(openColumns.map(({ name }) => name))}`
  for await (const study of studies) yield csvLine(openColumns.map(({ cell }) => cell(study)))
}
