import { normaliseLine } from './text-normal'

/** What the query of an address says, as a page is given it: a name that came more than once has a list. */
export type Asked = Record<string, string | string[] | undefined>

/** What an address says under a name, without space around it. Of a name that came twice the first counts. */
export function askedFor(asked: Asked, name: string): string {
  return [asked[name]].flat()[0]?.trim() ?? ''
}

/** All that an address says under a name, each once, in the order in which it says them: 100 at most. */
export function allAskedFor(asked: Asked, name: string): string[] {
  const values = [asked[name]].flat().map(value => value?.trim() ?? '')
  return [...new Set(values.filter(Boolean))].slice(0, 100)
}

/** How a value stands in an address: `MUTUAL_AID` as `mutual-aid`. */
export function inAddress(value: string): string {
  return value.toLowerCase().replaceAll('_', '-')
}

/** Which of some values stands so in an address; null where none does. */
export function fromAddress<V extends string>(written: string, allowed: readonly V[]): V | null {
  return allowed.find(value => inAddress(value) === inAddress(written)) ?? null
}

/** What of an address's `q` is looked for, in characters (Unicode code points). */
export const longestSearch = 200

/** The words that an address searches for, in `q`: the first `longestSearch` characters. */
export function searchOf(asked: Asked): string {
  return Array.from(normaliseLine(askedFor(asked, 'q')))
    .slice(0, longestSearch)
    .join('')
}

/** Whether it gives more words than are looked for. */
export function searchIsCut(asked: Asked): boolean {
  return Array.from(normaliseLine(askedFor(asked, 'q'))).length > longestSearch
}

/** The address of a list with what narrows it, and a page of it. What is empty is left out; a list is its name repeated. */
export function addressWith(
  path: string,
  query: Record<string, string | readonly string[] | null | undefined>,
): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap(one => (one ? [[name, one]] : [])),
  )
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** What the query of an address says, from its own text. */
export function askedIn(query: string | URLSearchParams): Asked {
  const params = new URLSearchParams(query)
  return Object.fromEntries([...new Set(params.keys())].map(name => [name, params.getAll(name)]))
}
