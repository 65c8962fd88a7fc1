import type { Transaction } from '@/lib/db'
import type { CallOutcome } from '@/lib/domain/follow-up'
import type { Names } from './names'

const day = 86_400_000
const hour = 3_600_000

type SeededCall = { by: string; daysAfterSending: number; outcome: CallOutcome; note?: string }

/** A follow-up of the demonstration: who took it, when the next call is, and what was tried. */
type SeededFollowUp = {
  organisation: string
  takenBy?: string
  /** From now; below 0 it is due. */
  nextInHours?: number
  closed?: boolean
  calls: SeededCall[]
}

const followUps: SeededFollowUp[] = [
  {
    organisation: 'Brickkiln Youth Doorstep (example)',
    takenBy: 'researcher@bvsc.example',
    nextInHours: -2,
    calls: [{ by: 'researcher@bvsc.example', daysAfterSending: 3, outcome: 'NO_ANSWER' }],
  },
  {
    organisation: 'Chase Edge Good Neighbours (example)',
    takenBy: 'researcher@wlv.example',
    nextInHours: 50,
    calls: [
      {
        by: 'researcher@wlv.example',
        daysAfterSending: 4,
        outcome: 'CALL_BACK',
        note: 'He was on his round with the shopping. Happy to talk for a quarter of an hour in the evening, once the van is back.',
      },
    ],
  },
  {
    organisation: 'Babbs Corner Kitchen Table (example)',
    takenBy: 'researcher@coventry.example',
    nextInHours: 26,
    calls: [],
  },
  {
    organisation: 'Cobden Row Day Centre (example)',
    calls: [
      {
        by: 'researcher@wlv.example',
        daysAfterSending: 6,
        outcome: 'WRONG_NUMBER',
        note: 'A tyre fitter answered, kindly. Ask them by email to look at the number on their page.',
      },
    ],
  },
  {
    organisation: 'Lugg Vale Parish Neighbours (example)',
    takenBy: 'researcher@bvsc.example',
    closed: true,
    calls: [
      { by: 'researcher@bvsc.example', daysAfterSending: 5, outcome: 'NO_ANSWER' },
      {
        by: 'researcher@bvsc.example',
        daysAfterSending: 8,
        outcome: 'REACHED',
        note: `I asked who wrote the rules down. Nobody did, for the first fortnight: a foreman said them aloud in Romanian and Bulgarian at the start of each shift, and the parish clerk stood beside him and said them in English.

What they would keep is the standing together, they said, more than the sheet of paper that came of it. “You don’t break a rule that you heard yourself agree to.”

The village shop has kept the hour for farm workers, and it is the busiest hour of its day. That was not in what they sent us.`,
      },
    ],
  },
  {
    organisation: 'Fallow Lane Youth Forum (example)',
    takenBy: 'researcher@wlv.example',
    closed: true,
    calls: [
      {
        by: 'researcher@wlv.example',
        daysAfterSending: 7,
        outcome: 'DECLINED',
        note: 'Everything they want to say is in their answers. We may ask again once the lights stand.',
      },
    ],
  },
]

/** Writes what was done so far to reach some of those who may be telephoned. */
export async function seedFollowUps(tx: Transaction, names: Names, now: Date): Promise<void> {
  for (const { organisation, takenBy, nextInHours, closed, calls } of followUps) {
    const { id: submissionId, submittedAt } = await tx.submission.findFirstOrThrow({
      where: { callId: names.callId, organisationName: organisation },
      select: { id: true, submittedAt: true },
    })
    const sentAt = submittedAt?.getTime() ?? now.getTime()
    for (const { by, daysAfterSending, outcome, note } of calls) {
      const calledAt = new Date(Math.min(sentAt + daysAfterSending * day, now.getTime()))
      const { id } = await tx.callAttempt.create({
        data: { submissionId, personId: names.person(by).id, outcome, calledAt },
        select: { id: true },
      })
      if (!note) continue
      const versions = { create: { number: 1, body: note, createdAt: calledAt } }
      await tx.text.create({ data: { submissionId, kind: 'CALL_NOTE', field: id, versions }, select: { id: true } })
    }
    const last = calls.at(-1)
    await tx.followUp.create({
      data: {
        submissionId,
        personId: takenBy ? names.person(takenBy).id : null,
        nextAt: nextInHours === undefined ? null : callingHour(now, nextInHours),
        closedAt: closed && last ? new Date(sentAt + last.daysAfterSending * day) : null,
      },
      select: { submissionId: true },
    })
  }
}

/** A whole hour about so many hours before or after now, by day: nobody is called at night. */
function callingHour(now: Date, inHours: number): Date {
  const step = inHours < 0 ? -hour : hour
  let time = Math.floor((now.getTime() + inHours * hour) / hour) * hour
  while (new Date(time).getUTCHours() < 9 || new Date(time).getUTCHours() > 18) time += step
  return new Date(time)
}
