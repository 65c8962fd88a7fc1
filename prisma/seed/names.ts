import type { SeededPerson } from './people'

/** What the demonstration's texts name, found by those names. Each stops the seed on a name that it does not know. */
export type Names = {
  callId: string
  /** Names of the partners, for the words of the consents. */
  partners: string[]
  person: (email: string) => SeededPerson
  code: (name: string) => string
  prompt: (key: string) => { id: string; key: string; theme: string }
  lens: (key: string) => { id: string; key: string; label: string }
  place: (name: string) => { id: string; key: string; name: string }
}

/** A look-up in `found` that throws, naming the `kind` of thing, where there is none of that name. */
export function lookedUp<T>(kind: string, found: Map<string, T>): (name: string) => T {
  return name => {
    const value = found.get(name)
    if (value === undefined) throw new Error(`The demonstration names the ${kind} "${name}", which there is none of.`)
    return value
  }
}
