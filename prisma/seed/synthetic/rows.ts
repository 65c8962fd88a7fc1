import type { Transaction } from '@/lib/db'
import { consentKinds, wordingShown, type ConsentAnswer, type ConsentKind } from '@/lib/domain/consent'
import type { FormContent } from '@/lib/domain/form-version'
import type { RevisionContent } from '@/lib/domain/revision'
import type { Prisma } from '@/prisma/generated/client'
import { placed } from './coding'
import type { SyntheticResponse } from './response'
import type { Work } from './work'

/** The call that responses are written for, with what they name in it. */
export type Setting = {
  callId: string
  form: FormContent
  formVersionId: string
  /** Who entered what came by telephone, or settled; by the e-mail address that the demonstration gives. */
  enteredBy: string
  placesByName: ReadonlyMap<string, { id: string; key: string }>
  promptsByKey: ReadonlyMap<string, string>
}

/** Rows by their tables, in an order in which none names one that is not there yet. */
export type Rows = {
  Submission: Prisma.SubmissionCreateManyInput[]
  DraftAnswer: Prisma.DraftAnswerCreateManyInput[]
  SubmissionPlace: Prisma.SubmissionPlaceCreateManyInput[]
  SubmissionPrompt: Prisma.SubmissionPromptCreateManyInput[]
  SubmissionLink: Prisma.SubmissionLinkCreateManyInput[]
  ContactDetails: Prisma.ContactDetailsCreateManyInput[]
  Consent: Prisma.ConsentCreateManyInput[]
  Text: Prisma.TextCreateManyInput[]
  TextVersion: Prisma.TextVersionCreateManyInput[]
  SubmissionRevision: Prisma.SubmissionRevisionCreateManyInput[]
  Assignment: Prisma.AssignmentCreateManyInput[]
  Coding: Prisma.CodingCreateManyInput[]
  Settlement: Prisma.SettlementCreateManyInput[]
  Comment: Prisma.CommentCreateManyInput[]
  Mention: Prisma.MentionCreateManyInput[]
  FollowUp: Prisma.FollowUpCreateManyInput[]
  CallAttempt: Prisma.CallAttemptCreateManyInput[]
  AuditEntry: Prisma.AuditEntryCreateManyInput[]
}

export function noRows(): Rows {
  return {
    Submission: [],
    DraftAnswer: [],
    SubmissionPlace: [],
    SubmissionPrompt: [],
    SubmissionLink: [],
    ContactDetails: [],
    Consent: [],
    Text: [],
    TextVersion: [],
    SubmissionRevision: [],
    Assignment: [],
    Coding: [],
    Settlement: [],
    Comment: [],
    Mention: [],
    FollowUp: [],
    CallAttempt: [],
    AuditEntry: [],
  }
}

/** Writes rows, a statement a table: every check, key and trigger of the database looks at each of them. */
export async function insertRows(tx: Transaction, rows: Rows): Promise<void> {
  for (const [table, given] of Object.entries(rows)) {
    const [first] = given
    if (!first) continue
    const columns = Object.keys(first)
      .map(column => `"${column}"`)
      .join(', ')
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
      JSON.stringify(given),
    )
  }
}

const hour = 3_600_000

/** Adds the rows of a response and of what was made of it. */
export function addRows(rows: Rows, setting: Setting, response: SyntheticResponse, work: Work): void {
  rows.Submission.push(submissionRow(setting, response, work))
  if (response.status === 'DRAFT') addDraft(rows, response)
  else {
    addAnswers(rows, setting, response)
    addTexts(rows, setting, response, work)
  }
  addWork(rows, response, work)
  addCalls(rows, response, work)
}

