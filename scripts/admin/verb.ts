/** One thing that an operator does. `run` answers what to say, or throws a sentence. */
export type Verb = {
  usage: string
  says: string
  run: (given: Record<string, string | boolean | undefined>) => Promise<string[]>
}
