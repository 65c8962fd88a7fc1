import type { CodeView } from '@/lib/data/codes'
import {
  agreedNote,
  answerVariable,
  caseVariables,
  ImportedCase,
  linkNames,
  ownNotes,
  valueSeparator,
  type CaseKey,
  type CodedPart,
  type SelectedPart,
  type ThingOf,
  type ValuePart,
} from '@/lib/domain/exchange'
import { londonDateTime } from '@/lib/domain/london-time'
import { answerFields, answerNames, decisionNames, organisationTypeNames, stageNames } from '@/lib/domain/submission'
import { codeHex } from '@/lib/exchange/codebook-colours'
import { describeCode } from '@/lib/exchange/codebook-qdc'
import { derivedGuid } from '@/lib/exchange/guid'

import type { CodingRow, CommentRow, SettlementRow, SourceRow, SubmissionRow } from './project-rows'

/** Words for the variable “Whose work”. */
export const practiceWords = { OWN: 'Our own work', ELSEWHERE: 'Good practice elsewhere' } as const

/** A code as it goes out. Retired ones stand on top, in a set of theirs. */
export function codeThing(code: CodeView): ThingOf<'code'> {
  return {
    kind: 'code',
    guid: code.id,
    name: code.name,
    colour: codeHex[code.colour - 1] ?? codeHex[0],
    codable: true,
    description: describeCode(code),
    parent: code.retired ? null : code.parentId,
    notes: [],
  }
}

export function importedOf({ imported }: Pick<SubmissionRow, 'imported'>): ImportedCase {
  const parsed = ImportedCase.safeParse(imported)
  return parsed.success ? parsed.data : { name: null, description: '', values: [] }
}

/** A submission as a case: its texts are its sources, what is known of it stands in variables. */
export function caseThing(row: SubmissionRow, sources: readonly string[], tags: readonly CodingRow[]): ThingOf<'case'> {
  const imported = importedOf(row)
  const counted = row.doubleCoded ? tags.filter(({ agreed }) => agreed) : tags
  const said: Record<CaseKey, string> = {
    title: row.title ?? '',
    organisation: row.organisation ?? '',
    type: organisationTypeNames[row.type],
    practice: practiceWords[row.practice],
    practiceOf: row.practiceOf ?? '',
    communities: row.communities.join(valueSeparator),
    places: row.places.join(valueSeparator),
    neighbourhood: row.neighbourhood ?? '',
    themes: row.themes.join(valueSeparator),
    stage: stageNames[row.stage],
    decision: row.decision ? decisionNames[row.decision] : '',
    reason: row.reason ?? '',
    language: row.language ?? '',
    received: row.received.toISOString(),
    team: row.teams.join(valueSeparator),
    // without a text its tags lie on the case, and only what was agreed: as one coder's
    doubleCoded: sources.length > 0 ? (row.doubleCoded?.toISOString() ?? '') : '',
  }
  const own = caseVariables.map(({ key, guid }) => ({ variable: guid, value: said[key] }))
  const values: ValuePart[] = own.filter(({ value }) => value !== '')
  const known = new Set(values.map(({ variable }) => variable))
  const others = imported.values.filter(({ guid }) => !known.has(guid))
  return {
    kind: 'case',
    guid: row.id,
    name: imported.name ?? row.reference,
    description: imported.description,
    // a tag has its coder and its time on the first source; where there is none the case itself has the code
    codes: sources.length > 0 ? [] : [...new Set(counted.map(({ codeId }) => codeId))],
    values: [...values, ...others.map(({ guid, value }) => ({ variable: guid, value }))],
    sources: [...sources],
    selections: [],
  }
}

/** What a source is called. Imported ones keep their names. */
export function sourceName(row: SourceRow, reference: string): string {
  if (row.kind === 'IMPORTED') return row.name
  const field = answerFields.find(each => each === row.field)
  if (row.kind === 'ANSWER' && field) return `${reference} ${answerNames[field]}`
  if (row.kind === 'CALL_NOTE') return `${reference} Call${row.calledAt ? ` of ${londonDateTime(row.calledAt)}` : ''}`
  return `${reference} ${row.kind === 'DOCUMENT' ? (row.fileName ?? 'Document') : 'Translation'}`
}

