import { addRevision, keepFirstRevision } from '@/lib/data/revisions'
import { writeLanguage } from '@/lib/data/submission-language'
import { writeSearch } from '@/lib/data/submission-search'
import type { Transaction } from '@/lib/db'
import type { AnswerField } from '@/lib/domain/submission'

/** What a respondent of the demonstration corrected later: some words of one answer. */
type Correction = { organisation: string; field: AnswerField; from: string; to: string; daysLater: number }

const corrections: Correction[] = [
  {
    organisation: 'Depot Lane Residents (example)',
    field: 'learned',
    from: 'who answers letters.',
    to: 'who answers letters, and a deputy for when they are on leave.',
    daysLater: 3,
  },
  {
    organisation: 'Edge Villages Volunteer Drivers (example)',
    field: 'learned',
    from: 'It stopped on 17 July',
    to: 'It stopped on 24 July',
    daysLater: 1,
  },
  {
    organisation: 'The Lavender Line (example)',
    field: 'learned',
    from: 'Keep the card on the inside of the door.',
    to: 'Keep the card on the inside of the door, low enough for somebody in a wheelchair.',
    daysLater: 2,
  },
]

/** Corrects some of the responses, as their senders would: a new version, a revision, and a mark on what was settled. */
export async function seedCorrections(tx: Transaction, callId: string, now: Date): Promise<void> {
  for (const { organisation, field, from, to, daysLater } of corrections) {
    const { id, stage, submittedAt } = await tx.submission.findFirstOrThrow({
      where: { callId, organisationName: organisation },
      select: { id: true, stage: true, submittedAt: true },
    })
    const text = await tx.text.findFirstOrThrow({
      where: { submissionId: id, field },
      select: { id: true, versions: { select: { number: true, body: true } } },
    })
    const [version] = text.versions
    if (!version?.body.includes(from)) throw new Error(`${organisation} never said “${from}”.`)
    const { number } = await keepFirstRevision(tx, id)
    const correctedAt = new Date(Math.min((submittedAt ?? now).getTime() + daysLater * 86_400_000, now.getTime()))
    await tx.textVersion.create({
      data: {
        textId: text.id,
        number: version.number + 1,
        body: version.body.replace(from, to),
        createdAt: correctedAt,
      },
    })
    await addRevision(tx, id, number + 1, correctedAt)
    const correctedSettled = stage === 'SETTLED'
    await tx.submission.update({ where: { id }, data: { correctedAt, correctedSettled }, select: { id: true } })
    await writeSearch(tx, id)
    await writeLanguage(tx, id)
  }
}
