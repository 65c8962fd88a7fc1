import { toLondonField } from '@/lib/domain/london-time'

/** What a case study is cited by. `authors` and `publisher` are organisations; `publishedOn` is a day in London, `2026-11-03`. */
export type Citable = {
  slug: string
  title: string
  summary: string
  authors: string[]
  /** The call for evidence that it came from. */
  series: string
  publisher: string
  publishedOn: string
  address: string
  keywords: string[]
}

/** A reference for reading, in three parts: the title is set in italics. */
export type Reference = { before: string; title: string; after: string }

const months = 'January February March April May June July August September October November December'.split(' ')

/** "3 November 2026" and its parts. */
function dayOf(day: string) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, date, name: months[month - 1] ?? '' }
}

function listed(names: readonly string[], last: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1) ?? ''}`
}

/** A sentence ends with one mark. */
function ended(text: string): string {
  return /[.!?…]['’”"]?$/u.test(text) ? text : `${text}.`
}

const isPublisher = ({ authors, publisher }: Citable) => authors.length === 1 && authors[0] === publisher

/** As the American Psychological Association asks of a report on the web (7th edition). */
export function apaReference(study: Citable): Reference {
  const { year, name, date } = dayOf(study.publishedOn)
  // two names or more are joined with a comma and an ampersand where they are of groups
  const who = listed(study.authors, ', & ') || study.publisher
  const publisher = isPublisher(study) || study.authors.length === 0 ? '' : `${ended(study.publisher)} `
  return {
    before: `${ended(who)} (${year}, ${name} ${date}). `,
    title: study.title,
    after: ` [Case study]. ${study.publisher ? publisher : ''}${study.address}`,
  }
}

/** As Cite Them Right has a report on the web in Harvard style. `readOn` is the day on which it is read. */
export function harvardReference(study: Citable, readOn: string): Reference {
  const who = listed(study.authors, ' and ') || study.publisher
  const read = dayOf(readOn)
  const publisher =
    study.publisher && !isPublisher(study) && study.authors.length > 0 ? `${ended(study.publisher)} ` : ''
  return {
    before: `${who} (${dayOf(study.publishedOn).year}) `,
    title: study.title,
    after: `${ended(study.title) === study.title ? '' : '.'} ${publisher}Available at: ${study.address} (Accessed: ${read.date} ${read.name} ${read.year}).`,
  }
}

const bibSigns: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** Text in a BibTeX field: what TeX takes for a command stands as what it is. */
function bibText(text: string): string {
  return oneLine(text).replace(/[\\{}&%$#_~^]/g, sign => bibSigns[sign] ?? sign)
}

/** A BibTeX entry, in UTF-8. Names of organisations and the title are kept as they are written. */
export function bibtex(study: Citable): string {
  const { year, month, date } = dayOf(study.publishedOn)
  const authors = study.authors.length > 0 ? study.authors : [study.publisher]
  const fields: [string, string][] = [
    ['author', `{${authors.map(name => `{${bibText(name)}}`).join(' and ')}}`],
    ['title', `{{${bibText(study.title)}}}`],
    ['institution', `{{${bibText(study.publisher || study.series)}}}`],
    ['type', '{Case study}'],
    ['year', `{${year}}`],
    // one of the macros that every style knows
    ['month', (months[month - 1] ?? '').slice(0, 3).toLowerCase()],
    ['day', `{${date}}`],
    ['url', `{${study.address.replace(/[{}\\\s]/g, encodeURIComponent)}}`],
    ['note', `{From the call for evidence ${bibText(study.series)}}`],
    ...(study.keywords.length > 0
      ? [['keywords', `{${study.keywords.map(bibText).join(', ')}}`] satisfies [string, string]]
      : []),
  ]
  const lines = fields.map(([name, value]) => `  ${name.padEnd(11)} = ${value}`)
  return `@techreport{${study.slug},\n${lines.join(',\n')}\n}\n`
}

/** A RIS record: a tag of two letters, two spaces, a hyphen and a space, a line each, ended by CR and LF. */
export function ris(study: Citable): string {
  const { year, month, date } = dayOf(study.publishedOn)
  const two = (number: number) => String(number).padStart(2, '0')
  const authors = study.authors.length > 0 ? study.authors : [study.publisher]
  const lines: [string, string][] = [
    ['TY', 'RPRT'],
    // a comma would part a family name from a given one
    ...authors.map((name): [string, string] => ['AU', name.replaceAll(',', '')]),
    ['TI', study.title],
    ['T3', study.series],
    ['PY', String(year)],
    ['DA', `${year}/${two(month)}/${two(date)}/`],
    ...(study.publisher ? [['PB', study.publisher] satisfies [string, string]] : []),
    ['M3', 'Case study'],
    ['AB', study.summary],
    ...study.keywords.map((word): [string, string] => ['KW', word]),
    ['LA', 'en'],
    ['UR', study.address],
    ['ER', ''],
  ]
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('')
}

/** One item of CSL-JSON, as citation processors and reference managers read it. */
export function cslJson(study: Citable): string {
  const { year, month, date } = dayOf(study.publishedOn)
  const authors = study.authors.length > 0 ? study.authors : [study.publisher]
  const item = {
    id: study.slug,
    type: 'report',
    genre: 'Case study',
    title: study.title,
    author: authors.map(literal => ({ literal })),
    issued: { 'date-parts': [[year, month, date]] },
    ...(study.publisher ? { publisher: study.publisher } : {}),
    'collection-title': study.series,
    abstract: study.summary,
    ...(study.keywords.length > 0 ? { keyword: study.keywords.join(', ') } : {}),
    language: 'en-GB',
    URL: study.address,
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

type Cited = { slug: string; title: string; summary: string; themes: string[]; publishedAt: string }
type CitedCall = { name: string; commissioner: string; partners: readonly { name: string }[] }

/** What a published case study of a call is cited by: its research partners as authors, who commissioned it as publisher. */
export function citableOf(study: Cited, call: CitedCall, address: string): Citable {
  const { slug, title, summary, themes, publishedAt } = study
  return {
    slug,
    title,
    summary,
    authors: call.partners.map(({ name }) => name),
    series: call.name,
    publisher: call.commissioner,
    publishedOn: toLondonField(publishedAt).slice(0, 10),
    address,
    keywords: themes,
  }
}

/** The files in which a reference manager takes it, by their endings. */
export const citationFiles = {
  bib: { write: bibtex, type: 'application/x-bibtex; charset=utf-8', name: 'BibTeX' },
  ris: { write: ris, type: 'application/x-research-info-systems; charset=utf-8', name: 'RIS' },
  json: { write: cslJson, type: 'application/vnd.citationstyles.csl+json; charset=utf-8', name: 'CSL-JSON' },
} as const
