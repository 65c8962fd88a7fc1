import { getTranslations } from 'next-intl/server'

import { RegionTiles } from '@/components/region/region-tiles'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { ActiveFilters, Filters } from '@/components/ui/filters'
import { Select } from '@/components/ui/select'
import type { CallView } from '@/lib/data/calls'
import type { GalleryFacets } from '@/lib/data/gallery-search'
import { inAddress, longestSearch } from '@/lib/domain/address'
import { galleryAddress, gallerySorts, isNarrowed, usualSort, type GalleryChoice } from '@/lib/domain/gallery-filter'

import { chosenFacets, facetOptions } from './facet-options'
import { SearchAsYouType } from './search-as-you-type'

type GalleryFiltersProps = {
  path: string
  call: CallView
  choice: GalleryChoice
  /** How many the list would show, by place, where nothing is known of the other facets. */
  counts?: Record<string, number>
  facets?: GalleryFacets
}

/** What readers can narrow the list to: fields and tiles that lead to addresses. Needs no script; with it the list follows. */
export async function GalleryFilters({ path, call, choice, counts = {}, facets }: GalleryFiltersProps) {
  const t = await getTranslations('gallery')
  const placeCounts = facets?.place ?? counts
  const on = chosenFacets(call, choice, type => t(`types.${type}`))
  const chips = on.map(({ facet, label }) => ({
    label: facet === 'q' ? `“${label}”` : label,
    href: galleryAddress(path, { ...choice, [facet]: facet === 'q' ? '' : null }),
  }))
  const options = facetOptions(call, facets, { any: t('filters.any'), type: type => t(`types.${type}`) })
  const values = {
    q: choice.q,
    theme: choice.theme ?? '',
    lens: choice.lens ?? '',
    place: choice.place ?? '',
    type: choice.type ? inAddress(choice.type) : '',
    community: choice.community ?? '',
    sort: choice.sort ?? '',
  }
  const usual = usualSort(choice.q)
  const sorts = gallerySorts
    .filter(sort => sort !== 'match' || choice.q)
    .map(sort => ({ value: sort === usual ? '' : sort, label: t(`filters.sorts.${sort}`) }))
  return (
    <div className="flex flex-col gap-4">
      <Filters
        label={t('filters.label')}
        action={path}
        applyLabel={t('filters.apply')}
        clear={isNarrowed(choice) ? { href: path, label: t('filters.clear') } : undefined}
        narrow
      >
        <div className="col-span-full">
          <Field
            name="q"
            type="search"
            label={t('filters.search')}
            hint={t('filters.searchHint')}
            defaultValue={choice.q}
            maxLength={longestSearch}
            width="full"
          />
        </div>
        {(['theme', 'lens', 'place', 'type', 'community'] as const).map(facet => (
          <Select
            key={facet}
            name={facet}
            label={t(`filters.${facet}`)}
            defaultValue={values[facet]}
            options={options[facet]}
          />
        ))}
        <Select name="sort" label={t('filters.sort')} defaultValue={values.sort} options={sorts} />
        <SearchAsYouType path={path} values={values} />
      </Filters>
      <ActiveFilters label={t('filters.on')} removeLabel={t('filters.remove')} filters={chips} />
      <Disclosure summary={t('filters.map')} open={choice.place !== null}>
        <RegionTiles
          mode="links"
          label={t('filters.mapLabel')}
          othersLabel={t('study.others')}
          places={tiles(path, call, choice, placeCounts, count => t('filters.spoken', { count }))}
        />
      </Disclosure>
    </div>
  )
}

function tiles(
  path: string,
  call: CallView,
  choice: GalleryChoice,
  counts: Record<string, number>,
  spoken: (count: number) => string,
) {
  const most = Math.max(1, ...call.places.filter(place => place.tileColumn !== null).map(({ key }) => counts[key] ?? 0))
  return call.places.map(place => {
    const count = counts[place.key] ?? 0
    const current = choice.place === place.key
    return {
      ...place,
      value: String(count),
      spoken: spoken(count),
      share: Math.min(1, count / most),
      href: galleryAddress(path, { ...choice, place: current ? null : place.key }),
      current,
    }
  })
}
