import * as z from 'zod/mini'

import { addressWith, inAddress, type Asked } from './address'
import { organisationTypes } from './submission'

/** What the analysis shows, each at its own address. */
export const analysisKinds = ['frequencies', 'matrix', 'together', 'time', 'words'] as const
export type AnalysisKind = (typeof analysisKinds)[number]

export const kindNames: Record<AnalysisKind, string> = {
  frequencies: 'Frequencies',
  matrix: 'Matrix',
  together: 'Together',
  time: 'Over time',
  words: 'Words',
}

/** What a matrix of codes is crossed with. */
export const crossings = ['place', 'type', 'theme', 'team'] as const
export type Crossing = (typeof crossings)[number]
export const crossingNames: Record<Crossing, string> = {
  place: 'Place',
  type: 'Organisation type',
  theme: 'Theme',
  team: 'Team',
}

export const periods = ['day', 'week', 'month'] as const
export type Period = (typeof periods)[number]
export const periodNames: Record<Period, string> = { day: 'Day', week: 'Week', month: 'Month' }

/** What one is: see docs/decisions/0021-what-analysis-counts.md. */
export const units = ['submissions', 'senders', 'segments'] as const
export type Unit = (typeof units)[number]
export const unitNames: Record<Unit, string> = {
  submissions: 'Submissions',
  senders: 'Senders',
  segments: 'Segments',
}

export const phraseLengths = ['1', '2', '3'] as const
export type PhraseLength = (typeof phraseLengths)[number]

const several = <T extends string>(item: z.ZodMiniType<T>) =>
  z.pipe(
    z.transform((value: unknown): unknown[] =>
      [...new Set<unknown>([value].flat())].filter(one => item.safeParse(one).success).slice(0, 60),
    ),
    z.array(item),
  )
const oneOf = <const V extends readonly [string, ...string[]]>(values: V) => {
  const first: V[number] = values[0]
  return z.catch(z.enum(values), first)
}
const key = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/i))

/** A view of the analysis: everything that decides what its table says. What an address or a kept figure says wrong is the default. */
export const AnalysisView = z.object({
  kind: oneOf(analysisKinds),
  by: oneOf(crossings),
  period: z.catch(z.enum(periods), 'week'),
  unit: oneOf(units),
  /** Only what is settled, or all that is coded so far. */
  count: oneOf(['settled', 'so-far']),
  /** How what is counted was coded: either way, by one, or by two. */
  coded: oneOf(['both', 'one', 'two']),
  shares: oneOf(['none', 'column', 'row']),
  /** What together means: on the same words, or in the same submission. */
  near: oneOf(['words', 'submission']),
  /** Ids of codes; none are those of `level`. */
  codes: several(z.uuid()),
  level: oneOf(['all', 'top']),
  /** How many words a phrase has. */
  length: oneOf(phraseLengths),
  stop: oneOf(['on', 'off']),
  /** More words to leave out, as somebody typed them. */
  also: z.catch(z.string().check(z.maxLength(500)), ''),
  /** A phrase whose places are shown. */
  said: z.catch(z.string().check(z.maxLength(100)), ''),
  place: several(key),
  theme: several(key),
  type: several(z.enum(organisationTypes)),
})
export type AnalysisView = z.infer<typeof AnalysisView>

/** Reads a view of a kind from an address. */
export function readAnalysisView(kind: AnalysisKind, asked: Asked): AnalysisView {
  const typed = [asked['type'] ?? []].flat().map(value => value.toUpperCase().replaceAll('-', '_'))
  const lists = { codes: asked['codes'], place: asked['place'], theme: asked['theme'], type: typed }
  const rest = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, [value].flat()[0]?.trim()]))
  const view = AnalysisView.parse({ ...rest, ...lists, kind })
  // in one submission there are no pairs of segments to count
  const paired = kind === 'together' && view.near === 'submission' && view.unit === 'segments'
  return paired ? { ...view, unit: 'submissions' } : view
}

/** The view that an address without a query shows. */
export const plainView = (kind: AnalysisKind) => readAnalysisView(kind, {})

/** What a view adds to an address: only what differs from the plain one. */
export function analysisQuery(view: AnalysisView): Record<string, string | string[] | null> {
  const plain = plainView(view.kind)
  return Object.fromEntries(
    Object.entries(view).flatMap(([name, value]): [string, string | string[]][] => {
      if (name === 'kind') return []
      if (typeof value !== 'string') return [[name, name === 'type' ? value.map(inAddress) : value]]
      return value === plain[name as keyof AnalysisView] ? [] : [[name, value]]
    }),
  )
}

/** Where the analysis stands. */
export const analysisPath = '/workspace/analysis'

/** The address of a view's page. */
export function analysisAddress(view: AnalysisView): string {
  return addressWith(`${analysisPath}/${view.kind}`, analysisQuery(view))
}

/** The address of a view's file: `chart.svg`, `chart.png`, `table.csv`. `save` asks the browser to keep it. */
export function analysisFile(
  file: 'chart.svg' | 'chart.png' | 'table.csv',
  view: AnalysisView,
  { save = false }: { save?: boolean } = {},
): string {
  return addressWith(`${analysisPath}/${file}`, { kind: view.kind, ...analysisQuery(view), save: save ? 'yes' : null })
}

/** What one unit is called: "submissions", and for a single one "submission". */
export function unitWord(unit: Unit, count: number): string {
  const name = unitNames[unit].toLowerCase()
  return count === 1 ? name.slice(0, -1) : name
}
