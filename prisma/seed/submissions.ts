import { createHash } from 'node:crypto'

import { bareText } from '@/lib/domain/campaign'
import {
  consentWords,
  noticeVersion,
  wordingShown,
  wordingVersion,
  type ConsentAnswer,
  type ConsentKind,
} from '@/lib/domain/consent'
import { newReference } from '@/lib/domain/reference'
import { writeLanguage } from '@/lib/data/submission-language'
import { writeSearch } from '@/lib/data/submission-search'
import type { Transaction } from '@/lib/db'
import type { DemonstrationEntry } from './demonstration/entry'
import { seedComments } from './comments'
import type { Names } from './names'

const commissioner = 'West Midlands Combined Authority'
const hour = 3_600_000

/** Writes one response of the demonstration as if it had been sent at `sentAt` and worked on since; answers its id. */
export async function seedSubmission(
  tx: Transaction,
  names: Names,
  entry: DemonstrationEntry,
  sentAt: Date,
): Promise<string> {
  const submission = await tx.submission.create({
    data: {
      callId: names.callId,
      reference: newReference(),
      noticeVersion,
      ...whatTheySaid(names, entry, sentAt),
      ...howItCame(names, entry, sentAt),
      ...whatWasDecided(entry, sentAt),
      createdAt: new Date(sentAt.getTime() - hour / 4),
      submittedAt: sentAt,
      consents: { create: consents(names, entry, sentAt) },
    },
    select: { id: true },
  })
  await writeSearch(tx, submission.id)
  await writeLanguage(tx, submission.id)
  await seedTags(tx, names, entry, submission.id, sentAt)
  await seedComments(tx, names, entry.comments, submission.id, sentAt)
  return submission.id
}

function whatTheySaid(names: Names, entry: DemonstrationEntry, sentAt: Date) {
  const answers = [
    { field: 'whatHappened', body: entry.whatHappened },
    { field: 'difference', body: entry.difference },
    { field: 'learned', body: entry.learned },
  ]
  const withdrawn = entry.withdrawn ?? false
  return {
    organisationName: entry.organisation,
    organisationType: entry.organisationType,
    practice: entry.practice.kind,
    practiceOf: entry.practice.kind === 'ELSEWHERE' ? entry.practice.organisation : null,
    communities: entry.communities,
    neighbourhood: entry.neighbourhood ?? null,
    title: entry.title,
    places: { create: entry.places.map(name => ({ placeId: names.place(name).id })) },
    prompts: { create: entry.prompts.map(key => ({ promptId: names.prompt(key).id })) },
    links: { create: entry.links.map((url, index) => ({ position: index + 1, url })) },
    texts: {
      create: answers.flatMap(({ field, body }) =>
        body ? [{ kind: 'ANSWER' as const, field, versions: { create: { number: 1, body, createdAt: sentAt } } }] : [],
      ),
    },
    ...(entry.contact && !withdrawn ? { contact: { create: contactOf(entry.contact, entry.consents) } } : {}),
  }
}

/** A number that may not be called is not kept. */
function contactOf(contact: NonNullable<DemonstrationEntry['contact']>, { telephone }: DemonstrationEntry['consents']) {
  return telephone ? contact : { ...contact, telephone: null, bestTimes: null }
}

function howItCame(
  names: Names,
  { taken, whatHappened, difference = '', learned = '' }: DemonstrationEntry,
  sentAt: Date,
) {
  const textHash = createHash('sha256').update(bareText({ whatHappened, difference, learned })).digest('hex')
  if (!taken) return { textHash }
  return {
    textHash,
    channel: taken.channel,
    takenById: names.person(taken.by).id,
    takenAt: sentAt,
    takenNote: taken.note,
  }
}

function whatWasDecided(entry: DemonstrationEntry, sentAt: Date) {
  return {
    status: entry.withdrawn ? ('WITHDRAWN' as const) : ('SUBMITTED' as const),
    withdrawnAt: entry.withdrawn ? new Date(sentAt.getTime() + 48 * hour) : null,
    stage: entry.stage,
    decision: entry.decision?.kind ?? null,
    decisionReason: entry.decision && 'reason' in entry.decision ? entry.decision.reason : null,
  }
}

function consents(names: Names, entry: DemonstrationEntry, givenAt: Date) {
  const { telephone, publish, tellOutcome, showBefore } = entry.consents
  const yesOrNo = (yes: boolean): ConsentAnswer => (yes ? 'YES' : 'NO')
  const given: [ConsentKind, ConsentAnswer][] = [
    ['TELEPHONE', yesOrNo(telephone)],
    ['PUBLISH', publish],
    ['TELL_OUTCOME', yesOrNo(tellOutcome)],
    ['SHOW_BEFORE', yesOrNo(showBefore)],
  ]
  return given.map(([kind, answer]) => ({
    kind,
    answer,
    wording: wordingShown(consentWords({ partners: names.partners, commissioner })[kind], answer),
    wordingVersion,
    channel: entry.taken?.channel ?? 'form',
    ...(entry.taken ? { recordedById: names.person(entry.taken.by).id } : {}),
    givenAt,
  }))
}

async function seedTags(tx: Transaction, names: Names, entry: DemonstrationEntry, submissionId: string, sentAt: Date) {
  if (entry.assignedTo)
    await tx.assignment.create({
      data: {
        submissionId,
        personId: names.person(entry.assignedTo).id,
        assignedAt: sentAt,
        doneAt: entry.stage === 'CODED' || entry.stage === 'SETTLED' ? new Date(sentAt.getTime() + 48 * hour) : null,
      },
    })
  await tx.coding.createMany({
    data: entry.tags.map((tag, index) => ({
      submissionId,
      codeId: names.code(tag.code),
      personId: names.person(tag.by).id,
      createdAt: new Date(sentAt.getTime() + (20 + index) * hour),
    })),
    skipDuplicates: true,
  })
}
