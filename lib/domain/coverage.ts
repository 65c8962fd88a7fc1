import { lastDay } from './call-times'
import { toLondonField } from './london-time'

/** What responses are looked at by. */
export const dimensions = ['PLACE', 'TYPE', 'THEME', 'COMMUNITY'] as const
export type Dimension = (typeof dimensions)[number]

/** Words for the workspace. */
export const dimensionNames: Record<Dimension, string> = {
  PLACE: 'Place',
  TYPE: 'Organisation type',
  THEME: 'Theme',
  COMMUNITY: 'Community',
}

/** What a target can be set for: all responses, or those of one value. */
export const targetKinds = ['ALL', ...dimensions] as const
export type TargetKind = (typeof targetKinds)[number]

/** How many responses are wanted. `key` is empty for all; else a key of a place or prompt, a type, a community's name. */
export type Target = { kind: TargetKind; key: string; target: number }

/** Something that a response can name. A place may lie `within` another, by that one’s key. */
export type CoverageValue = { key: string; name: string; within: string | null; authority: boolean; offered: boolean }

/**
 * One value beside its target. `heard` are the responses that name it, or a place within it, each once. `share` is heard
 * by target, above 1 where more came; null, as `target`, where none is set. `gap` is how many are wanting.
 */
export type CoverageRow = CoverageValue & {
  dimension: Dimension
  heard: number
  target: number | null
  share: number | null
  gap: number
}

/** The values of a dimension with what was heard. What is offered no longer stands there only where somebody named it. */
export function coverageRows(
  dimension: Dimension,
  values: readonly CoverageValue[],
  heard: Readonly<Record<string, number>>,
  targets: readonly Target[],
): CoverageRow[] {
  const wanted = new Map(targets.filter(({ kind }) => kind === dimension).map(({ key, target }) => [key, target]))
  return values
    .map(value => {
      const [count, target] = [heard[value.key] ?? 0, wanted.get(value.key) ?? null]
      return { ...value, dimension, heard: count, target, ...against(count, target) }
    })
    .filter(({ offered, heard: count }) => offered || count > 0)
}

/** The rows in their order, each place followed by those within it. */
export function nested(rows: readonly CoverageRow[]): CoverageRow[] {
  const here = new Set(rows.map(({ key }) => key))
  return rows
    .filter(({ within }) => !within || !here.has(within))
    .flatMap(outer => [outer, ...rows.filter(({ within }) => within === outer.key)])
}

/** What is wanting to a target, and how much of it was reached. */
export function against(heard: number, target: number | null): { share: number | null; gap: number } {
  return target === null ? { share: null, gap: 0 } : { share: heard / target, gap: Math.max(0, target - heard) }
}

/** What has not reached its target, the furthest from it first: by share, then by how many are wanting. */
export function furthestFirst(rows: readonly CoverageRow[]): CoverageRow[] {
  return rows
    .filter(({ gap, offered }) => gap > 0 && offered)
    .toSorted((a, b) => (a.share ?? 0) - (b.share ?? 0) || b.gap - a.gap || a.name.localeCompare(b.name, 'en-GB'))
}

/** Authorities nobody was heard from and for which nothing is wanted either: with a target they are among the gaps. */
export function silentPlaces(places: readonly CoverageRow[]): CoverageRow[] {
  return places.filter(
    ({ heard, target, authority, offered }) => heard === 0 && target === null && authority && offered,
  )
}

/** How many responses name an authority, or a place within it, and come from one type of organisation. */
export type Together = { place: string; type: string; heard: number }

/** An authority and a type of which nobody was heard. `wanted`: both have targets. */
export type Combination = { place: CoverageRow; type: CoverageRow; wanted: boolean }

/**
 * Combinations of authority and type that nobody was heard of, those first whose both parts have targets and are furthest
 * from them. Left out are authorities nobody was heard from at all, which are gaps themselves, and a place within one
 * that stands here with the same type: whoever is heard from it closes both.
 */
