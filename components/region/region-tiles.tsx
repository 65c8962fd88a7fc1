import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'

import { classNames } from '@/components/ui/class-names'

import { tileColumns, tileRows } from './tile-grid'

/** A place and where its tile lies (from 0; none for a place without one). `share` from 0 to 1 tints it; `spoken` is the value in words. */
export type RegionPlace = {
  key: string
  name: string
  tileColumn?: number | null
  tileRow?: number | null
  value?: string
  spoken?: string
  share?: number
  href?: string
  current?: boolean
}

type TileInput = Omit<
  ComponentProps<'input'>,
  'type' | 'value' | 'defaultValue' | 'defaultChecked' | 'id' | 'className'
>

type RegionTilesProps = { label: string; places: readonly RegionPlace[]; othersLabel?: string } & (
  { mode?: 'display' | 'links' } | ({ mode: 'checkboxes'; name: string; selected?: readonly string[] } & TileInput)
)

/**
 * The region as tiles, one for each authority, laid as on a map: shows figures, filters, or asks where it was. Places
 * without a tile stand beneath. Drawn on the server; needs no script. Where there is no room for the names in the
 * tiles, what can be pressed becomes a list in the order of the alphabet, and figures keep the map with short names.
 */
export function RegionTiles({ label, places, othersLabel, ...as }: RegionTilesProps) {
  const sorted = places.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  const tiles = sorted.filter(place => place.tileColumn != null && place.tileRow != null)
  const others = places.filter(place => place.tileColumn == null || place.tileRow == null)
  const first = tiles[0] ?? others[0]
  const show = (place: RegionPlace) => {
    if (as.mode !== 'checkboxes') return <Figure place={place} link={as.mode === 'links'} />
    const { mode: _mode, name, selected = [], ...input } = as
    const id = place === first ? name : `${name}-${place.key}`
    const checked = selected.includes(place.key)
    return <Pick place={place} input={{ ...input, name, id, value: place.key, defaultChecked: checked }} />
  }
  return (
    <div className="@container">
      <ul
        aria-label={label}
        className={classNames(
          'grid gap-1.5 @3xl:grid-cols-7 @3xl:gap-1 @3xl:[reading-flow:grid-rows]',
          as.mode === 'links' || as.mode === 'checkboxes' ? '@xs:grid-cols-2 @lg:grid-cols-3' : 'grid-cols-7',
        )}
      >
        {tiles.map(place => (
          <li key={place.key} className={classNames('flex min-w-0', onMap(place, as.mode ?? 'display'))}>
            {show(place)}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <ul aria-label={othersLabel} className="mt-3 grid gap-1.5 @md:grid-cols-2 @3xl:max-w-md">
          {others.map(place => (
            <li key={place.key} className="flex min-w-0">
              {show({ ...place, tileColumn: null })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function onMap({ tileColumn, tileRow }: RegionPlace, mode: 'display' | 'links' | 'checkboxes') {
  const [c, r] = [tileColumns[tileColumn ?? -1], tileRows[tileRow ?? -1]]
  return mode === 'display' ? classNames(c?.always, r?.always) : classNames(c?.wide, r?.wide)
}

const tints = [
  'bg-heard-0 text-on-heard ring-1 ring-line ring-inset',
  'bg-heard-1 text-on-heard',
  'bg-heard-2 text-on-heard',
  'bg-heard-3 text-on-heard',
  'bg-heard-4 text-on-heard-most',
]

function tintFor(share: number | undefined) {
  return tints[share && share > 0 ? Math.min(4, Math.max(1, Math.ceil(share * 4))) : 0]
}

/** A tile with its figure; with `link` it leads to what it counts. */
function Figure({ place, link }: { place: RegionPlace; link: boolean }) {
  const inRow = link || place.tileColumn == null
  const look = classNames(
    'flex w-full rounded-sm @3xl:text-tile',
    inRow
      ? 'min-h-control items-center justify-between gap-2 px-2.5 py-1.5 leading-tight'
      : 'aspect-square flex-col justify-between p-1 @md:aspect-3/2 @md:p-2 @3xl:aspect-auto',
    place.tileColumn == null
      ? ''
      : '@3xl:min-h-22 @3xl:flex-col @3xl:items-stretch @3xl:justify-between @3xl:p-2 @3xl:leading-[1.15]',
    tintFor(place.share),
  )
  const content = (
    <>
      {inRow ? null : (
        <span aria-hidden className="text-tile leading-none font-semibold @3xl:hidden">
          {shortName(place.name)}
        </span>
      )}
      <span className={classNames('min-w-0 font-semibold hyphens-auto', !inRow && 'sr-only @3xl:not-sr-only')}>
        {place.name}
      </span>
      {place.value ? (
        <span
          aria-hidden={place.spoken ? true : undefined}
          className={classNames(
            'text-right font-serif leading-none',
            place.tileColumn == null ? 'text-lg' : '@3xl:text-2xl',
          )}
        >
          {place.value}
        </span>
      ) : null}
      {place.spoken ? <span className="sr-only">: {place.spoken}</span> : null}
    </>
  )
  if (!link || !place.href) return <div className={look}>{content}</div>
  return (
    <Link
      href={place.href}
      prefetch={false}
      scroll={false}
      aria-current={place.current ? 'true' : undefined}
      className={classNames(
        look,
        'no-underline outline-offset-2 hover:underline aria-[current]:ring-4 aria-[current]:ring-furnace',
      )}
    >
      {content}
    </Link>
  )
}

/** A place that can be ticked: the whole tile is its label, and turns dark once chosen. */
function Pick({ place, input }: { place: RegionPlace; input: ComponentProps<'input'> }): ReactNode {
  return (
    <label
      className={classNames(
        'flex min-h-control w-full items-center gap-2 rounded-md border-2 border-line bg-sheet px-1.5 py-1.5 text-sm leading-tight',
        'hover:border-edge has-checked:border-canal has-checked:bg-canal-tint',
        place.tileColumn == null
          ? ''
          : '@3xl:min-h-24 @3xl:flex-col-reverse @3xl:items-start @3xl:justify-between @3xl:text-tile @3xl:font-medium @3xl:has-checked:bg-canal @3xl:has-checked:text-on-canal',
      )}
    >
      <input {...input} type="checkbox" className="tick" />
      <span className="min-w-0 hyphens-auto">{place.name}</span>
    </label>
  )
}

const small = new Set(['and', 'of', 'on', 'the', 'upon'])

/** For tiles too small for a name: three letters, or the first letter of each word. The name itself is still read out. */
function shortName(name: string) {
  const words = name.split(/[\s-]+/u).filter(word => !small.has(word.toLowerCase()))
  return words.length === 1 ? (words[0] ?? '').slice(0, 3) : words.map(word => word.slice(0, 1)).join('')
}
