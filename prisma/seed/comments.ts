import type { Transaction } from '@/lib/db'
import { peopleNamed, writtenNames } from '@/lib/domain/mention'
import { lengthOf } from '@/lib/domain/span'
import type { DemonstrationEntry } from './demonstration/entry'
import type { Names } from './names'

const hour = 3_600_000

/** Writes the talk about a response as if it had begun a day after it was sent. Who is named finds it under My work. */
export async function seedComments(
  tx: Transaction,
  names: Names,
  comments: DemonstrationEntry['comments'],
  submissionId: string,
  sentAt: Date,
): Promise<void> {
  let at = sentAt.getTime() + 22 * hour
  const next = () => new Date((at += hour))
  for (const { by, body, on, resolved, replies = [] } of comments) {
    const authorId = names.person(by).id
    const thread = await seedComment(tx, {
      submissionId,
      authorId,
      body,
      createdAt: next(),
      ...(on ? await wordsOf(tx, submissionId, on) : {}),
      ...(resolved ? { resolvedAt: new Date(at + 5 * hour), resolvedById: authorId } : {}),
    })
    for (const reply of replies) {
      const said = { submissionId, parentId: thread, authorId: names.person(reply.by).id, body: reply.body }
      await seedComment(tx, { ...said, createdAt: next() })
    }
  }
}

type Comment = { submissionId: string; authorId: string; body: string; createdAt: Date }

async function seedComment(tx: Transaction, comment: Comment): Promise<string> {
  const { id } = await tx.comment.create({ data: comment, select: { id: true } })
  if (!comment.body.includes('@')) return id
  const people = await tx.person.findMany({ select: { id: true, name: true, team: true } })
  const inTeams = people.flatMap(({ team, ...person }) => (team ? [{ ...person, team }] : []))
  const named = peopleNamed(comment.body, writtenNames(inTeams), comment.authorId)
  const { createdAt } = comment
  // told already: the demonstration writes to nobody by itself
  await tx.mention.createMany({
    data: named.map(personId => ({ commentId: id, personId, createdAt, toldAt: createdAt })),
  })
  return id
}

async function wordsOf(tx: Transaction, submissionId: string, words: string) {
  const versions = await tx.textVersion.findMany({
    where: { text: { submissionId } },
    select: { id: true, body: true },
  })
  const version = versions.find(({ body }) => body.includes(words))
  if (!version) throw new Error(`The demonstration comments on “${words}”, which no answer says.`)
  const spanStart = lengthOf(version.body.slice(0, version.body.indexOf(words)))
  return { textVersionId: version.id, spanStart, spanEnd: spanStart + lengthOf(words) }
}