export function missingCombinations(
  places: readonly CoverageRow[],
  types: readonly CoverageRow[],
  together: readonly Together[],
): Combination[] {
  const heard = new Set(together.filter(each => each.heard > 0).map(({ place, type }) => pair(place, type)))
  const asked = places.filter(place => place.authority && place.offered && place.heard > 0)
  const missing = asked.flatMap(place =>
    types
      .filter(type => !heard.has(pair(place.key, type.key)))
      .map(type => ({ place, type, wanted: place.target !== null && type.target !== null })),
  )
  const here = new Map(missing.map(each => [pair(each.place.key, each.type.key), each]))
  return missing
    .filter(({ place, type, wanted }) => {
      const outer = place.within ? here.get(pair(place.within, type.key)) : undefined
      return !outer || (wanted && !outer.wanted)
    })
    .toSorted((a, b) => Number(b.wanted) - Number(a.wanted) || wanting(b) - wanting(a))
}

const pair = (place: string, type: string) => `${place} ${type}`
const wanting = ({ place, type }: Combination) => place.gap + type.gap

const dayLength = 86_400_000
const dayOf = (time: Date | string) => toLondonField(time).slice(0, 10)
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
const plus = (day: string, days: number) => new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)

/** How many days of the region lie between today and the closing day: 0 on that day. Null where none is to come. */
export function daysLeft(closesAt: Date | string | null, now: Date): number | null {
  if (!closesAt || now >= new Date(closesAt)) return null
  return daysFrom(dayOf(now), dayOf(lastDay(closesAt).day))
}

/** How many are to come to reach a target, and how many that is a day, to one decimal and rounded up; today counts. */
export function paceFor(heard: number, target: number | null, left: number | null) {
  const { gap } = against(heard, target)
  return gap > 0 && left !== null ? { more: gap, aDay: Math.ceil((gap * 10) / (left + 1)) / 10 } : null
}

/** A day of the region as `2026-08-07`, and how many came on it. */
export type DayCount = { day: string; heard: number }

/** A day, or a week where there are many; `soFar` counts all up to its end. */
export type Period = { from: string; to: string; heard: number; soFar: number }

/** So many days can be told apart in a chart; more are shown in weeks. */
const mostDays = 100

/**
 * Every day since the call opened (or the first response came, if that was earlier), to today or the last day that
 * somebody could answer on. Days without a response are there too.
 */
export function periodsOf(
  counts: readonly DayCount[],
  call: { opensAt: Date | string | null; closesAt: Date | string | null },
  now: Date,
): { unit: 'day' | 'week'; periods: Period[] } {
  const came = counts.map(({ day }) => day).toSorted()
  const [first, last] = [came[0], came.at(-1)]
  const today = dayOf(now)
  const opened = call.opensAt && dayOf(call.opensAt) <= today ? dayOf(call.opensAt) : undefined
  const start = earliest(first, opened)
  if (!start) return { unit: 'day', periods: [] }
  const closed = call.closesAt ? dayOf(lastDay(call.closesAt).day) : today
  const end = latest(last, closed < today ? closed : today, start)
  const days = daysFrom(start, end) + 1
  const length = days > mostDays ? 7 : 1
  const heard = new Map(counts.map(each => [each.day, each.heard]))
  let soFar = 0
  const periods = Array.from({ length: Math.ceil(days / length) }, (_, index) => {
    const from = plus(start, index * length)
    const within = Array.from({ length }, (_day, day) => plus(from, day)).filter(day => day <= end)
    const count = within.reduce((sum, day) => sum + (heard.get(day) ?? 0), 0)
    soFar += count
    return { from, to: within.at(-1) ?? from, heard: count, soFar }
  })
  return { unit: length === 7 ? 'week' : 'day', periods }
}

const earliest = (...days: (string | undefined)[]) => days.filter(day => day !== undefined).toSorted()[0]
const latest = (first: string | undefined, ...days: string[]) => [...days, first ?? ''].toSorted().at(-1) ?? ''
