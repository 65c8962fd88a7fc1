import type { Transaction } from '@/lib/db'
import { compareCodings, settledSpan, type Comparison } from '@/lib/domain/settling'
import { doubleCodings, type DoubleCode, type DoubleEntry } from './demonstration/double-codings'
import type { Names } from './names'
import { placeOf } from './passages'

const hour = 3_600_000
const minute = 60_000

type Seeded = { id: string; codeId: string; textVersionId: string | null; start: number | null; end: number | null }
type At = { submissionId: string; begun: number }

/** Has some responses of the demonstration coded by two, in the place of what was coded there before. */
export async function seedDoubleCodings(tx: Transaction, names: Names, ids: Map<string, string>): Promise<void> {
  for (const entry of doubleCodings) {
    const submissionId = ids.get(entry.key)
    if (!submissionId) throw new Error(`There is no entry ${entry.key} to be coded by two.`)
    await seedDouble(tx, names, entry, submissionId)
  }
}

async function seedDouble(tx: Transaction, names: Names, entry: DoubleEntry, submissionId: string): Promise<void> {
  const { submittedAt } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { submittedAt: true },
  })
  const begun = (submittedAt?.getTime() ?? 0) + 3 * hour
  await tx.coding.deleteMany({ where: { submissionId } })
  await tx.assignment.deleteMany({ where: { submissionId } })
  await tx.submission.update({
    where: { id: submissionId },
    data: {
      stage: entry.state === 'HALF' ? 'CODING' : entry.state,
      blind: entry.state === 'HALF',
      doubleCodedAt: new Date(begun),
    },
    select: { id: true },
  })
  const people = [
    { by: entry.first, finished: true, assignedAt: begun },
    { by: entry.second, finished: entry.state !== 'HALF', assignedAt: begun + 1 },
  ]
  await tx.assignment.createMany({
    data: people.map(({ by, finished, assignedAt }, index) => ({
      submissionId,
      personId: names.person(by).id,
      double: true,
      assignedAt: new Date(assignedAt),
      doneAt: finished ? new Date(begun + (8 + index) * hour) : null,
    })),
  })
  const first = await seedCodings(tx, names, entry.byFirst, { by: entry.first, submissionId, begun })
  const second = await seedCodings(tx, names, entry.bySecond, { by: entry.second, submissionId, begun })
  if (entry.state === 'SETTLED') await seedSettlements(tx, names, compared(first, second), { submissionId, begun })
}

async function seedCodings(
  tx: Transaction,
  names: Names,
  codes: DoubleCode[],
  { by, submissionId, begun }: At & { by: string },
) {
  const seeded: Seeded[] = []
  for (const [index, { code, words, memo = '', ...rest }] of codes.entries()) {
    const place = words ? await placeOf(tx, submissionId, words, rest.in ?? 'whatHappened') : null
    const { id, codeId } = await tx.coding.create({
      data: {
        submissionId,
        codeId: names.code(code),
        personId: names.person(by).id,
        textVersionId: place?.textVersionId ?? null,
        spanStart: place?.start ?? null,
        spanEnd: place?.end ?? null,
        memo,
        createdAt: new Date(begun + 2 * hour + index * minute),
      },
      select: { id: true, codeId: true },
    })
    seeded.push({ id, codeId, textVersionId: place?.textVersionId ?? null, start: place?.start ?? null, end: place?.end ?? null }) // prettier-ignore
  }
  return seeded
}

type Paired = { one: Comparison; first: Seeded | null; second: Seeded | null }

function compared(first: Seeded[], second: Seeded[]): Paired[] {
  const texts = [...new Set([...first, ...second].map(({ textVersionId }) => textVersionId))]
  const forRules = ({ id, codeId, textVersionId, start, end }: Seeded) => ({
    id,
    codeId,
    text: textVersionId === null ? null : texts.indexOf(textVersionId),
    span: start === null || end === null ? null : { start, end },
  })
  return compareCodings(first.map(forRules), second.map(forRules)).map(one => ({
    one,
    first: first.find(({ id }) => id === one.first?.id) ?? null,
    second: second.find(({ id }) => id === one.second?.id) ?? null,
  }))
}

/** The lead kept all that both had, of words that overlap those of both, and what the first had alone. */
async function seedSettlements(tx: Transaction, names: Names, pairs: Paired[], { submissionId, begun }: At) {
  const leadId = names.person('lead@wlv.example').id
  for (const [index, { one, first, second }] of pairs.entries()) {
    const base = first ?? second
    const createdAt = new Date(begun + 24 * hour + index * minute)
    const span = settledSpan('both', one.first?.span ?? null, one.second?.span ?? null)
    const agreed =
      base && (one.kind !== 'alone' || first)
        ? await tx.coding.create({
            data: {
              submissionId,
              codeId: base.codeId,
              personId: leadId,
              textVersionId: base.textVersionId,
              spanStart: span?.start ?? null,
              spanEnd: span?.end ?? null,
              agreed: true,
              createdAt,
            },
            select: { id: true },
          })
        : null
    await tx.settlement.create({
      data: {
        submissionId,
        firstId: first?.id ?? null,
        secondId: second?.id ?? null,
        agreedId: agreed?.id ?? null,
        leadId,
        createdAt,
      },
      select: { id: true },
    })
  }
}