function submissionRow(setting: Setting, response: SyntheticResponse, work: Work): Prisma.SubmissionCreateManyInput {
  const { entry, status, sentAt } = response
  const draft = status === 'DRAFT'
  const corrected = work.corrected !== null
  return {
    id: response.id,
    callId: setting.callId,
    status,
    reference: draft ? null : response.reference,
    channel: entry.taken?.channel ?? 'form',
    formVersionId: setting.formVersionId,
    noticeVersion: setting.form.noticeVersion,
    answeredSteps: draft ? ['organisation'] : [],
    takenById: entry.taken ? setting.enteredBy : null,
    takenAt: entry.taken ? sentAt : null,
    takenNote: entry.taken?.note ?? '',
    organisationName: draft ? null : response.organisationName,
    organisationType: draft ? null : entry.organisationType,
    practice: draft ? null : entry.practice.kind,
    practiceOf: draft ? null : response.practiceOf,
    communities: draft ? [] : entry.communities,
    neighbourhood: draft ? null : response.neighbourhood,
    title: draft ? null : response.title,
    stage: response.stage,
    decision: status === 'SUBMITTED' ? (entry.decision?.kind ?? null) : null,
    decisionReason: work.decidedReason,
    createdAt: new Date(sentAt.getTime() - hour / 4),
    updatedAt: sentAt,
    submittedAt: draft ? null : sentAt,
    withdrawnAt: response.withdrawnAt,
    correctedAt: work.corrected?.at ?? null,
    correctedSettled: corrected && response.stage === 'SETTLED',
    quarantineReasons: status === 'QUARANTINED' ? ['instant', 'links'] : [],
    doubleCodedAt: work.doubleCodedAt,
    blind: work.blind,
    language: draft ? null : 'en',
    textHash: draft ? null : response.textHash,
  }
}

function addDraft(rows: Rows, { id, organisationName, entry, sentAt }: SyntheticResponse): void {
  const values = { organisationName, organisationType: entry.organisationType, practice: 'OWN', communities: [] }
  for (const [field, value] of Object.entries(values))
    rows.DraftAnswer.push({ submissionId: id, field, value, savedAt: sentAt })
}

function addAnswers(rows: Rows, setting: Setting, response: SyntheticResponse): void {
  const { id: submissionId, entry, contact, sentAt } = response
  for (const { id } of found(setting.placesByName, response.places))
    rows.SubmissionPlace.push({ submissionId, placeId: id })
  for (const promptId of found(setting.promptsByKey, response.prompts))
    rows.SubmissionPrompt.push({ submissionId, promptId })
  entry.links.forEach((url, index) => rows.SubmissionLink.push({ submissionId, position: index + 1, url }))
  if (contact) rows.ContactDetails.push({ submissionId, ...contact })
  for (const kind of consentKinds) {
    const answer = answerTo(kind, response)
    rows.Consent.push({
      id: sibling(response.id, rows.Consent.length),
      submissionId,
      kind,
      answer,
      wording: wordingShown(setting.form.consents[kind], answer),
      wordingVersion: setting.form.wordingVersion,
      channel: entry.taken?.channel ?? 'form',
      recordedById: entry.taken ? setting.enteredBy : null,
      givenAt: sentAt,
    })
  }
  rows.AuditEntry.push({
    at: sentAt,
    callId: setting.callId,
    actorKind: entry.taken ? 'person' : 'respondent',
    actorId: entry.taken ? setting.enteredBy : null,
    action: 'submission.send',
    thingKind: 'submission',
    thingId: submissionId,
  })
}

/** Of another call's choices those that it has too; one of its own where it has none of them. */
function found<T>(map: ReadonlyMap<string, T>, names: readonly string[]): T[] {
  const known = names.flatMap(name => map.get(name) ?? [])
  return known.length > 0 ? known : [...map.values()].slice(0, 1)
}

/** An id beside another one: the same time and chance, the last part counted on. */
function sibling(id: string, number: number): string {
  return `${id.slice(0, 24)}${number.toString(16).padStart(12, '0')}`
}

function answerTo(kind: ConsentKind, { entry, contact }: SyntheticResponse): ConsentAnswer {
  const { telephone, publish, tellOutcome, showBefore } = entry.consents
  if (kind === 'PUBLISH') return publish
  if (kind === 'TELEPHONE') return telephone && contact ? 'YES' : 'NO'
  return (kind === 'TELL_OUTCOME' ? tellOutcome : showBefore) && contact?.email ? 'YES' : 'NO'
}

