import { currentForm, readFormVersion } from '@/lib/data/form-versions'
import { readCall } from '@/lib/data/calls'
import { findKey, hashOfToken, type FoundKey } from '@/lib/data/private-keys'
import { erasedBy } from '@/lib/data/withdrawals'
import { db } from '@/lib/db'
import { mayCorrect } from '@/lib/domain/call'
import type { ConsentAnswer, ConsentKind } from '@/lib/domain/consent'
import type { FormContent } from '@/lib/domain/form-version'
import type { OutcomeFacts } from '@/lib/domain/outcome'
import { differences, RevisionContent, type Difference } from '@/lib/domain/revision'
import type { FormValues } from '@/lib/domain/step-form'
import { noPrompt, type StepName } from '@/lib/domain/step-fields'
import { answerFields, type AnswerField } from '@/lib/domain/submission'
import type { Prisma } from '@/prisma/generated/client'

/** A consent or wish as it was answered; `until` is when another answer took its place. Times are ISO strings. */
export type OwnConsent = {
  kind: ConsentKind
  answer: ConsentAnswer
  wording: string
  wordingVersion: string
  channel: string
  givenAt: string
  until: string | null
}

export type OwnFile = { id: string; name: string; type: string; bytes: number; alt: string; addedAt: string }

/** One text in all the versions it had, the first one first. */
export type OwnText = { field: AnswerField; versions: { number: number; body: string; writtenAt: string }[] }

/** What a correction changed; texts are told by the numbers of their versions. */
export type OwnCorrection = { number: number; at: string; changes: Difference[] }

/** All that is kept of a response, for the person who sent it. */
export type EvidenceView = {
  id: string
  callSlug: string
  callName: string
  contactEmail: string
  reference: string
  channel: string
  submittedAt: string
  /** Whether it is open in the wizard for a correction, and whether it can be. */
  correcting: boolean
  mayCorrect: boolean
  form: FormContent
  noticeVersion: string
  /** The answers that stand, step by step. */
  answers: Record<StepName, FormValues>
  texts: OwnText[]
  consents: OwnConsent[]
  contact: { name: string; email: string; telephone: string; bestTimes: string }
  files: OwnFile[]
  corrections: OwnCorrection[]
  outcome: OutcomeFacts
}

/** What is left to say of a response that was withdrawn. */
export type WithdrawnView = { reference: string; withdrawnAt: string; erasedBy: string; erased: boolean }

export type OwnEvidence = { state: 'sent'; evidence: EvidenceView } | { state: 'withdrawn'; evidence: WithdrawnView }

/** What a good key of a private page opens; null for any other. For what else a link may be, see `openLink`. */
export async function readEvidence(token: string): Promise<OwnEvidence | null> {
  const key = await findKey(token, 'EVIDENCE')
  return key?.state === 'good' ? readOwn(key) : null
}

/** Whether a good key of a private page opens what was sent under this reference. */
export async function opensEvidence(token: string, reference: string): Promise<boolean> {
  const key = { tokenHash: hashOfToken(token) ?? '', kind: 'EVIDENCE', replacedAt: null } as const
  const where = { ...key, expiresAt: { gt: new Date() }, submission: { reference, withdrawnAt: null } }
  return (await db.privateKey.count({ where })) > 0
}

async function readOwn({ submissionId: id }: FoundKey): Promise<OwnEvidence | null> {
  const row = await db.submission.findUnique({ where: { id }, select: ownSelect })
  if (!row?.reference || !row.submittedAt) return null
  const { reference } = row
  if (row.withdrawnAt) {
    const dates = { withdrawnAt: row.withdrawnAt.toISOString(), erasedBy: erasedBy(row.withdrawnAt).toISOString() }
    return { state: 'withdrawn', evidence: { reference, ...dates, erased: row.erasedAt !== null } }
  }
  const call = await readCall({ id: row.callId })
  if (!call) return null
  const form = row.formVersionId ? await readFormVersion(row.formVersionId) : currentForm(call)
  const texts = textsOf(row)
  const consents = row.consents.map(({ givenAt, supersededAt, ...consent }) => ({
    ...consent,
    givenAt: givenAt.toISOString(),
    until: supersededAt?.toISOString() ?? null,
  }))
  const contact = {
    name: row.contact?.name ?? '',
    email: row.contact?.email ?? '',
    telephone: row.contact?.telephone ?? '',
    bestTimes: row.contact?.bestTimes ?? '',
  }
  const { id: _, name: callName, slug: callSlug, contactEmail } = call
  return {
    state: 'sent',
    evidence: {
      id,
      callSlug,
      callName,
      contactEmail,
      reference,
      channel: row.channel,
      submittedAt: row.submittedAt.toISOString(),
      correcting: row.answeredSteps.length > 0,
      mayCorrect: mayCorrect(call, new Date()),
      form,
      noticeVersion: row.noticeVersion,
      answers: answersOf(row, { texts, consents, contact }),
      texts,
      consents,
      contact,
      files: filesThatStand(row),
      corrections: correctionsOf(row.revisions),
      outcome: outcomeFacts(row),
    },
  }
}

