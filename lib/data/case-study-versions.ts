import { recordInclude, studyOf, type CaseStudyRecord } from '@/lib/data/case-study-record'
import { db, type Transaction } from '@/lib/db'
import {
  fieldNames,
  wordsWritten,
  writtenFields,
  writtenOf,
  type CaseStudyInput,
  type WrittenField,
} from '@/lib/domain/case-study'
import {
  contentOf,
  foldsInto,
  readContent,
  type VersionContent,
  type VersionKind,
} from '@/lib/domain/case-study-version'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { changesOf, type WordChange } from '@/lib/domain/word-changes'

/** A version in the list of all. */
export type VersionRow = { number: number; kind: VersionKind; by: string; savedAt: Date; current: boolean }

/** What differs between two versions, field by field; fields that are the same are left out. */
export type FieldChange = { label: string; changes: WordChange[] }

export type VersionsView = {
  title: string
  /** The version of the text that stands, for bringing one back. */
  version: number
  rows: VersionRow[]
  from: number | null
  to: number | null
  changes: FieldChange[]
  allows: { restore: boolean }
}

const mostRows = 200

/** Notes the text that a save made. The first one of a case study finds what stood before it, and notes that too. */
export async function noteVersion(
  tx: Transaction,
  before: CaseStudyRecord,
  viewer: Viewer,
  input: CaseStudyInput,
  way: 'save' | 'auto' | 'restore',
  at: Date,
): Promise<void> {
  const content = contentOf(input)
  const kind = ({ save: 'SAVED', auto: 'AUTOSAVED', restore: 'RESTORED' } as const)[way]
  const last = await tx.caseStudyVersion.findFirst({
    where: { caseStudyId: before.id },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, kind: true, personId: true, createdAt: true },
  })
  const judged = before.status === 'IN_REVIEW' || before.reviews.some(review => review.version === before.version)
  if (last && way !== 'restore' && foldsInto(last, { personId: viewer.id, at, judged })) {
    await tx.caseStudyVersion.update({ where: { id: last.id }, data: { content, kind, savedAt: at } })
    return
  }
  const number = last?.number ?? (await noteWhatStood(tx, before))
  const data = { caseStudyId: before.id, number: number + 1, kind, content, personId: viewer.id }
  await tx.caseStudyVersion.create({ data: { ...data, createdAt: at, savedAt: at } })
}

