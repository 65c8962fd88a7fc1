import { record } from '@/lib/data/audit'
import { readCall, type CallView } from '@/lib/data/calls'
import { draftTokenHash, type DraftRefusal } from '@/lib/data/drafts'
import { queueMail } from '@/lib/data/mail-queue'
import { writeSearch } from '@/lib/data/submission-search'
import { db, type Transaction } from '@/lib/db'
import { callState, takesAnswers } from '@/lib/domain/call'
import { consentKinds, wordingShown, wordingVersion, type ConsentAnswer, type ConsentKind } from '@/lib/domain/consent'
import { readAnswers, stillOffered, wholeAnswers } from '@/lib/domain/draft-answers'
import { newReference } from '@/lib/domain/reference'
import type { AllAnswers, Answers } from '@/lib/domain/steps'
import { answerFields, mayBecome } from '@/lib/domain/submission'
import { composeReceipt } from '@/lib/mail/receipt'
import { Prisma } from '@/prisma/generated/client'

type Sent = { ok: true; value: { reference: string } } | DraftRefusal

/**
 * Sends the draft of a token: all of it in one transaction, or nothing. Doing it again, at the same moment too, answers
 * the same reference and changes nothing. Refuses with `incomplete` while a step is unanswered or names what the call
 * no longer offers, and with `closed` by the call's times as they stand in this transaction.
 */
export async function sendEvidence(token: string | null, reference: () => string = newReference): Promise<Sent> {
  const hash = draftTokenHash(token)
  if (!hash) return { ok: false, message: 'noDraft' }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(tx => send(tx, hash, reference()))
    } catch (error) {
      // the reference is taken: another one has to be found, and a transaction that failed cannot go on
      const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
      if (!taken || attempt === 5) throw error
    }
  }
}

async function send(tx: Transaction, hash: string, reference: string): Promise<Sent> {
  // whoever comes second waits here and then reads what the first one did
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "draftTokenHash" = ${hash} FOR UPDATE`
  const draft = await tx.submission.findUnique({
    where: { draftTokenHash: hash },
    select: { id: true, status: true, reference: true, callId: true, createdAt: true, draftAnswers: true },
  })
  if (draft?.status === 'SUBMITTED' && draft.reference) return { ok: true, value: { reference: draft.reference } }
  if (!draft || !mayBecome(draft.status, 'SUBMITTED')) return { ok: false, message: 'noDraft' }
  const call = await readCall({ id: draft.callId }, tx)
  const now = new Date()
  if (!call || !takesAnswers(call, draft, now)) {
    return { ok: false, message: call && callState(call, now) !== 'notOpen' ? 'closed' : 'notOpen' }
  }
  const answers = wholeAnswers(stillOffered(readAnswers(draft.draftAnswers), call))
  if (!answers) return { ok: false, message: 'incomplete' }

  await writeSubmission(tx, draft.id, { answers, call, reference, now })
  await tx.consent.createMany({ data: consentRows(draft.id, answers.contact, call) })
  await tx.draftAnswer.deleteMany({ where: { submissionId: draft.id } })
  await writeSearch(tx, draft.id)
  const thing = { kind: 'submission', id: draft.id }
  await record(tx, { actor: 'respondent', action: 'submission.send', thing, callId: call.id })
  await queueReceipt(tx, draft.id, { answers, call, reference })
  return { ok: true, value: { reference } }
}

type Sending = { answers: AllAnswers; call: CallView; reference: string }

async function writeSubmission(tx: Transaction, id: string, sending: Sending & { now: Date }): Promise<void> {
  const { answers, call, reference, now } = sending
  const { organisation, place, example, material, contact } = answers
  const texts = answerFields.filter(field => answers.story[field] !== '')
  const details = [contact.contactName, contact.email, contact.telephone, contact.bestTimes]
  await tx.submission.update({
    where: { id },
    data: {
      status: 'SUBMITTED',
      reference,
      submittedAt: now,
      organisationName: organisation.organisationName,
      organisationType: organisation.organisationType,
      practice: organisation.practice,
      practiceOf: organisation.practiceOf || null,
      communities: organisation.communities,
      neighbourhood: place.neighbourhood || null,
      title: example.title,
      places: {
        create: call.places.filter(({ key }) => place.places.includes(key)).map(found => ({ placeId: found.id })),
      },
      prompts: {
        create: call.prompts.filter(({ key }) => example.prompts.includes(key)).map(found => ({ promptId: found.id })),
      },
      links: { create: material.links.map((url, index) => ({ url, position: index + 1 })) },
      texts: {
        create: texts.map(field => ({
          kind: 'ANSWER' as const,
          field,
          versions: { create: { number: 1, body: answers.story[field] } },
        })),
      },
      ...(details.some(Boolean) && {
        contact: {
          create: {
            name: contact.contactName || null,
            email: contact.email || null,
            telephone: contact.telephone || null,
            bestTimes: contact.bestTimes || null,
          },
        },
      }),
    },
  })
}

function consentRows(submissionId: string, contact: Answers<'contact'>, call: CallView) {
  const bodies = { partners: call.partners.map(partner => partner.name), commissioner: call.commissioner }
  const answers: Record<ConsentKind, ConsentAnswer> = {
    TELEPHONE: contact.mayTelephone,
    PUBLISH: contact.publish,
    TELL_OUTCOME: contact.wishes.includes('TELL_OUTCOME') ? 'YES' : 'NO',
    SHOW_BEFORE: contact.wishes.includes('SHOW_BEFORE') ? 'YES' : 'NO',
  }
  return consentKinds.map(kind => {
    const wording = wordingShown(kind, answers[kind], bodies)
    return { submissionId, kind, answer: answers[kind], wording, wordingVersion, channel: 'form' }
  })
}

async function queueReceipt(tx: Transaction, id: string, { answers, call, reference }: Sending): Promise<void> {
  const { email, mayTelephone } = answers.contact
  if (!email) return
  const receipt = composeReceipt({
    reference,
    title: answers.example.title,
    callName: call.name,
    partners: call.partners.map(partner => partner.name),
    reportExpected: call.reportExpected,
    contactEmail: call.contactEmail,
    mayTelephone: mayTelephone === 'YES',
  })
  await queueMail(tx, { key: `receipt:${id}`, toAddress: email, ...receipt })
}
