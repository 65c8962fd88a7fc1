import type { Article, BreadcrumbList, CollectionPage, Graph, Organization, Report, Thing } from 'schema-dts'

/** One step of the way to a page, with its whole address. */
export type Crumb = { name: string; address: string }

type Described = {
  title: string
  summary: string
  publishedAt: string
  organisationName: string | null
  placeNames: string[]
  themes: string[]
}
type DescribedCall = { name: string; commissioner: string; partners: readonly { name: string; url: string }[] }
type Where = { address: string; picture: string; crumbs: readonly Crumb[] }

/** A case study for search engines, in the words of schema.org: the article, and the way to it. */
export function describeCaseStudy(study: Described, call: DescribedCall, { address, picture, crumbs }: Where): Graph {
  const article: Article = {
    '@type': 'Article',
    '@id': `${address}#article`,
    headline: study.title,
    description: study.summary,
    url: address,
    mainEntityOfPage: address,
    image: picture,
    datePublished: study.publishedAt,
    inLanguage: 'en-GB',
    genre: 'Case study',
    author: call.partners.map(({ name, url }) => organisation(name, url)),
    ...(call.commissioner ? { publisher: organisation(call.commissioner) } : {}),
    isPartOf: { '@type': 'CreativeWorkSeries', name: call.name },
    keywords: study.themes,
    about: study.themes.map((name): Thing => ({ '@type': 'Thing', name })),
    ...(study.organisationName ? { mentions: organisation(study.organisationName) } : {}),
    spatialCoverage: study.placeNames.map(name => ({ '@type': 'Place', name })),
  }
  return { '@context': 'https://schema.org', '@graph': [article, breadcrumbs(crumbs)] }
}

type DescribedReport = { title: string; summary: string; publishedAt: string; first: string }

/** The report for search engines; `first` is when its first edition came out. */
export function describeReport(
  report: DescribedReport,
  call: DescribedCall,
  { address, crumbs }: Omit<Where, 'picture'>,
): Graph {
  const described: Report = {
    '@type': 'Report',
    '@id': `${address}#report`,
    headline: report.title,
    abstract: report.summary,
    url: address,
    mainEntityOfPage: address,
    datePublished: report.first,
    dateModified: report.publishedAt,
    inLanguage: 'en-GB',
    author: call.partners.map(({ name, url }) => organisation(name, url)),
    ...(call.commissioner ? { publisher: organisation(call.commissioner) } : {}),
  }
  return { '@context': 'https://schema.org', '@graph': [described, breadcrumbs(crumbs)] }
}

type Listed = { name: string; description: string; address: string; crumbs: readonly Crumb[]; items: readonly Crumb[] }

/** A page of the gallery: the collection, what stands on this page of it, and the way to it. */
export function describeGallery({ name, description, address, crumbs, items }: Listed): Graph {
  const page: CollectionPage = {
    '@type': 'CollectionPage',
    '@id': `${address}#collection`,
    name,
    description,
    url: address,
    inLanguage: 'en-GB',
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: items.length,
      itemListElement: items.map((item, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: item.name,
        url: item.address,
      })),
    },
  }
  return { '@context': 'https://schema.org', '@graph': [page, breadcrumbs(crumbs)] }
}

const organisation = (name: string, url = ''): Organization => ({
  '@type': 'Organization',
  name,
  ...(url ? { url } : {}),
})

function breadcrumbs(crumbs: readonly Crumb[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: address,
    })),
  }
}

const unsafe: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** JSON that can stand in a script element: nothing in it ends the element or begins a comment. */
export function jsonInScript(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, sign => unsafe[sign] ?? '')
}
