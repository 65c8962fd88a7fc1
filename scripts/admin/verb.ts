/** One thing that an operator does. `run` answers what to say, or throws a sentence; `embedded`: the database is our own. */
export type Verb = {
  usage: string
  says: string
  run: (given: Record<string, string | boolean | undefined>, database?: { embedded: boolean }) => Promise<string[]>
}