function addTexts(rows: Rows, setting: Setting, response: SyntheticResponse, { corrected, calls }: Work): void {
  const { id: submissionId, texts } = response
  const kinds = [...texts.map(text => ({ kind: 'ANSWER' as const, text }))]
  const notes = calls?.note ? [{ kind: 'CALL_NOTE' as const, text: calls.note }] : []
  for (const { kind, text } of [...kinds, ...notes]) {
    const { id, versionId, field, story, createdAt } = text
    rows.Text.push({ id, submissionId, kind, field })
    rows.TextVersion.push({ id: versionId, textId: id, number: 1, body: story.body, createdAt })
  }
  const [first] = texts
  if (!corrected || !first) return
  const body = `${first.story.body} ${corrected.words}`
  rows.TextVersion.push({ id: corrected.versionId, textId: first.id, number: 2, body, createdAt: corrected.at })
  rows.SubmissionRevision.push(
    { submissionId, number: 1, content: revision(setting, response, 1), createdAt: response.sentAt },
    { submissionId, number: 2, content: revision(setting, response, 2), createdAt: corrected.at },
  )
}

function revision(setting: Setting, response: SyntheticResponse, number: number): RevisionContent {
  const { entry, texts } = response
  const version = (field: string) => (texts.some(text => text.field === field) ? 1 : null)
  return {
    organisationName: response.organisationName,
    organisationType: entry.organisationType,
    practice: entry.practice.kind,
    practiceOf: response.practiceOf ?? '',
    communities: entry.communities,
    places: found(setting.placesByName, response.places).map(({ key }) => key),
    neighbourhood: response.neighbourhood ?? '',
    title: response.title,
    prompts: response.prompts.filter(key => setting.promptsByKey.has(key)),
    links: entry.links,
    files: [],
    texts: { whatHappened: number, difference: version('difference'), learned: version('learned') },
  }
}

function addWork(rows: Rows, response: SyntheticResponse, work: Work): void {
  const submissionId = response.id
  const [first] = response.texts
  for (const assignment of work.assignments) rows.Assignment.push({ submissionId, ...assignment })
  for (const mark of work.marks) {
    // a mark that stands is carried over to the words as they were corrected, which begin as they did
    const carried = work.corrected && mark.text === first && !mark.removedAt && !mark.lostAt
    rows.Coding.push({
      id: mark.id,
      submissionId,
      codeId: mark.codeId,
      personId: mark.personId,
      ...placed(mark),
      ...(carried ? { textVersionId: work.corrected?.versionId ?? null } : {}),
      memo: mark.memo,
      agreed: mark.agreed,
      createdAt: mark.at,
      removedAt: mark.removedAt,
      removedById: mark.removedAt ? mark.personId : null,
      lostAt: mark.lostAt,
    })
  }
  for (const { id, first: one, second, agreedId, leadId, at } of work.settlements)
    rows.Settlement.push({
      id,
      submissionId,
      firstId: one?.id ?? null,
      secondId: second?.id ?? null,
      agreedId,
      leadId,
      createdAt: at,
    })
  for (const { mentions, ...remark } of work.remarks) {
    rows.Comment.push({ submissionId, ...remark })
    const { createdAt } = remark
    for (const personId of mentions)
      rows.Mention.push({ commentId: remark.id, personId, createdAt, toldAt: createdAt, seenAt: createdAt })
  }
}

function addCalls(rows: Rows, { id: submissionId }: SyntheticResponse, { calls }: Work): void {
  if (!calls) return
  const { personId, nextAt, closedAt, attempts } = calls
  const updatedAt = attempts.at(-1)?.calledAt ?? new Date(0)
  rows.FollowUp.push({ submissionId, personId, nextAt, closedAt, updatedAt })
  for (const attempt of attempts) rows.CallAttempt.push({ submissionId, personId, ...attempt })
}