/** Keeps words that are not the text, because somebody else writes it. Answers the number of the version. */
export async function keepVersion(
  tx: Transaction,
  study: CaseStudyRecord,
  viewer: Viewer,
  input: CaseStudyInput,
): Promise<number> {
  const content = contentOf(input)
  const last = await tx.caseStudyVersion.findFirst({
    where: { caseStudyId: study.id },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const own = await tx.caseStudyVersion.findFirst({
    where: { caseStudyId: study.id, personId: viewer.id, kind: 'KEPT' },
    orderBy: { number: 'desc' },
    select: { number: true, content: true },
  })
  if (own && JSON.stringify(readContent(own.content)) === JSON.stringify(content)) return own.number
  const number = (last?.number ?? (await noteWhatStood(tx, study))) + 1
  await tx.caseStudyVersion.create({
    data: { caseStudyId: study.id, number, kind: 'KEPT', content, personId: viewer.id },
  })
  return number
}

/** Whoever presses the button means this text: what they autosave afterwards is another version. */
export async function sealVersion(tx: Transaction, caseStudyId: string, viewer: Viewer): Promise<void> {
  const last = await tx.caseStudyVersion.findFirst({
    where: { caseStudyId },
    orderBy: { number: 'desc' },
    select: { id: true, kind: true, personId: true },
  })
  if (last?.kind === 'AUTOSAVED' && last.personId === viewer.id)
    await tx.caseStudyVersion.update({ where: { id: last.id }, data: { kind: 'SAVED' } })
}

async function noteWhatStood(tx: Transaction, study: CaseStudyRecord): Promise<number> {
  const first = study.authors[0]
  if (!first) return 0
  const { id, updatedAt: at } = study
  const data = { caseStudyId: id, number: 1, kind: 'SAVED', content: contentNow(study) } as const
  await tx.caseStudyVersion.create({ data: { ...data, personId: first.personId, createdAt: at, savedAt: at } })
  return 1
}

function contentNow(study: CaseStudyRecord): VersionContent {
  return {
    ...writtenOf(study),
    placeKeys: study.places.map(({ place }) => place.key),
    promptKeys: study.prompts.map(({ prompt }) => prompt.key),
    lensKeys: study.lenses.map(({ lens }) => lens.key),
  }
}

/** The versions of a case study, the latest first, and how one became another: the two latest unless others are named. */
export async function listVersions(
  viewer: Viewer,
  id: string,
  asked: { from?: number | undefined; to?: number | undefined },
): Promise<VersionsView | null> {
  if (!may(viewer, 'readCaseStudy')) return null
  const study = await db.caseStudy.findUnique({ where: { id }, include: recordInclude })
  if (!study) return null
  const kept = await db.caseStudyVersion.findMany({
    where: { caseStudyId: id },
    orderBy: { number: 'desc' },
    take: mostRows,
    select: { number: true, kind: true, savedAt: true, content: true, person: { select: { name: true } } },
  })
  const standing = kept.find(version => version.kind !== 'KEPT')?.number
  const numbered = (number: number | undefined) => kept.find(version => version.number === number)
  const to = numbered(asked.to) ?? numbered(standing)
  const from = numbered(asked.from) ?? kept.find(version => to && version.number < to.number)
  return {
    title: study.title,
    version: study.version,
    rows: kept.map(({ number, kind, savedAt, person }) => ({
      number,
      kind,
      savedAt,
      by: person.name,
      current: number === standing,
    })),
    from: from?.number ?? null,
    to: to?.number ?? null,
    changes: from && to ? await changesBetween(study.callId, readContent(from.content), readContent(to.content)) : [],
    allows: { restore: may(viewer, 'editCaseStudy', studyOf(study)) },
  }
}

async function changesBetween(
  callId: string,
  from: VersionContent | null,
  to: VersionContent | null,
): Promise<FieldChange[]> {
  if (!from || !to) return []
  const [before, after] = [wordsWritten(from), wordsWritten(to)]
  const chosen = await namesOfChosen(callId)
  const pairs: { label: string; before: string; after: string }[] = [
    ...writtenFields.map((field: WrittenField) => ({
      label: fieldNames[field],
      before: before[field],
      after: after[field],
    })),
    { label: fieldNames.places, before: chosen(from.placeKeys), after: chosen(to.placeKeys) },
    { label: fieldNames.themes, before: chosen(from.promptKeys), after: chosen(to.promptKeys) },
    { label: fieldNames.lenses, before: chosen(from.lensKeys), after: chosen(to.lensKeys) },
  ]
  return pairs
    .filter(pair => pair.before !== pair.after)
    .map(pair => ({ label: pair.label, changes: changesOf(pair.before, pair.after) }))
}

/** Keys to names: a key that is no longer there stands for itself. */
async function namesOfChosen(callId: string): Promise<(keys: string[]) => string> {
  const [places, prompts, lenses] = await Promise.all([
    db.place.findMany({ where: { callId }, select: { key: true, name: true } }),
    db.prompt.findMany({ where: { callId }, select: { key: true, theme: true } }),
    db.lens.findMany({ where: { callId }, select: { key: true, label: true } }),
  ])
  const names = new Map<string, string>()
  for (const { key, name } of places) names.set(key, name)
  for (const { key, theme } of prompts) names.set(key, theme)
  for (const { key, label } of lenses) names.set(key, label)
  return keys => keys.map(key => names.get(key) ?? key).join(', ')
}

/** A version's content, to be saved again; null where there is none, or not for this viewer. */
export async function readVersion(viewer: Viewer, id: string, number: number): Promise<VersionContent | null> {
  if (!may(viewer, 'readCaseStudy')) return null
  const kept = await db.caseStudyVersion.findUnique({
    where: { caseStudyId_number: { caseStudyId: id, number } },
    select: { content: true },
  })
  return kept && readContent(kept.content)
}
