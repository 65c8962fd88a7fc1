import type { Transaction } from '@/lib/db'
import { agreedNote, answerVariable, ProjectThing, type CodedPart, type ThingOf } from '@/lib/domain/exchange'
import { lengthOf } from '@/lib/domain/span'
import { answerFields, answerNames } from '@/lib/domain/submission'
import { derivedGuid } from '@/lib/exchange/guid'

import type { ImportCounts } from './project-import'

/** What an import has found out on its way. Submissions that are `closed` get nothing, those that are `fixed` nothing new. */
export type Importing = {
  tx: Transaction
  runId: string
  callId: string
  importerId: string
  at: Date
  codeOf: ReadonlyMap<string, string>
  personOf: ReadonlyMap<string, string>
  caseOf: Map<string, string>
  closed: Set<string>
  fixed: Set<string>
  settled: ReadonlySet<string>
  usedNotes: Set<string>
  counts: ImportCounts
}

type Source = ThingOf<'source'>
type Place = { textVersionId: string; spanStart: number; spanEnd: number } | null

/** Writes a page of sources with all that stands on them. Answers the submissions whose texts changed. */
export async function writeSources(importing: Importing, sources: readonly Source[]): Promise<string[]> {
  const { tx, caseOf, closed, fixed, counts } = importing
  const versions = await tx.textVersion.findMany({
    where: { id: { in: sources.map(({ guid }) => guid) } },
    select: { id: true, body: true, text: { select: { submissionId: true } } },
  })
  const here = new Map(versions.map(version => [version.id, version]))
  const submissionOf = (source: Source) => here.get(source.guid)?.text.submissionId ?? caseOf.get(source.guid) ?? ''
  const open = sources.filter(source => !closed.has(submissionOf(source)) && !fixed.has(submissionOf(source)))
  const fresh = open.filter(({ guid }) => !here.has(guid))
  await writeTexts(importing, fresh, submissionOf)
  counts.texts += fresh.length
  // a text that is here and says something else keeps its own words: positions of the file do not fit them
  const fitting = open.filter(({ guid, text }) => {
    const body = here.get(guid)?.body
    return body === undefined || body === text
  })
  const notes = await notesOf(importing, fitting.flatMap(notesNamed))
  await writeCodings(importing, fitting, { submissionOf, notes })
  await writeComments(importing, fitting, { submissionOf, notes })
  return [...new Set(fresh.map(submissionOf))]
}

function notesNamed(source: Source): string[] {
  const codings = [...source.codings, ...source.selections.flatMap(selection => selection.codings)]
  return [...source.notes, ...source.selections.flatMap(({ notes }) => notes), ...codings.flatMap(({ notes }) => notes)]
}

async function writeTexts({ tx, at }: Importing, fresh: readonly Source[], submissionOf: (source: Source) => string) {
  const taken = await tx.text.findMany({
    where: { submissionId: { in: fresh.map(submissionOf) }, kind: 'ANSWER' },
    select: { submissionId: true, field: true },
  })
  const answered = new Set(taken.map(({ submissionId, field }) => `${submissionId} ${field}`))
  const rows = fresh.map(source => {
    const submissionId = submissionOf(source)
    const question = source.values.find(({ variable }) => variable === answerVariable.guid)?.value
    const asked = answerFields.find(each => answerNames[each] === question)
    const field = asked && !answered.has(`${submissionId} ${asked}`) ? asked : null
    if (field) answered.add(`${submissionId} ${field}`)
    return {
      id: derivedGuid('text', source.guid),
      versionId: source.guid,
      submissionId,
      kind: field ? 'ANSWER' : 'IMPORTED',
      field: field ?? source.guid,
      name: field ? '' : source.name.slice(0, 300),
      body: source.text,
      createdAt: source.at ?? at.toISOString(),
    }
  })
  const json = JSON.stringify(rows)
  await tx.$executeRaw`
    INSERT INTO "Text" ("id", "submissionId", "kind", "field", "name")
    SELECT g."id", g."submissionId", g."kind", g."field", g."name" FROM jsonb_to_recordset(${json}::jsonb)
      AS g("id" uuid, "submissionId" uuid, "kind" "TextKind", "field" text, "name" text)`
  await tx.$executeRaw`
    INSERT INTO "TextVersion" ("id", "textId", "number", "body", "createdAt")
    SELECT g."versionId", g."id", 1, g."body", g."createdAt" FROM jsonb_to_recordset(${json}::jsonb)
      AS g("versionId" uuid, "id" uuid, "body" text, "createdAt" timestamptz)`
}

type Notes = Map<string, ThingOf<'note'>>
type Beside = { submissionOf: (source: Source) => string; notes: Notes }

async function notesOf({ tx, runId }: Pick<Importing, 'tx' | 'runId'>, guids: readonly string[]): Promise<Notes> {
  const found: Notes = new Map()
  const wanted = [...new Set(guids)].filter(guid => guid !== agreedNote.guid)
  if (wanted.length === 0) return found
  const rows = await tx.exchangeRow.findMany({
    where: { runId, kind: 'note', guid: { in: wanted } },
    select: { content: true },
  })
  for (const { content } of rows) {
    const thing = ProjectThing.parse(content)
    if (thing.kind === 'note') found.set(thing.guid, thing)
  }
  return found
}