const ownSelect = {
  callId: true,
  reference: true,
  channel: true,
  formVersionId: true,
  noticeVersion: true,
  answeredSteps: true,
  submittedAt: true,
  withdrawnAt: true,
  erasedAt: true,
  organisationName: true,
  organisationType: true,
  practice: true,
  practiceOf: true,
  communities: true,
  neighbourhood: true,
  title: true,
  stage: true,
  decision: true,
  places: { select: { place: { select: { key: true } } }, orderBy: { place: { position: 'asc' } } },
  prompts: { select: { prompt: { select: { key: true } } }, orderBy: { prompt: { position: 'asc' } } },
  links: { select: { url: true }, orderBy: { position: 'asc' } },
  files: {
    select: { id: true, name: true, type: true, bytes: true, alt: true, createdAt: true, position: true },
    orderBy: { position: 'asc' },
  },
  texts: {
    where: { kind: 'ANSWER' },
    select: {
      field: true,
      versions: { select: { number: true, body: true, createdAt: true }, orderBy: { number: 'asc' } },
    },
  },
  contact: { select: { name: true, email: true, telephone: true, bestTimes: true } },
  consents: {
    select: {
      kind: true,
      answer: true,
      wording: true,
      wordingVersion: true,
      channel: true,
      givenAt: true,
      supersededAt: true,
    },
    orderBy: { givenAt: 'asc' },
  },
  revisions: { select: { number: true, content: true, createdAt: true }, orderBy: { number: 'asc' } },
  codings: { select: { personId: true } },
  comments: { select: { authorId: true } },
  sources: { select: { caseStudy: { select: { title: true, slug: true, status: true } } } },
} as const satisfies Prisma.SubmissionSelect

type Row = Prisma.SubmissionGetPayload<{ select: typeof ownSelect }>

function textsOf({ texts }: Row): OwnText[] {
  const byField = new Map(texts.map(({ field, versions }) => [field, versions]))
  return answerFields.flatMap(field => {
    const versions = byField.get(field)?.map(({ number, body, createdAt }) => ({
      number,
      body,
      writtenAt: createdAt.toISOString(),
    }))
    return versions ? [{ field, versions }] : []
  })
}

/** As they were sent: what an open correction does to them is not sent yet. */
function filesThatStand({ files, answeredSteps, revisions }: Row): OwnFile[] {
  const last = answeredSteps.length > 0 ? revisions.at(-1) : undefined
  const ids = last && RevisionContent.parse(last.content).files
  const standing = ids
    ? ids.flatMap(id => files.find(file => file.id === id) ?? [])
    : files.filter(({ position }) => position !== null)
  return standing.map(({ createdAt, position: _, ...file }) => ({ ...file, addedAt: createdAt.toISOString() }))
}

type Said = Pick<EvidenceView, 'texts' | 'consents' | 'contact'>

function answersOf(row: Row, { texts, consents, contact }: Said): EvidenceView['answers'] {
  const newest = (field: AnswerField) => texts.find(text => text.field === field)?.versions.at(-1)?.body ?? ''
  const inForce = (kind: ConsentKind) =>
    consents.find(consent => consent.kind === kind && consent.until === null)?.answer ?? ''
  const prompts = row.prompts.map(({ prompt }) => prompt.key)
  return {
    organisation: {
      organisationName: row.organisationName ?? '',
      organisationType: row.organisationType ?? '',
      practice: row.practice ?? '',
      practiceOf: row.practiceOf ?? '',
      communities: row.communities,
    },
    place: { places: row.places.map(({ place }) => place.key), neighbourhood: row.neighbourhood ?? '' },
    example: { title: row.title ?? '', prompts: prompts.length > 0 ? prompts : [noPrompt] },
    story: {
      whatHappened: newest('whatHappened'),
      difference: newest('difference'),
      learned: newest('learned'),
    },
    material: { links: row.links.map(({ url }) => url) },
    contact: {
      contactName: contact.name,
      email: contact.email,
      mayTelephone: inForce('TELEPHONE'),
      telephone: contact.telephone,
      bestTimes: contact.bestTimes,
      publish: inForce('PUBLISH'),
      wishes: (['TELL_OUTCOME', 'SHOW_BEFORE'] as const).filter(wish => inForce(wish) === 'YES'),
    },
  }
}

function correctionsOf(revisions: Row['revisions']): OwnCorrection[] {
  return revisions.slice(1).map(({ number, content, createdAt }, index) => ({
    number,
    at: createdAt.toISOString(),
    changes: differences(RevisionContent.parse(revisions[index]?.content), RevisionContent.parse(content)),
  }))
}

function outcomeFacts(row: Row): OutcomeFacts {
  const readers = new Set([...row.codings.map(coding => coding.personId), ...row.comments.map(one => one.authorId)])
  const caseStudies = row.sources.map(({ caseStudy }) => caseStudy)
  return { stage: row.stage, decision: row.decision, researchers: readers.size, caseStudies }
}

/** What was said of the organisation, to begin another example with; null for a key that opens nothing. */
export async function organisationSaid(
  token: string,
): Promise<{ organisationName: string; organisationType: string; communities: string[] } | null> {
  const key = await findKey(token, 'EVIDENCE')
  if (key?.state !== 'good') return null
  const row = await db.submission.findUnique({
    where: { id: key.submissionId, withdrawnAt: null },
    select: { organisationName: true, organisationType: true, communities: true },
  })
  if (!row?.organisationName || !row.organisationType) return null
  const { organisationName, organisationType, communities } = row
  return { organisationName, organisationType, communities }
}
