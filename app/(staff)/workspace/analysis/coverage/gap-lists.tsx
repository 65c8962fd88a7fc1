import Link from 'next/link'
import type { ReactNode } from 'react'

import { Disclosure } from '@/components/ui/disclosure'
import {
  dimensionNames,
  furthestFirst,
  missingCombinations,
  silentPlaces,
  type Combination,
  type CoverageRow,
  type Dimension,
  type Together,
} from '@/lib/domain/coverage'
import { targetsReached } from '@/lib/domain/coverage-targets'

import { coveragePath, invitationTo, submissionsNaming } from './addresses'

type Props = { rows: Record<Dimension, CoverageRow[]>; together: Together[]; setsTargets: boolean }

/** What is missing, in the order in which to mend it, each with a text to send. */
export function GapLists({ rows, together, setsTargets }: Props) {
  const all = Object.values(rows).flat()
  const gaps = furthestFirst(all)
  const silent = silentPlaces(rows.PLACE)
  const missing = missingCombinations(rows.PLACE, rows.TYPE, together)
  const wanted = missing.filter(each => each.wanted)
  const others = missing.filter(each => !each.wanted)
  return (
    <div className="flex flex-col gap-8">
      <Part title="Furthest from their targets" id="furthest">
        {gaps.length > 0 ? (
          <Shortened
            label="Furthest from their targets"
            items={gaps.map(row => (
              <TargetGap key={row.key} row={row} />
            ))}
          />
        ) : targetsReached(all).set > 0 ? (
          <p>All targets are reached.</p>
        ) : (
          <p>
            No targets are set.{' '}
            {setsTargets ? (
              <Link href={`${coveragePath}/targets`}>Set how many are wanted</Link>
            ) : (
              'Leads can set them.'
            )}
          </p>
        )}
      </Part>
      {silent.length > 0 ? (
        <Part title="Places nobody was heard from" id="silent">
          <Shortened
            label="Places nobody was heard from"
            items={silent.map(row => (
              <Gap key={row.key} name={row.name} invitation={invitationTo(row)} />
            ))}
          />
        </Part>
      ) : null}
      <Part title="Combinations nobody was heard of" id="combinations">
        {missing.length === 0 ? (
          <p>Every type of organisation was heard from in every authority that answered.</p>
        ) : null}
        {wanted.length > 0 ? (
          <>
            <p className="mb-3 max-w-[65ch] text-muted">Both the authority and the type have a target.</p>
            <Shortened label="Combinations nobody was heard of" items={wanted.map(together => pairGap(together))} />
          </>
        ) : null}
        {others.length > 0 ? (
          <Disclosure summary={`${others.length} ${wanted.length > 0 ? 'others' : ''} without targets for both`}>
            <GapList label="Combinations without targets for both">{others.map(together => pairGap(together))}</GapList>
          </Disclosure>
        ) : null}
      </Part>
    </div>
  )
}

function Part({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-3 text-lg">
        {title}
      </h3>
      {children}
    </section>
  )
}

const shown = 8

function Shortened({ label, items }: { label: string; items: ReactNode[] }) {
  const rest = items.slice(shown)
  return (
    <>
      <GapList label={label}>{items.slice(0, shown)}</GapList>
      {rest.length > 0 ? (
        <Disclosure summary={`${rest.length} more`} className="mt-2">
          <GapList label={`${label}, continued`} from={shown + 1}>
            {rest}
          </GapList>
        </Disclosure>
      ) : null}
    </>
  )
}

function GapList({ label, from = 1, children }: { label: string; from?: number; children: ReactNode }) {
  return (
    <ol aria-label={label} start={from} className="max-w-4xl border-t border-line">
      {children}
    </ol>
  )
}

function TargetGap({ row }: { row: CoverageRow }) {
  return (
    <Gap
      name={row.name}
      kind={dimensionNames[row.dimension]}
      said={`${row.heard} of ${row.target} heard, ${row.gap} wanting`}
      invitation={invitationTo(row)}
      submissions={row.heard > 0 ? submissionsNaming(row) : null}
    />
  )
}

function pairGap({ place, type }: Combination) {
  return (
    <Gap
      key={`${place.key} ${type.key}`}
      name={`${type.name}, ${place.name}`}
      invitation={invitationTo(place, type)}
      said={
        place.gap > 0 && type.gap > 0
          ? `${place.gap} wanting of the place, ${type.gap} of the type`
          : place.gap > 0
            ? `${place.gap} wanting of the place`
            : type.gap > 0
              ? `${type.gap} wanting of the type`
              : undefined
      }
    />
  )
}

type GapProps = {
  name: string
  kind?: string
  said?: string | undefined
  invitation: string
  submissions?: string | null
}

function Gap({ name, kind, said, invitation, submissions }: GapProps) {
  const link = 'inline-flex min-h-6 items-center'
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-2">
      <div className="min-w-0">
        <span className="font-semibold">{name}</span>
        {kind ? <span className="text-sm text-muted"> · {kind}</span> : null}
        {said ? <span className="block text-sm">{said}</span> : null}
      </div>
      <div className="flex flex-wrap gap-x-4">
        {submissions ? (
          <Link href={submissions} prefetch={false} className={link}>
            Submissions<span className="sr-only"> of {name}</span>
          </Link>
        ) : null}
        <Link href={invitation} prefetch={false} className={link}>
          Text to send<span className="sr-only"> to {name}</span>
        </Link>
      </div>
    </li>
  )
}
