import * as z from 'zod/mini'

const Names = z.object({ names: z.array(z.object({ written: z.string(), about: z.string() })) })

/** A person or a team as it is written after an `@`, and which one that is. */
export type NameToChoose = z.infer<typeof Names>['names'][number]

const read = new Map<string, Promise<NameToChoose[]>>()

/** Whom a comment on a submission can name, asked for once a page; none while the portal cannot be reached. */
export function readNames(reference: string): Promise<NameToChoose[]> {
  const asked = read.get(reference) ?? ask(reference)
  read.set(reference, asked)
  return asked.catch(() => {
    read.delete(reference)
    return []
  })
}

async function ask(reference: string): Promise<NameToChoose[]> {
  const answer = await fetch(`/workspace/submissions/${encodeURIComponent(reference)}/names`)
  return Names.parse(await answer.json()).names
}
