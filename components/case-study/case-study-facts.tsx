import { getTranslations } from 'next-intl/server'

import { RegionTiles } from '@/components/region/region-tiles'
import type { PlaceView } from '@/lib/data/calls'
import type { Readable } from '@/lib/domain/case-study'

type CaseStudyFactsProps = { study: Readable; places: PlaceView[]; level: 'h2' | 'h3' }

/** Where it happened, on the tiles of the region, and what it is about. */
export async function CaseStudyFacts({ study, places, level: Heading }: CaseStudyFactsProps) {
  const t = await getTranslations('gallery.study')
  const tiles = places
    .filter(place => place.tileColumn !== null)
    .map(place => (study.placeKeys.includes(place.key) ? { ...place, share: 1, spoken: t('here') } : place))
  return (
    <aside aria-label={t('facts')} className="flex flex-col gap-6 @lg:flex-row @4xl:flex-col">
      {study.placeNames.length > 0 ? (
        <div className="w-full max-w-72 flex-none">
          <Heading className="mb-2 text-lg">{t('where')}</Heading>
          <p className="mb-3">{study.placeNames.join(', ')}</p>
          <RegionTiles label={t('map')} places={tiles} />
        </div>
      ) : null}
      <dl className="flex min-w-0 flex-col gap-4">
        <Fact term={t('themes')} values={study.themes} />
        <Fact term={t('lenses')} values={study.lenses} />
        <Fact term={t('decisionArea')} values={study.decisionArea ? [study.decisionArea] : []} />
      </dl>
    </aside>
  )
}

function Fact({ term, values }: { term: string; values: string[] }) {
  if (values.length === 0) return null
  return (
    <div>
      <dt className="font-semibold">{term}</dt>
      {values.map(value => (
        <dd key={value}>{value}</dd>
      ))}
    </div>
  )
}
