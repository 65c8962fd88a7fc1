import * as z from 'zod/mini'

import { inAddress, type Asked } from './address'
import { readCursor } from './cursor'
import { wordKinds } from './prose'
import { organisationTypes } from './submission'
import { countCharacters } from './text-count'

/** Under what everything published may be used again. Why this one: docs/decisions/0019-open-data.md. */
export const licence = {
  name: 'Creative Commons Attribution 4.0 International',
  short: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const

/** Ways to have every published case study of a call in one file, by the ending of its name. */
export const openFormats = {
  csv: { type: 'text/csv; charset=utf-8', media: 'text/csv' },
  json: { type: 'application/json; charset=utf-8', media: 'application/json' },
  jsonl: { type: 'application/jsonl; charset=utf-8', media: 'application/jsonl' },
} as const
export type OpenFormat = keyof typeof openFormats

/** Where they are, and the feed. Programs keep these addresses: they stay. */
export const openPaths = {
  page: '/data',
  feed: '/data/case-studies.atom',
  api: '/api/v1/case-studies',
  description: '/api/v1/openapi.json',
  file: (format: OpenFormat) => `/data/case-studies.${format}`,
}

const Named = z.object({ key: z.string(), name: z.string() })

const OpenBlock = z.union([
  z.object({
    kind: z.enum(wordKinds),
    text: z.string(),
    evidenceAt: z.array(z.int().check(z.minimum(0))),
  }),
  z.object({
    kind: z.literal('figure'),
    url: z.url(),
    width: z.int().check(z.minimum(1)),
    height: z.int().check(z.minimum(1)),
    alt: z.string(),
    caption: z.string(),
  }),
])
export type OpenBlock = z.infer<typeof OpenBlock>

const OpenSection = z.object({ words: z.string(), blocks: z.array(OpenBlock) })
export type OpenSection = z.infer<typeof OpenSection>

const openTypes = organisationTypes.map(inAddress)

/** A published case study in a list: all but its sections. */
export const OpenBrief = z.object({
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  api: z.url(),
  call: z.string(),
  title: z.string(),
  summary: z.string(),
  organisationName: z.nullable(z.string()),
  organisationType: z.nullable(z.enum(openTypes)),
  places: z.array(Named),
  themes: z.array(Named),
  lenses: z.array(Named),
  communities: z.array(z.string()),
  decisionArea: z.string(),
  publishedAt: z.iso.datetime(),
})
export type OpenBrief = z.infer<typeof OpenBrief>

/** A published case study, whole. A section has its plain words, and the same block by block. */
export const OpenStudy = z.extend(OpenBrief, {
  whatHappened: OpenSection,
  whatWasNew: OpenSection,
  difference: OpenSection,
  learning: OpenSection,
  quotation: z.string(),
  quotationSource: z.string(),
  licence: z.url(),
})
export type OpenStudy = z.infer<typeof OpenStudy>

/** A page of the list. `count` is of all that match; `next` is the address of the page after, null on the last. */
export const OpenList = z.object({
  caseStudies: z.array(OpenBrief),
  count: z.int().check(z.minimum(0)),
  next: z.nullable(z.url()),
  licence: z.url(),
})
export type OpenList = z.infer<typeof OpenList>

/** Why there is no answer, as RFC 9457 has it. `problems` names each parameter that cannot be used. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  problems: z.optional(z.array(z.object({ parameter: z.string(), detail: z.string() }))),
})
export type Problem = z.infer<typeof Problem>

/** What a list is asked from, in keys. */
export type OpenChoices = {
  places: readonly { key: string }[]
  prompts: readonly { key: string }[]
  lenses: readonly { key: string }[]
  communities: readonly string[]
}

const longest = 200
const quoted = (value: unknown) => `“${Array.from(String(value)).slice(0, 60).join('')}”`

/** What can be asked of the list of a call: the filters of the gallery, and which page. Made from the call's own keys. */
export function openQuery(choices: OpenChoices) {
  const oneOf = (what: string, keys: readonly string[]) =>
    z.optional(z.enum([...keys], { error: ({ input }) => `There is no ${what} ${quoted(input)}.` }))
  const keysOf = (all: readonly { key: string }[]) => all.map(({ key }) => key)
  const tooLong = `Search for ${longest} characters at most.`
  const limitError = { error: 'The limit is a whole number from 1 to 100.' }
  return z.strictObject({
    call: z.optional(z.string()),
    q: z.optional(z.string().check(z.refine(text => countCharacters(text) <= longest, tooLong))),
    place: oneOf('place', keysOf(choices.places)),
    theme: oneOf('theme', keysOf(choices.prompts)),
    lens: oneOf('lens', keysOf(choices.lenses)),
    community: oneOf('community', choices.communities),
    type: oneOf('kind of organisation', openTypes),
    after: z.optional(
      z
        .string()
        .check(z.refine(text => readCursor(text) !== null, 'No page begins there: follow the links of a page.')),
    ),
    limit: z._default(
      z.coerce.number(limitError).check(z.int(limitError), z.gte(1, limitError), z.lte(100, limitError)),
      20,
    ),
  })
}
export type OpenQuery = z.infer<ReturnType<typeof openQuery>>

/** Reads the query of an address. Nothing is overlooked: a filter that does not exist would else answer with everything. */
export function readOpenQuery(
  asked: Asked,
  choices: OpenChoices,
): { query: OpenQuery } | { problems: NonNullable<Problem['problems']> } {
  const twice = Object.keys(asked).filter(name => [asked[name]].flat().length > 1)
  if (twice.length > 0)
    return { problems: twice.map(name => ({ parameter: name, detail: `${quoted(name)} can be given once.` })) }
  const given = Object.entries(asked).flatMap(([name, value]) => {
    const text = [value].flat()[0]?.trim() ?? ''
    return text === '' ? [] : [[name, text] as const]
  })
  const parsed = openQuery(choices).safeParse(Object.fromEntries(given))
  if (parsed.success) return { query: parsed.data }
  const problems = parsed.error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => ({ parameter: key, detail: `There is no filter ${quoted(key)}.` }))
      : [{ parameter: String(issue.path[0] ?? ''), detail: issue.message }],
  )
  return { problems }
}
