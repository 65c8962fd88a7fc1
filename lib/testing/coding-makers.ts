import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import type { Scene } from '@/lib/testing/case-study-makers'

/** A code of the scene's call, at the end of the codebook. */
export async function makeCode(scene: Scene, name: string, parentId: string | null = null): Promise<string> {
  const { id } = await db.code.create({ data: { callId: scene.call.id, position: 1, name, parentId } })
  return id
}

/** An answer with one version; its version's id. */
export async function makeAnswer(submissionId: string, body: string, field = 'whatHappened'): Promise<string> {
  const text = await db.text.create({
    data: { submissionId, kind: 'ANSWER', field, versions: { create: { number: 1, body } } },
    select: { versions: { select: { id: true } } },
  })
  return text.versions[0]?.id ?? ''
}

type Given = { submissionId: string; codeId: string; by: Viewer; memo?: string; agreed?: boolean }

/** A coding of words of a text's version, from and to code points; without them a tag. */
export async function makeCoding(
  { by, ...given }: Given,
  words?: { textVersionId: string; start: number; end: number },
): Promise<string> {
  const span = words && { textVersionId: words.textVersionId, spanStart: words.start, spanEnd: words.end }
  const { id } = await db.coding.create({ data: { ...given, personId: by.id, ...span }, select: { id: true } })
  return id
}

/** Makes a submission one that two code blind. */
export async function makeBlind(submissionId: string, ...coders: Viewer[]): Promise<void> {
  await db.submission.update({ where: { id: submissionId }, data: { doubleCodedAt: new Date(), blind: true } })
  await db.assignment.createMany({
    data: coders.map(({ id }) => ({ submissionId, personId: id, double: true })),
    skipDuplicates: true,
  })
}

/** All lines of a file. */
export async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}