const memoGuid = (coding: CodingRow) => derivedGuid('memo', coding.id)

function coded(coding: CodingRow): CodedPart {
  return {
    guid: coding.id,
    code: coding.codeId,
    user: coding.personId,
    at: coding.createdAt.toISOString(),
    notes: [...(coding.memo ? [memoGuid(coding)] : []), ...(coding.agreed ? [agreedNote.guid] : [])],
  }
}

type Around = { reference: string; first: boolean; codings: readonly CodingRow[]; comments: readonly CommentRow[] }

/**
 * A text as a source. Codings and comments on the same words share a selection; tags, and comments on the whole or on
 * words that are no more, stand on the first source of a case.
 */
export function sourceThing(row: SourceRow, { reference, first, codings, comments }: Around): ThingOf<'source'> {
  const selections = new Map<string, SelectedPart>()
  const selection = (start: number, end: number, user: string, at: Date) => {
    const key = `${start} ${end}`
    const known = selections.get(key)
    if (known) return known
    const guid = derivedGuid('selection', row.id, start, end)
    const made = { guid, start, end, description: '', user, at: at.toISOString(), codings: [], notes: [] }
    selections.set(key, made)
    return made
  }
  for (const coding of codings)
    if (coding.textVersionId === row.id && coding.start !== null && coding.end !== null)
      selection(coding.start, coding.end, coding.personId, coding.createdAt).codings.push(coded(coding))
  const onWords = (comment: CommentRow) => comment.textVersionId === row.id && comment.start !== null
  for (const comment of comments)
    if (onWords(comment) && comment.start !== null && comment.end !== null)
      selection(comment.start, comment.end, comment.authorId, comment.createdAt).notes.push(comment.id)
  const field = answerFields.find(each => each === row.field)
  return {
    kind: 'source',
    guid: row.id,
    name: sourceName(row, reference),
    description: '',
    text: row.body,
    user: null,
    at: row.createdAt.toISOString(),
    selections: [...selections.values()].toSorted((a, b) => a.start - b.start || a.end - b.end),
    codings: first ? codings.filter(({ textVersionId }) => textVersionId === null).map(coded) : [],
    notes: first ? comments.filter(isOnWhole).map(({ id }) => id) : [],
    values: row.kind === 'ANSWER' && field ? [{ variable: answerVariable.guid, value: answerNames[field] }] : [],
  }
}

function isOnWhole({ parentId, textVersionId }: CommentRow): boolean {
  return parentId === null && textVersionId === null
}

/** Memos and comments as notes. */
export function noteThings(codings: readonly CodingRow[], comments: readonly CommentRow[]): ThingOf<'note'>[] {
  return [
    ...codings
      .filter(({ memo }) => memo)
      .map((coding): ThingOf<'note'> => ({
        kind: 'note',
        guid: memoGuid(coding),
        name: ownNotes.memo,
        text: coding.memo,
        user: coding.personId,
        at: coding.createdAt.toISOString(),
      })),
    ...comments.map((comment): ThingOf<'note'> => ({
      kind: 'note',
      guid: comment.id,
      name: comment.parentId ? ownNotes.answer : ownNotes.comment,
      text: comment.body,
      user: comment.authorId,
      at: comment.createdAt.toISOString(),
    })),
  ]
}

/** Which comment answers which, and which codings an agreed one came from. */
export function linkThings(
  comments: readonly CommentRow[],
  settlements: readonly SettlementRow[],
  standing: ReadonlySet<string>,
): ThingOf<'link'>[] {
  const link = (name: string, origin: string, target: string): ThingOf<'link'> => ({
    kind: 'link',
    guid: derivedGuid(name, origin, target),
    name,
    origin,
    target,
  })
  const known = new Set(comments.map(({ id }) => id))
  return [
    ...comments.flatMap(({ id, parentId }) =>
      parentId && known.has(parentId) ? [link(linkNames.answers, id, parentId)] : [],
    ),
    ...settlements
      .filter(({ agreedId }) => standing.has(agreedId))
      .flatMap(({ agreedId, firstId, secondId }) =>
        [firstId, secondId].flatMap(id => (id && standing.has(id) ? [link(linkNames.settles, agreedId, id)] : [])),
      ),
  ]
}
