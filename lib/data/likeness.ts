import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'
import { foldMail, ownWords } from '@/lib/mail/incoming/fold'
import { Prisma } from '@/prisma/generated/client'

/** A submission that may be the same evidence, and why: 1 is the same. */
export type Likeness = {
  reference: string
  title: string
  organisationName: string
  byName: number
  byText: number
  /** The same address stands under both. */
  sameSender: boolean
}

// Below these, names and texts of different people are too often alike (measured on the demonstration).
const threshold = { name: 0.65, text: 0.4 }
const compared = 600 // characters from the beginning of a text
const most = 5

type Asked = {
  callId: string
  except: string | null
  name: string
  text: string
  email: string
  textHash: string | null
}

/** Submissions that look like this one: by the name of their organisation or the beginning of their text. Null where there is none for this viewer. */
export async function likelyDuplicates(viewer: Viewer, typed: string): Promise<Likeness[] | null> {
  const reference = readReference(typed)
  if (!reference) return null
  const found = await db.submission.findUnique({
    where: { reference },
    select: {
      id: true,
      callId: true,
      status: true,
      organisationName: true,
      textHash: true,
      contact: { select: { email: true } },
      texts: {
        where: { kind: 'ANSWER', field: 'whatHappened' },
        select: { versions: { select: { body: true }, orderBy: { number: 'desc' }, take: 1 } },
      },
    },
  })
  if (!found || !may(viewer, 'readSubmission', found)) return null
  return search({
    callId: found.callId,
    except: found.id,
    name: found.organisationName ?? '',
    text: found.texts[0]?.versions[0]?.body ?? '',
    email: found.contact?.email ?? '',
    textHash: found.textHash,
  })
}

/** Submissions that a mail looks like: by its sender's address or what they wrote. Its caller asked for the right. */
export function likeMail(mail: { callId: string; body: string; fromAddress: string }): Promise<Likeness[]> {
  const text = ownWords(foldMail(mail.body))
  return search({ callId: mail.callId, except: null, name: '', text, email: mail.fromAddress, textHash: null })
}

/**
 * Finds names by the index of trigrams, whose threshold holds for this transaction alone. Texts are found by the index
 * of words and then compared by trigrams: comparing 5,000 long texts by these alone takes more than a second.
 */
function search({ callId, except, name, text, email, textHash }: Asked): Promise<Likeness[]> {
  const bareName = withoutAside(name)
  const beginning = [...text].slice(0, compared).join('')
  const groups = wordGroups(beginning).map(words => Prisma.sql`plainto_tsquery('english', ${words})`)
  return db.$transaction(async tx => {
    await tx.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(threshold.name)}, true)`
    const named = await tx.$queryRaw<{ id: string }[]>`
      SELECT s."id" FROM "Submission" s WHERE ${bareName} <> '' AND s."organisationName" % ${name} AND s."callId" = ${callId}::uuid
        AND similarity(regexp_replace(s."organisationName", '\\s*\\([^)]*\\)\\s*$', ''), ${bareName}) >= ${threshold.name}
      LIMIT 50`
    const told =
      groups.length > 0
        ? await tx.$queryRaw<{ id: string }[]>`
      SELECT s."id" FROM "Submission" s
      WHERE s."callId" = ${callId}::uuid AND s."search" @@ (${Prisma.join(groups, ' || ')})
        AND s."id" IS DISTINCT FROM ${except}::uuid LIMIT 100`
        : []
    const ids = [...named, ...told].map(({ id }) => id)
    return tx.$queryRaw<Likeness[]>`
      SELECT s."reference", coalesce(s."title", '') AS "title", coalesce(s."organisationName", '') AS "organisationName",
        coalesce(lower(d."email") = nullif(lower(${email}), ''), false) AS "sameSender",
        similarity(regexp_replace(coalesce(s."organisationName", ''), '\\s*\\([^)]*\\)\\s*$', ''), ${bareName})::float8 AS "byName",
        coalesce(max(similarity(left(v."body", 600), ${beginning})), 0)::float8 AS "byText"
      FROM "Submission" s
      LEFT JOIN "ContactDetails" d ON d."submissionId" = s."id"
      LEFT JOIN "Text" t ON t."submissionId" = s."id" AND t."field" = 'whatHappened'
      LEFT JOIN "TextVersion" v ON v."textId" = t."id"
      WHERE s."callId" = ${callId}::uuid AND s."status" = 'SUBMITTED' AND s."mergedIntoId" IS NULL
        AND s."id" IS DISTINCT FROM ${except}::uuid
        AND (s."id" = ANY(${ids}::uuid[]) OR (${email} <> '' AND lower(d."email") = lower(${email})))
        AND NOT coalesce(s."textHash" = ${textHash}
          AND similarity(coalesce(s."organisationName", ''), ${name}) < ${threshold.name}, false)
      GROUP BY s."id", d."email"
      HAVING s."id" = ANY(${named.map(({ id }) => id)}::uuid[]) OR max(similarity(left(v."body", 600), ${beginning})) >= ${threshold.text}
        OR coalesce(lower(d."email") = nullif(lower(${email}), ''), false)
      ORDER BY greatest(similarity(coalesce(s."organisationName", ''), ${bareName}), coalesce(max(similarity(left(v."body", 600), ${beginning})), 0)) DESC, s."id"
      LIMIT ${most}`
  })
}

/** The longest words of a text in groups of three: near texts have one of the groups in common. */
function wordGroups(text: string): string[] {
  const words = [...new Set(text.toLowerCase().match(/\p{L}{5,30}/gu) ?? [])].toSorted((a, b) => b.length - a.length)
  const groups: string[] = []
  for (let at = 0; at < Math.min(words.length, 15); at += 3) groups.push(words.slice(at, at + 3).join(' '))
  return groups
}

/** A name without what stands in brackets at its end, which many names share. */
function withoutAside(name: string): string {
  return name.replace(/\s*\([^)]*\)\s*$/, '').trim()
}
