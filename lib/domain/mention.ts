/** Somebody who can be named in a comment. */
export type NamedPerson = { id: string; name: string; team: { name: string; short: string } }

/** A way to write who is meant, after an `@`. */
export type WrittenName = {
  written: string
  /** Which person or team that is, for who chooses among several. */
  about: string
  /** Ids of people. A team means everyone in it. */
  meant: string[]
  /** The usual way to write it: the others are understood, but not offered. */
  offered: boolean
}

/** A name found in a text: where it stands with its `@`, in UTF-16 units, end exclusive. */
export type FoundName = { start: number; end: number; meant: string[] }

const fold = (name: string) => name.toLowerCase()

/**
 * Every way to write these people and their teams. Where two have the same name, or one has the name of a team, only the
 * form with the team means them: `Sam Lee (BVSC)`.
 */
export function writtenNames(people: readonly NamedPerson[]): WrittenName[] {
  const found = new Map<string, WrittenName>()
  const add = (name: WrittenName) => {
    if (!found.has(fold(name.written))) found.set(fold(name.written), name)
  }
  for (const [short, team] of grouped(people, person => person.team.short)) {
    const name = team[0]?.team.name ?? short
    const about = name === short ? 'The whole team' : `${name}, the whole team`
    add({ written: short, about, meant: idsOf(team), offered: true })
    add({ written: name, about, meant: idsOf(team), offered: false })
  }
  for (const [name, namesakes] of grouped(people, person => person.name)) {
    const alone = namesakes.length === 1 && !found.has(fold(name))
    for (const [short, inTeam] of grouped(namesakes, person => person.team.short)) {
      if (alone) add({ written: name, about: short, meant: idsOf(inTeam), offered: true })
      add({ written: `${name} (${short})`, about: short, meant: idsOf(inTeam), offered: !alone })
    }
  }
  return Array.from(found.values())
}

const idsOf = (people: readonly NamedPerson[]) => people.map(person => person.id)

/** By what it is called, capitals aside; under the name that came first. */
function grouped(people: readonly NamedPerson[], called: (person: NamedPerson) => string): [string, NamedPerson[]][] {
  const groups = new Map<string, [string, NamedPerson[]]>()
  for (const person of people) {
    const name = called(person)
    const [first, others] = groups.get(fold(name)) ?? [name, []]
    groups.set(fold(name), [first, [...others, person]])
  }
  return Array.from(groups.values())
}

/**
 * The names in a text, in its order. The longest that fits counts, capitals aside. An `@` within a word begins none, so
 * that an email address names nobody.
 */
export function findNames(text: string, names: readonly WrittenName[]): FoundName[] {
  if (names.length === 0) return []
  const longestFirst = names.toSorted((a, b) => b.written.length - a.written.length)
  const forms = longestFirst.map(({ written }) => `(${patternOf(written)})`).join('|')
  const all = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}_.])@(?:${forms})(?![\p{L}\p{M}\p{N}_])`, 'giu')
  return Array.from(text.matchAll(all), match => {
    const which = match.slice(1).findIndex(part => part !== undefined)
    return { start: match.index, end: match.index + match[0].length, meant: longestFirst[which]?.meant ?? [] }
  })
}

// Telephones write ’ for ', and put spaces of their own kinds.
function patternOf(name: string): string {
  return name
    .replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
    .replace(/['’]/gu, "['’]")
    .replace(/\p{Zs}+/gu, String.raw`\p{Zs}+`)
}

/** Who is named in a text, each once, never who wrote it. */
export function peopleNamed(text: string, names: readonly WrittenName[], authorId: string): string[] {
  const meant = new Set(findNames(text, names).flatMap(name => name.meant))
  meant.delete(authorId)
  return Array.from(meant)
}

const longestTyped = 60

/** What is being typed after an `@` before the caret; null where no name is. Units are UTF-16, `start` is the `@`. */
export function nameBeingTyped(text: string, caret: number): { start: number; typed: string } | null {
  const before = text.slice(Math.max(0, caret - longestTyped), caret)
  const found = /(?<![\p{L}\p{M}\p{N}_.])@((?:[\p{L}\p{N}(][^\n@]*)?)$/u.exec(before)
  return found ? { start: caret - found[0].length, typed: found[1] ?? '' } : null
}

const mostOffered = 8

/** The names that begin so, or have a word that does; first those that begin so. */
export function namesOffered<T extends { written: string; about: string }>(names: readonly T[], typed: string): T[] {
  const wanted = fold(typed)
  const ranked = names.flatMap(name => {
    const [written, about] = [fold(name.written), fold(name.about)]
    const rank = written.startsWith(wanted) ? 0 : hasWord(written, wanted) ? 1 : hasWord(about, wanted) ? 2 : null
    return rank === null ? [] : [{ name, rank }]
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.name.written.localeCompare(b.name.written, 'en'))
    .slice(0, mostOffered)
    .map(({ name }) => name)
}

function hasWord(text: string, beginning: string): boolean {
  return beginning !== '' && text.split(/[^\p{L}\p{M}\p{N}’']+/u).some(word => word.startsWith(beginning))
}
