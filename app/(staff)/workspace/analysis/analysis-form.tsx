import Link from 'next/link'

import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { Select } from '@/components/ui/select'
import type { CallView } from '@/lib/data/calls'
import type { CodeChoice } from '@/lib/data/facet-values'
import { inAddress } from '@/lib/domain/address'
import {
  analysisAddress,
  analysisPath,
  crossingNames,
  crossings,
  periodNames,
  periods,
  plainView,
  unitNames,
  units,
  type AnalysisView,
} from '@/lib/domain/analysis'
import { organisationTypeNames, organisationTypes } from '@/lib/domain/submission'

type Props = { view: AnalysisView; call: CallView; codes: CodeChoice[] }
type Option = { value: string; label: string }

/** What a view asks for, in a form whose answers are the address. */
export function AnalysisForm({ view, call, codes }: Props) {
  const { kind } = view
  const path = `${analysisPath}/${kind}`
  const chosen = view.codes.length + view.place.length + view.theme.length + view.type.length
  return (
    // A new address brings new answers, which uncontrolled fields take only when they are made anew.
    <form
      key={analysisAddress(view)}
      method="get"
      action={path}
      aria-label="Choose what is counted"
      className="no-print flex flex-col gap-4 rounded-md border border-line bg-sheet p-4"
    >
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <Choose name="count" label="Counted" value={view.count} options={countings} />
        <Choose name="coded" label="Coded" value={view.coded} options={codedBy} />
        {kind === 'words' ? (
          <>
            <Choose name="length" label="Look for" value={view.length} options={lengths} />
            <Choose name="unit" label="Most frequent by" value={view.unit} options={wordUnits} />
            <Choose name="stop" label="Common words" value={view.stop} options={stops} />
          </>
        ) : (
          <Choose name="unit" label="Count" value={view.unit} options={unitOptions} />
        )}
        {kind === 'matrix' ? <Choose name="by" label="By" value={view.by} options={byOptions} /> : null}
        {kind === 'time' ? <Choose name="period" label="By" value={view.period} options={periodOptions} /> : null}
        {kind === 'together' ? <Choose name="near" label="Together" value={view.near} options={nears} /> : null}
        {kind === 'words' || kind === 'frequencies' ? null : (
          <Choose name="shares" label="Shares" value={view.shares} options={shares} />
        )}
        {kind === 'words' ? null : <Choose name="level" label="Codes" value={view.level} options={levels} />}
      </div>
      {kind === 'words' ? (
        <Field name="also" label="Leave out these words too (optional)" defaultValue={view.also} maxLength={500} />
      ) : null}
      <Disclosure summary={chosen > 0 ? `Codes and filters (${chosen} on)` : 'Codes and filters'} open={chosen > 0}>
        <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4">
          <Ticks
            name="codes"
            label={kind === 'words' ? 'Only segments of' : 'Only these codes'}
            on={view.codes}
            options={codes.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth)}${name}` }))}
          />
          <Ticks
            name="place"
            label="Place"
            on={view.place}
            options={call.places.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <Ticks
            name="theme"
            label="Theme"
            on={view.theme}
            options={call.prompts.map(({ key, theme }) => ({ value: key, label: theme }))}
          />
          <Ticks
            name="type"
            label="Organisation type"
            on={view.type.map(inAddress)}
            options={organisationTypes.map(type => ({ value: inAddress(type), label: organisationTypeNames[type] }))}
          />
        </div>
      </Disclosure>
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="secondary">Show</Button>
        {analysisAddress(view) === analysisAddress(plainView(kind)) ? null : (
          <Link href={path} prefetch={false} className="inline-flex min-h-control items-center">
            Clear all
          </Link>
        )}
      </div>
    </form>
  )
}

const named = <V extends string>(values: readonly V[], names: Record<V, string>): Option[] =>
  values.map(value => ({ value, label: names[value] }))

const countings = [
  { value: 'settled', label: 'What is settled' },
  { value: 'so-far', label: 'All that is coded so far' },
]
const codedBy = [
  { value: 'both', label: 'By one and by two' },
  { value: 'one', label: 'By one only' },
  { value: 'two', label: 'By two only' },
]
const unitOptions = named(units, { ...unitNames, senders: 'Senders (every sender of a campaign)' })
const byOptions = named(crossings, crossingNames)
const periodOptions = named(periods, periodNames)
const lengths = [
  { value: '1', label: 'Words' },
  { value: '2', label: 'Phrases of two words' },
  { value: '3', label: 'Phrases of three words' },
]
const wordUnits = [
  { value: 'submissions', label: 'Submissions that say it' },
  { value: 'segments', label: 'Times it is said' },
]
const stops = [
  { value: 'on', label: 'Left out' },
  { value: 'off', label: 'Counted' },
]
const nears = [
  { value: 'words', label: 'On the same words' },
  { value: 'submission', label: 'In the same submission' },
]
const shares = [
  { value: 'none', label: 'Counts only' },
  { value: 'column', label: 'Share of the column' },
  { value: 'row', label: 'Share of the row' },
]
const levels = [
  { value: 'all', label: 'All levels' },
  { value: 'top', label: 'Top level' },
]

type ChooseProps = { name: string; label: string; value: string; options: Option[] }

function Choose({ value, ...select }: ChooseProps) {
  return <Select {...select} defaultValue={value} />
}

type TicksProps = { name: string; label: string; on: readonly string[]; options: Option[] }

function Ticks({ name, label, on, options }: TicksProps) {
  return (
    <Fieldset id={name} label={label}>
      <div className="relative flex max-h-72 flex-col overflow-y-auto">
        {options.map(option => (
          <label key={option.value} className="flex min-h-6 items-start gap-2 py-0.5 leading-snug">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={on.includes(option.value)}
              className="tick"
            />
            <span className="min-w-0 flex-1">{option.label}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
