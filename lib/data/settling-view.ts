import { planOf, settlingRefusal, unsettled } from '@/lib/data/coding-plan'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { readReference } from '@/lib/domain/reference'
import { compareCodings, type Comparison, type OneCoding } from '@/lib/domain/settling'
import { textOf } from '@/lib/domain/span'
import { answerFields, answerNames, type Stage } from '@/lib/domain/submission'

/** A coding of one of the two, with what the page shows of it. */
export type CodingRow = OneCoding & {
  textVersionId: string | null
  memo: string
  code: { name: string; colour: number }
}

/** Something that the two coded alike or differently, and that no lead has settled yet. */
export type ComparedRow = Omit<Comparison, 'first' | 'second'> & { first: CodingRow | null; second: CodingRow | null }

/** Something that a lead has settled: what became of it. */
export type SettledView = {
  id: string
  code: { name: string; colour: number }
  outcome: 'agreed' | 'dropped'
  words: string
}

/** A text as the two read it. `place` is its number in the reading order. */
export type ComparedText = { place: number; label: string; body: string; first: CodingRow[]; second: CodingRow[] }

/** All that a lead needs to settle a submission. */
export type SettlingView = {
  reference: string
  title: string
  stage: Stage
  first: { name: string; team: string }
  second: { name: string; team: string }
  texts: ComparedText[]
  /** What both coded alike. */
  alike: ComparedRow[]
  /** What they did not, in reading order. */
  differing: ComparedRow[]
  /** The newest first. */
  settled: SettledView[]
}

const codingRow = {
  id: true,
  codeId: true,
  personId: true,
  textVersionId: true,
  spanStart: true,
  spanEnd: true,
  memo: true,
  code: { select: { name: true, colour: true } },
} as const

/**
 * What waits to be settled on a submission for this viewer; null where there is nothing for them to settle: it is not
 * there, not coded by two, still blind, or the viewer is no lead or coded it.
 */
export async function readSettling(viewer: Viewer, typed: string): Promise<SettlingView | null> {
  const reference = readReference(typed)
  const found =
    reference &&
    (await db.submission.findUnique({
      where: { reference },
      select: { id: true, status: true, title: true, stage: true },
    }))
  if (!reference || !found || (await settlingRefusal(db, viewer, found))) return null
  const [{ compared, texts, people }, settled] = await Promise.all([
    readComparison(db, found.id),
    readSettled(found.id),
  ])
  const [first, second] = people
  if (!first || !second) return null
  return {
    reference,
    title: found.title ?? '',
    stage: found.stage,
    first: { name: first.name, team: first.team?.short ?? '' },
    second: { name: second.name, team: second.team?.short ?? '' },
    texts,
    alike: compared.filter(({ kind }) => kind === 'agree'),
    differing: compared.filter(({ kind }) => kind !== 'agree'),
    settled,
  }
}

/** Compares what the two coded and nobody has settled yet, in reading order; `texts` have all that they coded. */
export async function readComparison(tx: Transaction, submissionId: string) {
  const plan = await planOf(tx, submissionId)
  const versions = await textsOf(tx, submissionId)
  const placeOf = new Map(versions.map((version, place) => [version.id, place]))
  const asked = { personId: { in: plan.coders.map(({ id }) => id) } }
  const [all, open, people] = [
    await tx.coding.findMany({
      where: { submissionId, ...asked, agreed: false, removedAt: null, lostAt: null },
      select: codingRow,
      orderBy: [{ spanStart: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    }),
    await tx.coding.findMany({ where: { ...unsettled(submissionId), ...asked }, select: { id: true } }),
    await tx.person.findMany({
      where: { id: asked.personId },
      select: { id: true, name: true, team: { select: { short: true } } },
    }),
  ]
  const openIds = new Set(open.map(({ id }) => id))
  const rows = plan.coders.map(({ id }) =>
    all
      .filter(({ personId }) => personId === id)
      .map(({ spanStart, spanEnd, personId: _, ...row }): CodingRow => ({
        ...row,
        text: row.textVersionId === null ? null : (placeOf.get(row.textVersionId) ?? null),
        span: spanStart === null || spanEnd === null ? null : { start: spanStart, end: spanEnd },
      })),
  )
  const byId = new Map(rows.flat().map(row => [row.id, row]))
  const [first = [], second = []] = rows.map(one => one.filter(({ id }) => openIds.has(id)))
  const compared = compareCodings(first, second).map((one): ComparedRow => ({
    kind: one.kind,
    first: byId.get(one.first?.id ?? '') ?? null,
    second: byId.get(one.second?.id ?? '') ?? null,
  }))
  const [ofFirst = [], ofSecond = []] = rows
  const inText = (of: CodingRow[], place: number) => of.filter(({ text }) => text === place)
  return {
    compared,
    texts: versions.map(({ label, body }, place) => ({
      place,
      label,
      body,
      first: inText(ofFirst, place),
      second: inText(ofSecond, place),
    })),
    people: plan.coders.flatMap(({ id }) => people.find(person => person.id === id) ?? []),
  }
}

const kindNames = {
  CALL_NOTE: 'Note of a call',
  TRANSLATION: 'Translation',
  DOCUMENT: 'Document',
  IMPORTED: 'Imported text',
} as const

/** The texts as they stood when two were chosen to code them, in reading order, and any other version that was coded. */
async function textsOf(tx: Transaction, submissionId: string) {
  const { doubleCodedAt, texts } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      doubleCodedAt: true,
      texts: {
        select: {
          kind: true,
          field: true,
          versions: {
            select: {
              id: true,
              number: true,
              body: true,
              createdAt: true,
              _count: { select: { codings: { where: { agreed: false, removedAt: null, lostAt: null } } } },
            },
            orderBy: { number: 'asc' },
          },
        },
      },
    },
  })
  const order = (field: string) => {
    const place = answerFields.findIndex(answer => answer === field)
    return place < 0 ? answerFields.length : place
  }
  return texts
    .toSorted((a, b) => order(a.field) - order(b.field) || (a.kind < b.kind ? -1 : 1))
    .flatMap(({ kind, field, versions }) => {
      const answer = answerFields.find(name => name === field)
      const label = kind !== 'ANSWER' ? kindNames[kind] : answer ? answerNames[answer] : field
      const pinned = versions.findLast(({ createdAt }) => doubleCodedAt && createdAt <= doubleCodedAt)
      return versions
        .filter(version => (version === pinned && version.body !== '') || version._count.codings > 0)
        .map(({ id, body }) => ({ id, label, body }))
    })
}

async function readSettled(submissionId: string): Promise<SettledView[]> {
  const rows = await db.settlement.findMany({
    where: { submissionId },
    select: {
      id: true,
      first: { select: { code: codingRow.code } },
      second: { select: { code: codingRow.code } },
      agreed: { select: { spanStart: true, spanEnd: true, textVersion: { select: { body: true } } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, first, second, agreed }) => ({
    id,
    code: (first ?? second)?.code ?? { name: '', colour: 1 },
    outcome: agreed ? 'agreed' : 'dropped',
    words:
      agreed?.textVersion && agreed.spanStart !== null && agreed.spanEnd !== null
        ? textOf(agreed.textVersion.body, { start: agreed.spanStart, end: agreed.spanEnd })
        : '',
  }))
}
