import type { Dataset, WithContext } from 'schema-dts'

import type { CallView } from '@/lib/data/calls'
import type { OpenState } from '@/lib/data/open-data'
import { licence, openFormats, openPaths, type OpenFormat } from '@/lib/domain/open-data'

type Given = {
  call: CallView
  state: OpenState
  origin: string
  words: { name: string; description: string; citation: string }
}

/** The open data of a call as schema.org describes a set of data. */
export function datasetOf({ call, state, origin, words }: Given): WithContext<Dataset> {
  const page = origin + openPaths.page
  const partners = call.partners.map(({ name, url }) => ({
    '@type': 'Organization' as const,
    name,
    ...(url ? { url } : {}),
  }))
  const places = call.places.filter(place => place.kind === 'AUTHORITY')
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${page}#dataset`,
    identifier: `urn:uuid:${call.id}`,
    name: words.name,
    description: words.description,
    url: page,
    license: licence.url,
    creditText: words.citation,
    isAccessibleForFree: true,
    inLanguage: 'en-GB',
    keywords: call.prompts.map(prompt => prompt.theme),
    ...(partners.length > 0 ? { creator: partners, publisher: partners } : {}),
    ...(call.commissioner ? { funder: { '@type': 'Organization', name: call.commissioner } } : {}),
    spatialCoverage: places.map(({ name }) => ({ '@type': 'Place' as const, name })),
    ...(state.changedAt ? { dateModified: state.changedAt } : {}),
    distribution: [
      ...(Object.keys(openFormats) as OpenFormat[]).map(format => ({
        '@type': 'DataDownload' as const,
        name: format.toUpperCase(),
        encodingFormat: openFormats[format].media,
        contentUrl: origin + openPaths.file(format),
      })),
      {
        '@type': 'DataDownload' as const,
        name: 'Atom',
        encodingFormat: 'application/atom+xml',
        contentUrl: origin + openPaths.feed,
      },
    ],
  }
}
