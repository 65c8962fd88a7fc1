import type { Dataset } from 'schema-dts'
import * as z from 'zod'

const Thing = z.looseObject({ '@type': z.string() })
const text = z.string().min(1)
const url = z.url()
const time = z.union([z.iso.date(), z.iso.datetime({ offset: true })])
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)])
const named = z.looseObject({ '@type': z.enum(['Organization', 'Person']), name: text, url: url.optional() })
const picture = oneOrMore(z.union([url, z.looseObject({ '@type': z.literal('ImageObject'), url })]))

const Article = z.looseObject({
  headline: text,
  author: oneOrMore(named),
  datePublished: time,
  dateModified: time.optional(),
  image: picture.optional(),
  publisher: oneOrMore(named).optional(),
  mainEntityOfPage: z.union([url, z.looseObject({ '@id': url })]).optional(),
})

type DatasetKey = Extract<Dataset, { '@type': 'Dataset' }>
/** Required and recommended by Google's guide to datasets. */
const DatasetSchema = z.looseObject({
  name: text,
  description: text.min(50).max(5_000),
  url,
  license: url,
  identifier: oneOrMore(text),
  keywords: oneOrMore(text),
  isAccessibleForFree: z.literal(true),
  creator: oneOrMore(named).optional(),
  dateModified: time.optional(),
  spatialCoverage: oneOrMore(z.looseObject({ '@type': z.literal('Place'), name: text })).optional(),
  distribution: z
    .array(z.looseObject({ '@type': z.literal('DataDownload'), encodingFormat: text, contentUrl: url }))
    .min(1),
} satisfies Partial<Record<keyof DatasetKey, z.ZodType>>)

const BreadcrumbList = z.looseObject({
  itemListElement: z
    .array(z.looseObject({ '@type': z.literal('ListItem'), position: z.int(), name: text, item: url.optional() }))
    .min(2),
})

const asked: Record<string, z.ZodType> = {
  Article,
  ScholarlyArticle: Article,
  Report: Article,
  Dataset: DatasetSchema,
  BreadcrumbList,
}

/** The structured data of a page, each element parsed; throws where one is no JSON. */
export function structuredData(html: string): unknown[] {
  const found = html.matchAll(/<script[^>]*type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g)
  return [...found].map(([, json = '']) => JSON.parse(json) as unknown)
}

/** What is missing or wrong in a page's structured data by schema.org and by what search engines ask for. */
export function structuredDataFaults(html: string): string[] {
  return structuredData(html).flatMap(data => {
    const whole = z.looseObject({ '@context': z.enum(['https://schema.org', 'https://schema.org/']) }).safeParse(data)
    if (!whole.success) return ['It does not speak of schema.org.']
    const graph = z.array(z.unknown()).safeParse(whole.data['@graph'])
    return (graph.success ? graph.data : [data]).flatMap(thingFaults)
  })
}

function thingFaults(thing: unknown): string[] {
  const { success, data } = Thing.safeParse(thing)
  if (!success) return ['A thing has no type.']
  const checked = asked[data['@type']]?.safeParse(data)
  if (!checked || checked.success) return []
  return checked.error.issues.map(issue => `${data['@type']}: ${issue.path.join('.')}: ${issue.message}`)
}
