import { completeStep, type SaveOrigin } from '@/lib/data/draft-saving'
import { getDraft } from '@/lib/data/drafts'
import { hashOfToken } from '@/lib/data/private-keys'
import { sendEvidence } from '@/lib/data/submission-sending'
import { db } from '@/lib/db'
import { stepNames, type StepName } from '@/lib/domain/step-fields'
import type { AllAnswers } from '@/lib/domain/steps'
import { seedCall } from '@/prisma/seed/call'

const day = 86_400_000

/** The seed's call, current and open for a month. Answers its id. */
export async function makeCall(): Promise<string> {
  const now = Date.now()
  const opening = {
    demonstration: false,
    opensAt: new Date(now - 30 * day),
    closesAt: new Date(now + 30 * day),
    analysisClosesAt: null,
  }
  return db.$transaction(tx => seedCall(tx, opening))
}

/** A whole set of answers that the seed's call takes. Personal ones hold words that stand nowhere else. */
export const stepAnswers: AllAnswers = {
  organisation: {
    organisationName: 'Gornal Pantry',
    organisationType: 'MUTUAL_AID',
    practice: 'ELSEWHERE',
    practiceOf: 'Netherton Kitchen',
    communities: ['Carers'],
  },
  place: { places: ['dudley', 'across-the-region'], neighbourhood: 'Lower Gornal' },
  example: { title: 'Hot meals within a week', prompts: ['co-production', 'anchors'] },
  story: { whatHappened: 'Forty volunteers cooked.', difference: 'Nobody went hungry.', learned: '' },
  material: { links: ['https://example.org/meals'] },
  contact: {
    contactName: 'Zenobia Quillfeather',
    email: 'zenobia@quillfeather.example',
    mayTelephone: 'YES',
    telephone: '0121 496 0999',
    bestTimes: 'Tuesdays, ask for Quillfeather',
    publish: 'WITHOUT_NAME',
    wishes: ['TELL_OUTCOME'],
  },
}

/** Where the answers of tests come from. */
export const testOrigin: SaveOrigin = { writer: 'a-page-of-tests', turn: 1, network: '203.0.113.9' }

/** Goes on from a step, as a page does that knows what is saved. */
export async function answerStep(token: string | null, step: StepName, input: unknown) {
  const kept = (await getDraft(token))?.kept ?? {}
  const versions = Object.fromEntries(Object.entries(kept).map(([field, { version }]) => [field, version]))
  const values = typeof input === 'object' && input !== null ? input : {}
  return completeStep(token, { step, values, versions }, testOrigin)
}

/** Begins a draft with the steps named (all of them when none is) by somebody who took some minutes, and answers its token. */
export async function beginDraft(...named: StepName[]): Promise<string> {
  let token: string | null = null
  for (const step of named.length > 0 ? named : stepNames) {
    const saved = await answerStep(token, step, stepAnswers[step])
    if (!saved.ok) throw new Error(`${step} was refused: ${JSON.stringify(saved)}`)
    token = saved.value.token
  }
  await db.$executeRaw`
    UPDATE "Submission" s SET "createdAt" = s."createdAt" - interval '4 minutes' FROM "PrivateKey" k
    WHERE k."submissionId" = s."id" AND k."tokenHash" = ${hashOfToken(token)}`
  return token ?? ''
}

/** Sends a draft from a network of its own. */
export function send(token: string | null, reference?: () => string) {
  return sendEvidence(token, testOrigin.network, reference)
}

/** Sends a whole response, and answers its id, its reference, the token of its private page and its browser's. */
export async function makeSent(): Promise<{ id: string; reference: string; token: string; browser: string }> {
  const browser = await beginDraft()
  const sent = await send(browser)
  if (!sent.ok) throw new Error(`It was refused: ${sent.message}`)
  const { reference, key } = sent.value
  const { id } = await db.submission.findUniqueOrThrow({ where: { reference }, select: { id: true } })
  return { id, reference, token: key ?? '', browser }
}
