import { getTranslations } from 'next-intl/server'

import { Checkboxes } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { ActiveFilters, Filters } from '@/components/ui/filters'
import { Select } from '@/components/ui/select'
import type { CallView } from '@/lib/data/calls'
import { inAddress } from '@/lib/domain/address'
import { isNarrowed, libraryAddress, standingNames, standings, type LibraryChoice } from '@/lib/domain/library-filter'
import { londonDate } from '@/lib/domain/london-time'
import { organisationTypes } from '@/lib/domain/submission'

type LibraryFiltersProps = {
  path: string
  call: CallView
  choice: LibraryChoice
  areas: { area: string; count: number }[]
}

const any = { value: '', label: 'Any' }

/** What the list can be narrowed to. The answers are the address; needs no script. */
export async function LibraryFilters({ path, call, choice, areas }: LibraryFiltersProps) {
  const t = await getTranslations('gallery')
  const byName = call.places.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  const on = chosen(path, call, choice, type => t(`types.${type}`))
  return (
    <div className="flex flex-col gap-4">
      {/* A new address brings new answers, which uncontrolled fields take only when they are made anew. */}
      <div key={libraryAddress('', choice)}>
        <Filters
          label="Find case studies"
          action={path}
          applyLabel="Show case studies"
          clear={isNarrowed(choice) ? { href: path, label: 'Clear all' } : undefined}
        >
          <div className="sm:col-span-2 lg:col-span-3">
            <Field
              name="q"
              type="search"
              label="Search"
              hint="Words of the case study"
              defaultValue={choice.q}
              maxLength={200}
              width="full"
            />
          </div>
          <Select
            name="theme"
            label="Theme"
            defaultValue={choice.theme ?? ''}
            options={[any, ...call.prompts.map(({ key, theme }) => ({ value: key, label: theme }))]}
          />
          <Select
            name="place"
            label="Place"
            defaultValue={choice.place ?? ''}
            options={[any, ...byName.map(({ key, name }) => ({ value: key, label: name }))]}
          />
          <Select
            name="lens"
            label="What it shows"
            defaultValue={choice.lens ?? ''}
            options={[any, ...call.lenses.map(({ key, label }) => ({ value: key, label }))]}
          />
          <Select
            name="type"
            label="Kind of organisation"
            defaultValue={choice.type ? inAddress(choice.type) : ''}
            options={[any, ...organisationTypes.map(type => ({ value: inAddress(type), label: t(`types.${type}`) }))]}
          />
          <Select
            name="standing"
            label="Standing"
            defaultValue={choice.standing ?? ''}
            options={[any, ...standings.map(value => ({ value, label: standingNames[value] }))]}
          />
          <div className="grid grid-cols-2 gap-4">
            <Field name="from" type="date" label="Approved from" defaultValue={choice.from ?? ''} width="full" />
            <Field name="to" type="date" label="Until" defaultValue={choice.to ?? ''} width="full" />
          </div>
          {areas.length > 0 ? (
            <Disclosure
              summary="Decisions it can inform"
              open={choice.areas.length > 0}
              className="sm:col-span-2 lg:col-span-3"
            >
              <Checkboxes
                name="area"
                label="Decision area"
                columns={2}
                defaultValue={choice.areas}
                choices={areas.map(({ area, count }) => ({ value: area, label: `${area} (${count})` }))}
              />
            </Disclosure>
          ) : null}
        </Filters>
      </div>
      <ActiveFilters label="Filters that are on" removeLabel="Remove filter" filters={on} />
    </div>
  )
}

type TypeName = (type: (typeof organisationTypes)[number]) => string

function chosen(path: string, call: CallView, choice: LibraryChoice, typeName: TypeName) {
  const without = (change: Partial<LibraryChoice>) => libraryAddress(path, { ...choice, ...change })
  const theme = call.prompts.find(prompt => prompt.key === choice.theme)
  const place = call.places.find(({ key }) => key === choice.place)
  const lens = call.lenses.find(({ key }) => key === choice.lens)
  const filters: [string | null | undefined, Partial<LibraryChoice>][] = [
    [choice.q && `“${choice.q}”`, { q: '' }],
    [theme?.theme, { theme: null }],
    [place?.name, { place: null }],
    [lens?.label, { lens: null }],
    [choice.type && typeName(choice.type), { type: null }],
    [choice.standing && standingNames[choice.standing], { standing: null }],
    [choice.from && `Approved from ${londonDate(choice.from)}`, { from: null }],
    [choice.to && `Approved until ${londonDate(choice.to)}`, { to: null }],
    ...choice.areas.map((area): [string, Partial<LibraryChoice>] => [
      area,
      { areas: choice.areas.filter(other => other !== area) },
    ]),
  ]
  return filters.flatMap(([label, change]) => (label ? [{ label, href: without(change) }] : []))
}
