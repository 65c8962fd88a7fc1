import type { Transaction } from '@/lib/db'
import { anchors } from './demonstration/anchors'
import { arrivals, mails } from './demonstration/arrivals'
import { coProduction } from './demonstration/co-production'
import { communityVoice } from './demonstration/community-voice'
import { earlyResponse } from './demonstration/early-response'
import type { DemonstrationEntry } from './demonstration/entry'
import { freedoms } from './demonstration/freedoms'
import { recoveryPlans } from './demonstration/recovery-plans'
import { seedCall } from './call'
import { seedCollections } from './collections'
import { seedCaseStudy } from './case-studies'
import { seedCodebook, seedCodebookHistory } from './codebook'
import { seedDocuments } from './documents'
import { seedFollowUps } from './follow-ups'
import { seedMail } from './mails'
import { lookedUp, type Names } from './names'
import { seedPeople, seedTeams } from './people'
import { seedCorrections } from './corrections'
import { seedDoubleCodings } from './double-coding'
import { seedReport } from './report'
import { seedSubmission } from './submissions'
import { seedTargets } from './targets'
import { seedViews } from './views'

export const entries: DemonstrationEntry[] = [
  ...earlyResponse,
  ...coProduction,
  ...communityVoice,
  ...freedoms,
  ...anchors,
  ...recoveryPlans,
  ...arrivals,
]

const day = 86_400_000

/** The closing day that the call names, 7 August, next time round: midnight at its end in the region (summer time). */
export function nextClosing(now: Date): Date {
  const inYear = (year: number) => new Date(Date.UTC(year, 7, 7, 23, 0, 0))
  const thisYear = inYear(now.getUTCFullYear())
  return thisYear > now ? thisYear : inYear(now.getUTCFullYear() + 1)
}

/**
 * Fills an empty database with the demonstration: an open call, accounts (all with `password`), 66 submissions in all
 * stages, some of them coded by two, their case studies, a report that all teams have approved, and mails that arrived. All
 * of it fictional. Runs inside one transaction: all or nothing. `publishSeededReport` publishes the report after it.
 */
export async function seedDemonstration(tx: Transaction, { password, now }: { password: string; now: Date }) {
  const closesAt = nextClosing(now)
  const callId = await seedCall(tx, {
    demonstration: true,
    opensAt: new Date(now.getTime() - 60 * day),
    closesAt,
    analysisClosesAt: new Date(closesAt.getTime() + 42 * day),
  })
  const people = await seedPeople(tx, await seedTeams(tx), password)
  const names = await lookUpNames(tx, callId, people, new Date(now.getTime() - 70 * day))
  const ids = new Map<string, string>()
  for (const entry of entries) {
    const sentAt = new Date(now.getTime() - entry.daysBeforeNow * day)
    const submissionId = await seedSubmission(tx, names, entry, sentAt)
    ids.set(entry.key, submissionId)
    if (entry.caseStudy) await seedCaseStudy(tx, names, { ...entry, caseStudy: entry.caseStudy }, submissionId, now)
  }
  await seedCorrections(tx, callId, now)
  await seedCodebookHistory(tx, { callId, leadId: names.person('lead@wlv.example').id, code: names.code, now })
  await seedDoubleCodings(tx, names, ids)
  await seedFollowUps(tx, names, now)
  await seedDocuments(tx, callId)
  await seedTargets(tx, callId, name => names.place(name).key)
  await seedViews(tx, callId, people)
  await seedCollections(tx, callId, people, now)
  await seedReport(tx, names, ids, now)
  // the oldest first, as they came
  for (const mail of mails.toReversed())
    await seedMail(tx, mail, { callId, now, submissionId: ids.get(mail.bounceOf ?? '') ?? null })
}

async function lookUpNames(
  tx: Transaction,
  callId: string,
  people: Awaited<ReturnType<typeof seedPeople>>,
  codesDefinedAt: Date,
): Promise<Names> {
  const [codeIds, prompts, lenses, places, partners] = [
    await seedCodebook(tx, callId, codesDefinedAt),
    await tx.prompt.findMany({ where: { callId } }),
    await tx.lens.findMany({ where: { callId } }),
    await tx.place.findMany({ where: { callId } }),
    await tx.partner.findMany({ where: { callId }, orderBy: { position: 'asc' } }),
  ]
  return {
    callId,
    partners: partners.map(partner => partner.name),
    person: lookedUp('account', people),
    code: lookedUp('code', codeIds),
    prompt: lookedUp('prompt', new Map(prompts.map(prompt => [prompt.key, prompt]))),
    lens: lookedUp('lens', new Map(lenses.map(lens => [lens.key, lens]))),
    place: lookedUp('place', new Map(places.map(place => [place.name, place]))),
  }
}