async function writeCodings(importing: Importing, sources: readonly Source[], { submissionOf, notes }: Beside) {
  const { tx, codeOf, personOf, importerId, settled, counts, at } = importing
  const row = (coding: CodedPart, submissionId: string, description: string, place: Place) => {
    const codeId = codeOf.get(coding.code)
    if (!codeId) return []
    const note = coding.notes.flatMap(guid => notes.get(guid) ?? [])[0]
    return [
      {
        id: coding.guid,
        submissionId,
        codeId,
        personId: (coding.user && personOf.get(coding.user)) || importerId,
        textVersionId: place?.textVersionId ?? null,
        spanStart: place?.spanStart ?? null,
        spanEnd: place?.spanEnd ?? null,
        memo: cut(note?.text ?? description, 2_000),
        agreed: settled.has(coding.guid) && coding.notes.includes(agreedNote.guid),
        createdAt: coding.at ?? at.toISOString(),
      },
    ]
  }
  const rows = sources.flatMap(source => {
    const submissionId = submissionOf(source)
    return [
      ...source.codings.flatMap(coding => row(coding, submissionId, '', null)),
      ...source.selections.flatMap(({ start, end, description, codings }) => {
        const place = { textVersionId: source.guid, spanStart: start, spanEnd: end }
        return codings.flatMap(coding => row(coding, submissionId, description, place))
      }),
    ]
  })
  for (let from = 0; from < rows.length; from += 2_000) {
    const json = JSON.stringify(rows.slice(from, from + 2_000))
    counts.codings += await tx.$executeRaw`
      INSERT INTO "Coding" ("id", "submissionId", "codeId", "personId", "textVersionId", "spanStart", "spanEnd", "memo", "agreed", "createdAt")
      SELECT g.* FROM jsonb_to_recordset(${json}::jsonb) AS g("id" uuid, "submissionId" uuid, "codeId" uuid, "personId" uuid,
        "textVersionId" uuid, "spanStart" int, "spanEnd" int, "memo" text, "agreed" boolean, "createdAt" timestamptz)
      ON CONFLICT DO NOTHING`
  }
}

/** The first characters of a text, as PostgreSQL counts them. */
function cut(text: string, most: number): string {
  return lengthOf(text) <= most ? text : Array.from(text).slice(0, most).join('')
}

type CommentPlace = { submissionId: string; place: Place }

function commentRow(importing: Importing, guid: string, notes: Notes, { submissionId, place }: CommentPlace) {
  const { usedNotes, personOf, importerId, at } = importing
  const note = notes.get(guid)
  if (!note || note.text.trim() === '') return []
  // a note that stands on several things is a comment on each; the first keeps its GUID
  const id = usedNotes.has(guid)
    ? derivedGuid(
        'comment',
        guid,
        submissionId,
        place?.textVersionId ?? '',
        place?.spanStart ?? '',
        place?.spanEnd ?? '',
      )
    : guid
  usedNotes.add(guid)
  return [
    {
      id,
      submissionId,
      authorId: (note.user && personOf.get(note.user)) || importerId,
      body: cut(note.text, 5_000),
      createdAt: note.at ?? at,
      ...place,
    },
  ]
}

async function writeComments(importing: Importing, sources: readonly Source[], { submissionOf, notes }: Beside) {
  const data = sources.flatMap(source => {
    const submissionId = submissionOf(source)
    return [
      ...source.notes.flatMap(guid => commentRow(importing, guid, notes, { submissionId, place: null })),
      ...source.selections.flatMap(({ start, end, notes: named }) => {
        const place = { textVersionId: source.guid, spanStart: start, spanEnd: end }
        return named.flatMap(guid => commentRow(importing, guid, notes, { submissionId, place }))
      }),
    ]
  })
  const { count } = await importing.tx.comment.createMany({ data, skipDuplicates: true })
  importing.counts.comments += count
}

/** Comments that answer others. An answer to an answer stands in the same thread. */
export async function writeReplies(importing: Importing, links: readonly ThingOf<'link'>[]): Promise<void> {
  const { tx, counts } = importing
  for (let from = 0; from < links.length; from += 500) {
    const some = links.slice(from, from + 500)
    const parents = await tx.comment.findMany({
      where: { id: { in: some.flatMap(({ target }) => target ?? []) }, submission: { status: 'SUBMITTED' } },
      select: { id: true, submissionId: true, parentId: true },
    })
    const known = new Map(parents.map(parent => [parent.id, parent]))
    const notes = await notesOf(
      importing,
      some.flatMap(({ origin }) => origin ?? []),
    )
    const data = some.flatMap(({ origin, target }) => {
      const parent = known.get(target ?? '')
      if (!origin || !parent || importing.closed.has(parent.submissionId)) return []
      const rows = commentRow(importing, origin, notes, { submissionId: parent.submissionId, place: null })
      return rows.map(row => ({ ...row, parentId: parent.parentId ?? parent.id }))
    })
    counts.comments += (await tx.comment.createMany({ data, skipDuplicates: true })).count
  }
}
