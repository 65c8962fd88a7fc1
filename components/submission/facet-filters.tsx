import Link from 'next/link'
import type { ReactNode } from 'react'

import { Button } from '@/components/ui/button'
import { Chevron } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { Fold } from '@/components/ui/fold'
import { inAddress } from '@/lib/domain/address'
import type { Facet, SubmissionFilter } from '@/lib/domain/submission-filter'

import type { FacetGroup } from './facet-groups'

type Props = {
  label: string
  path: string
  filter: SubmissionFilter
  groups: FacetGroup[]
  applyLabel: string
  /** The counts go no further than so many. */
  capped: boolean
  clear?: string | undefined
  /** Parts of the form that only one page has: above the facets. */
  children?: ReactNode
  /** The facet that a page is about: above those parts, open. */
  first?: Facet
  /** What the address keeps beside the filters. */
  keep?: { name: string; value: string }[]
}

/** Search and facets in one form whose answers are the address. Beside the list on a wide screen, folded above it on others. */
export function FacetFilters({
  label,
  path,
  filter,
  groups,
  applyLabel,
  capped,
  clear,
  children,
  first,
  keep = [],
}: Props) {
  const on = groups.reduce((sum, { choices }) => sum + choices.filter(({ chosen }) => chosen).length, 0)
  const foremost = groups.find(({ facet }) => facet === first)
  return (
    <form
      method="get"
      action={path}
      role="search"
      aria-label={label}
      className="flex flex-col gap-4 rounded-md border border-line bg-sheet p-4"
    >
      {keep.map(({ name, value }) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <Field
        name="q"
        type="search"
        label="Search"
        hint="Words, “a phrase”, -without, or the beginning of a reference"
        defaultValue={filter.q}
        maxLength={200}
        width="full"
      />
      {foremost ? (
        <div className="border-t border-line">
          <Group group={foremost} open />
        </div>
      ) : null}
      {children}
      <Tick name="mine" value="yes" label="Assigned to me" chosen={filter.mine} />
      <Fold label={on > 0 ? `More filters (${on} on)` : 'More filters'}>
        <Tick name="corrected" value="yes" label="Corrected since settled" chosen={filter.corrected} />
        <div className="border-t border-line">
          {groups
            .filter(group => group !== foremost)
            .map(group => (
              <Group key={group.facet} group={group} />
            ))}
        </div>
        {capped ? (
          <p className="text-sm text-muted">Counts are of the first 2,000 found. Narrow further for exact ones.</p>
        ) : null}
      </Fold>
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="secondary">{applyLabel}</Button>
        {clear ? (
          <Link href={clear} prefetch={false} className="inline-flex min-h-control items-center">
            Clear all
          </Link>
        ) : null}
      </div>
    </form>
  )
}

const indents = ['', 'pl-4', 'pl-8', 'pl-12']

function Group({ group: { facet, label, choices }, open = false }: { group: FacetGroup; open?: boolean }) {
  const chosen = choices.filter(choice => choice.chosen).length
  return (
    // Somebody may open it before the script comes.
    <details
      suppressHydrationWarning
      className="group/facet border-b border-line"
      open={open || chosen > 0 || facet === 'stage'}
    >
      <summary className="flex min-h-control list-none items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
        <Chevron className="transition-transform group-open/facet:rotate-90" />
        {label}
        {chosen > 0 ? <span className="ml-auto text-sm font-normal text-muted">{chosen} on</span> : null}
      </summary>
      <ul aria-label={label} className="relative max-h-80 overflow-y-auto pb-2">
        {choices.map(choice => (
          <li key={choice.value} className={indents[Math.min(choice.depth, indents.length - 1)]}>
            <Tick name={facet} {...choice} value={inAddress(choice.value)} />
          </li>
        ))}
      </ul>
    </details>
  )
}

type TickProps = { name: string; value: string; label: string; chosen: boolean; count?: number }

/** One value: its whole row can be pressed. */
function Tick({ name, value, label, chosen, count }: TickProps) {
  return (
    <label className="flex min-h-6 items-start gap-2 py-0.5 leading-snug">
      <input type="checkbox" name={name} value={value} defaultChecked={chosen} className="tick" />
      <span className="min-w-0 flex-1">{label}</span>{' '}
      {count === undefined ? null : (
        <span className="text-sm text-muted tabular-nums">{count.toLocaleString('en-GB')}</span>
      )}
    </label>
  )
}
