import * as z from 'zod/mini'

import { lineInput } from './text-input'

/** Kinds of works, by their names in CSL. */
export const workTypes = ['report', 'article-journal', 'book', 'chapter', 'webpage'] as const
export type WorkType = (typeof workTypes)[number]
export const workTypeNames: Record<WorkType, string> = {
  report: 'Report',
  'article-journal': 'Article in a journal',
  book: 'Book',
  chapter: 'Chapter of a book',
  webpage: 'Web page',
}

const Name = z.union([
  z.object({ literal: z.string() }),
  z.object({ family: z.string(), given: z._default(z.string(), '') }),
])
export type WorkName = z.infer<typeof Name>
const text = z._default(z.string(), '')

/** A published work as CSL-JSON 1.0.2 has it: https://docs.citationstyles.org/en/stable/specification.html, as far as a report needs. */
export const Work = z.object({
  type: z.enum(workTypes),
  title: z.string(),
  author: z._default(z.array(Name), []),
  issued: z.optional(z.object({ 'date-parts': z.array(z.array(z.number())) })),
  'container-title': text,
  publisher: text,
  volume: text,
  issue: text,
  page: text,
  DOI: text,
  URL: text,
})
export type Work = z.infer<typeof Work>

const most = 300
const optional = (name: string) => lineInput({ name, most })
const https = 'Enter an address that begins with https:// or http://'

/** A work as its form sends it. Authors stand one on a line: `Kagan, Carolyn`, or an organisation without a comma. */
export const WorkInput = z.object({
  type: z.enum(workTypes, 'Select what kind of work it is'),
  title: lineInput({ name: 'Title', most, missing: 'Enter the title' }),
  authors: z._default(z.string().check(z.maxLength(3_000, 'Authors must be 3,000 characters or less')), ''),
  year: z
    .pipe(
      z._default(z.string(), ''),
      z.transform(typed => typed.trim()),
    )
    .check(z.regex(/^(1[5-9]\d\d|20\d\d)?$/, 'Enter a year such as 2021, or leave it empty')),
  container: optional('Journal or book'),
  publisher: optional('Publisher'),
  volume: optional('Volume'),
  issue: optional('Issue'),
  pages: optional('Pages'),
  doi: optional('DOI'),
  url: optional('Address').check(z.refine(typed => typed === '' || /^https?:\/\/\S+$/i.test(typed), https)),
})
export type WorkInput = z.infer<typeof WorkInput>

/** What a form sent, as it is kept. */
export function workOf(input: WorkInput): Work {
  const author = input.authors
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(nameOf)
  return {
    type: input.type,
    title: input.title,
    author,
    ...(input.year ? { issued: { 'date-parts': [[Number(input.year)]] } } : {}),
    'container-title': input.container,
    publisher: input.publisher,
    volume: input.volume,
    issue: input.issue,
    page: input.pages,
    DOI: input.doi.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, ''),
    URL: input.url,
  }
}

function nameOf(line: string): WorkName {
  const [family = '', ...given] = line.split(',').map(part => part.trim())
  return given.length > 0 ? { family, given: given.join(', ') } : { literal: family }
}

/** The same the other way, for its form. */
export function inputOf(work: Work): WorkInput {
  return {
    type: work.type,
    title: work.title,
    authors: work.author
      .map(name => ('literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', ')))
      .join('\n'),
    year: String(yearOf(work) ?? ''),
    container: work['container-title'],
    publisher: work.publisher,
    volume: work.volume,
    issue: work.issue,
    pages: work.page,
    doi: work.DOI,
    url: work.URL,
  }
}

function yearOf({ issued }: Work): number | undefined {
  return issued?.['date-parts'][0]?.[0]
}

const surname = (name: WorkName) => ('literal' in name ? name.literal : name.family)
const written = (name: WorkName) => ('literal' in name ? name.literal : `${name.family}, ${initials(name.given)}`)
const initials = (given: string) =>
  given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map(part => `${part.charAt(0).toUpperCase()}.`)
    .join(' ')

function joined(names: string[], last: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1) ?? ''}`
}

const ended = (words: string) => (/[.!?…]['’”"]?$/u.test(words) ? words : `${words}.`)

/** As a text refers to it: `(Kagan et al., 2021)`. `letter` tells two of one year apart. APA style, 7th edition. */
export function workInText(work: Work, letter = ''): string {
  const names = work.author.map(surname)
  const who =
    names.length === 0 ? `“${work.title}”` : names.length > 2 ? `${names[0] ?? ''} et al.` : joined(names, ' & ')
  return `(${who}, ${yearOf(work) ?? 'n.d.'}${letter})`
}

/** As the bibliography has it, the title in italics between two texts. APA style, 7th edition. */
export function workReference(work: Work, letter = ''): { before: string; title: string; after: string; url: string } {
  const year = `(${yearOf(work) ?? 'n.d.'}${letter}).`
  const who = joined(work.author.map(written), ', & ')
  const url = work.DOI ? `https://doi.org/${work.DOI}` : work.URL
  const volume = [work.volume, work.issue ? `(${work.issue})` : ''].join('')
  const within = work.type === 'article-journal' || work.type === 'chapter'
  const container = work['container-title']
  const place = within
    ? [work.type === 'chapter' && container ? `In ${container}` : container, volume, work.page]
        .filter(Boolean)
        .join(', ')
    : ''
  const publisher = work.author.some(name => surname(name) === work.publisher) ? '' : work.publisher
  const rest = [place, publisher].filter(Boolean).map(ended).join(' ')
  return {
    before: who ? `${ended(who)} ${year} ` : '',
    title: work.title,
    after: `${who ? '.' : `. ${year}`}${rest ? ` ${rest}` : ''}`,
    url,
  }
}

/** Their order in a bibliography: by authors, then year, then title. */
export function sortedWorks<W extends { work: Work }>(works: readonly W[]): W[] {
  const key = ({ work }: W) => `${work.author.map(surname).join(' ') || work.title} ${yearOf(work) ?? ''} ${work.title}`
  return works.toSorted((one, other) => key(one).localeCompare(key(other), 'en-GB'))
}

/** Works as one file of CSL-JSON, without what is empty. */
export function cslFile(works: readonly { id: string; csl?: Work | undefined }[]): string {
  const items = works.flatMap(({ id, csl }) =>
    csl ? [{ id, ...Object.fromEntries(Object.entries(csl).filter(([, value]) => isSaid(value))) }] : [],
  )
  return `${JSON.stringify(items, null, 2)}\n`
}

const isSaid = (value: unknown) => value !== '' && !(Array.isArray(value) && value.length === 0)

/** The letters of works that their authors and year do not tell apart, by id: a, b … in the order of the bibliography. */
export function lettersOf(works: readonly { id: string; work: Work }[]): Map<string, string> {
  const letters = new Map<string, string>()
  const alike = new Map<string, string[]>()
  for (const { id, work } of sortedWorks(works)) {
    const said = workInText(work)
    alike.set(said, [...(alike.get(said) ?? []), id])
  }
  for (const ids of alike.values())
    if (ids.length > 1) ids.forEach((id, index) => letters.set(id, String.fromCharCode(97 + (index % 26))))
  return letters
}
