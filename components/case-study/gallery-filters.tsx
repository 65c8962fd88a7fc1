import { getTranslations } from 'next-intl/server'

import { RegionTiles } from '@/components/region/region-tiles'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { ActiveFilters, Filters } from '@/components/ui/filters'
import { Select } from '@/components/ui/select'
import type { CallView } from '@/lib/data/calls'
import { inAddress } from '@/lib/domain/address'
import { galleryAddress, type GalleryChoice } from '@/lib/domain/gallery-filter'
import { organisationTypes } from '@/lib/domain/submission'

type GalleryFiltersProps = { path: string; call: CallView; choice: GalleryChoice; counts: Record<string, number> }

/** What readers can narrow the list to: fields and tiles that lead to addresses. Needs no script. */
export async function GalleryFilters({ path, call, choice, counts }: GalleryFiltersProps) {
  const t = await getTranslations('gallery')
  const any = { value: '', label: t('filters.any') }
  const byName = call.places.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  const on = chosen(path, call, choice, type => t(`types.${type}`))
  return (
    <div className="flex flex-col gap-4">
      {/* A new address brings new answers, which uncontrolled fields take only when they are made anew. */}
      <div key={galleryAddress('', choice)}>
        <Filters
          label={t('filters.label')}
          action={path}
          applyLabel={t('filters.apply')}
          clear={on.length > 0 ? { href: path, label: t('filters.clear') } : undefined}
        >
          <div className="sm:col-span-2 lg:col-span-3">
            <Field
              name="q"
              type="search"
              label={t('filters.search')}
              hint={t('filters.searchHint')}
              defaultValue={choice.q}
              maxLength={200}
              width="full"
            />
          </div>
          <Select
            name="theme"
            label={t('filters.theme')}
            defaultValue={choice.theme ?? ''}
            options={[any, ...call.prompts.map(({ key, theme }) => ({ value: key, label: theme }))]}
          />
          <Select
            name="place"
            label={t('filters.place')}
            defaultValue={choice.place ?? ''}
            options={[any, ...byName.map(({ key, name }) => ({ value: key, label: name }))]}
          />
          <Select
            name="type"
            label={t('filters.type')}
            defaultValue={choice.type ? inAddress(choice.type) : ''}
            options={[any, ...organisationTypes.map(type => ({ value: inAddress(type), label: t(`types.${type}`) }))]}
          />
        </Filters>
      </div>
      <Disclosure summary={t('filters.map')} open={choice.place !== null}>
        <RegionTiles
          mode="links"
          label={t('filters.mapLabel')}
          othersLabel={t('study.others')}
          places={tiles(path, call, choice, counts, count => t('filters.spoken', { count }))}
        />
      </Disclosure>
      <ActiveFilters label={t('filters.on')} removeLabel={t('filters.remove')} filters={on} />
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

type TypeName = (type: (typeof organisationTypes)[number]) => string

function chosen(path: string, call: CallView, choice: GalleryChoice, typeName: TypeName) {
  const without = (name: keyof GalleryChoice) => galleryAddress(path, { ...choice, [name]: name === 'q' ? '' : null })
  const theme = call.prompts.find(prompt => prompt.key === choice.theme)
  const place = call.places.find(({ key }) => key === choice.place)
  return [
    ...(choice.q ? [{ label: `“${choice.q}”`, href: without('q') }] : []),
    ...(theme ? [{ label: theme.theme, href: without('theme') }] : []),
    ...(place ? [{ label: place.name, href: without('place') }] : []),
    ...(choice.type ? [{ label: typeName(choice.type), href: without('type') }] : []),
  ]
}
