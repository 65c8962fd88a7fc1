import * as z from 'zod/mini'

import { proseFields, strictest, type ProseField, type Written } from './case-study'
import type { NamedSource } from './case-study-name'
import { citedCodings, withNotes } from './prose'
import { organisationTypes, type OrganisationType } from './submission'

/** What a numbered note says: whose evidence it is, by name where every consent allows that, else by its kind. */
export type Note = { n: number; organisationName: string | null; organisationType: OrganisationType | null }

const Notes = z.array(
  z.object({
    n: z.int(),
    organisationName: z.nullable(z.string()),
    organisationType: z.nullable(z.enum(organisationTypes)),
  }),
)

/** Notes from a column that should hold some; none where it does not. */
export function readNotes(kept: unknown): Note[] {
  const parsed = Notes.safeParse(kept)
  return parsed.success ? parsed.data : []
}

/** A submission that a text rests on, as its notes need it. */
export type NotedSource = NamedSource & { submissionId: string; organisationType: OrganisationType | null }

/** All codings that a text cites, in the order in which it reads. */
export function codingsCited(written: Written): string[] {
  return [...new Set(proseFields.flatMap(field => citedCodings(written[field])))]
}

/**
 * The sections as readers get them, with numbered notes in place of citations: one number for each source, in the order in
 * which they are first cited. What rests on no source of the text any more gets no note. `submissionOf`: whose a coding is.
 */
export function notesOf(
  written: Written,
  sources: NotedSource[],
  submissionOf: ReadonlyMap<string, string>,
): { sections: Pick<Written, ProseField>; notes: Note[] } {
  const named = strictest(sources.map(source => source.publish)) === 'WITH_NAME'
  const notes: Note[] = []
  const numbers = new Map<string, number>()
  for (const coding of codingsCited(written)) {
    const source = sources.find(({ submissionId }) => submissionId === submissionOf.get(coding))
    if (!source || numbers.has(source.submissionId)) continue
    const n = notes.length + 1
    numbers.set(source.submissionId, n)
    const organisationName = named && !source.practiceOf ? source.organisationName : null
    notes.push({ n, organisationName, organisationType: source.practiceOf ? null : source.organisationType })
  }
  const numberOf = (coding: string) => numbers.get(submissionOf.get(coding) ?? '') ?? null
  const { whatHappened, whatWasNew, difference, learning } = written
  return {
    sections: {
      whatHappened: withNotes(whatHappened, numberOf),
      whatWasNew: withNotes(whatWasNew, numberOf),
      difference: withNotes(difference, numberOf),
      learning: withNotes(learning, numberOf),
    },
    notes,
  }
}
