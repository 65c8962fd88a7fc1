import { lockCaseStudy } from '@/lib/data/case-study-record'
import { redactedOf } from '@/lib/data/redaction-record'
import { writeRelease } from '@/lib/data/releases'
import type { Transaction } from '@/lib/db'
import { wordsWritten, writtenFields, writtenOf } from '@/lib/domain/case-study'
import { blockNow } from '@/lib/domain/passage-comment'
import { proseOf } from '@/lib/domain/prose'
import { seedEvidence } from './case-study-evidence'
import type { DemonstrationCaseStudy, DemonstrationEntry } from './demonstration/entry'
import type { Names } from './names'

type Source = DemonstrationEntry & { caseStudy: DemonstrationCaseStudy }

const day = 86_400_000

/** Writes the case study of an entry, its reviews and, from approval on, what readers get of it. */
export async function seedCaseStudy(tx: Transaction, names: Names, source: Source, submissionId: string, now: Date) {
  const { caseStudy } = source
  const reviews = reviewRounds(caseStudy)
  const version = reviews.at(-1)?.version ?? 1
  const { id } = await tx.caseStudy.create({
    data: {
      callId: names.callId,
      ...textsOf(caseStudy),
      status: caseStudy.status,
      version,
      ...(caseStudy.respondentAgreed
        ? {
            showings: {
              create: {
                submissionId,
                version,
                answer: 'YES',
                answeredAt: new Date(now.getTime() - day),
                how: 'telephone',
              },
            },
          }
        : {}),
      authors: { create: { personId: names.person(caseStudy.author).id } },
      sources: { create: { submissionId } },
      places: { create: (caseStudy.places ?? source.places).map(name => ({ placeId: names.place(name).id })) },
      prompts: { create: source.prompts.map(key => ({ promptId: names.prompt(key).id })) },
      lenses: { create: caseStudy.lenses.map(key => ({ lensId: names.lens(key).id })) },
      reviews: { create: reviews.map(review => reviewRow(names, review, { caseStudy, now, version })) },
    },
    select: { id: true },
  })
  for (const comment of caseStudy.comments ?? []) await seedComment(tx, names, comment, { caseStudy, now, version, id })
  const sentAt = new Date(now.getTime() - source.daysBeforeNow * day)
  await seedEvidence(tx, names, caseStudy, { id, submissionId, authorId: names.person(caseStudy.author).id, sentAt })
  await seedRedactions(tx, names, caseStudy, id, now)
  if (caseStudy.status === 'APPROVED' || caseStudy.status === 'PUBLISHED') await seedRelease(tx, id, source, now)
}

function textsOf(caseStudy: DemonstrationCaseStudy) {
  const { slug, title, summary, whatHappened, whatWasNew, difference, learning, decisionArea, quotation } = caseStudy
  const quoted = { quotation: quotation?.text ?? '', quotationSource: quotation?.source ?? '' }
  const sections = {
    whatHappened: proseOf(whatHappened),
    whatWasNew: proseOf(whatWasNew),
    difference: proseOf(difference),
    learning: proseOf(learning),
  }
  return { slug, title, summary, ...sections, decisionArea, ...quoted }
}

type Round = DemonstrationCaseStudy['reviews'][number] & { version: number }

/** A request for changes is answered by a new version, which the reviews after it are of. */
function reviewRounds(caseStudy: DemonstrationCaseStudy): Round[] {
  let version = 1
  let answered = false
  return caseStudy.reviews.map(review => {
    if (answered) version += 1
    answered = review.verdict === 'REQUEST_CHANGES'
    return { ...review, version }
  })
}

type Written = { caseStudy: DemonstrationCaseStudy; now: Date; version: number }

function reviewRow(names: Names, review: Round, { caseStudy, now, version }: Written) {
  const { id, teamId } = names.person(review.by)
  if (!teamId) throw new Error(`The demonstration names ${review.by} as a reviewer, who is in no team.`)
  return {
    version: review.version,
    reviewerId: id,
    teamId,
    verdict: review.verdict,
    note: review.note ?? '',
    ...(review.version === version || caseStudy.before
      ? { reviewed: wordsAt(caseStudy, review.version < version) }
      : {}),
    createdAt: new Date(now.getTime() - 3 * day),
  }
}

/** The words as they stand, or as they stood before the changes that were asked for. */
function wordsAt(caseStudy: DemonstrationCaseStudy, before: boolean) {
  const words = wordsWritten(writtenOf(textsOf(before ? { ...caseStudy, ...caseStudy.before } : caseStudy)))
  return Object.fromEntries(writtenFields.map(field => [field, words[field]]))
}

type Comment = NonNullable<DemonstrationCaseStudy['comments']>[number]

/** At the block that holds the words, in the version in which they stand. */
async function seedComment(tx: Transaction, names: Names, comment: Comment, written: Written & { id: string }) {
  const { caseStudy, now, version, id: caseStudyId } = written
  const { by, field, quotation, body, answer, resolved = false } = comment
  const anchor = { field, block: 0, quotation }
  const standing = blockNow(writtenOf(textsOf(caseStudy)), anchor)
  const block = standing ?? blockNow(writtenOf(textsOf({ ...caseStudy, ...caseStudy.before })), anchor)
  if (block === null) throw new Error(`The demonstration comments on words that are not in ${caseStudy.slug}.`)
  const at = { caseStudyId, version: standing === null ? 1 : version, field, block }
  const { id: parentId } = await tx.passageComment.create({
    data: {
      ...at,
      quotation,
      body,
      authorId: names.person(by).id,
      createdAt: new Date(now.getTime() - 3 * day),
      ...(resolved && answer
        ? { resolvedAt: new Date(now.getTime() - 2 * day), resolvedById: names.person(answer.by).id }
        : {}),
    },
    select: { id: true },
  })
  if (!answer) return
  const { id: authorId } = names.person(answer.by)
  const createdAt = new Date(now.getTime() - 2.5 * day)
  await tx.passageComment.create({ data: { ...at, parentId, quotation: '', body: answer.body, authorId, createdAt } })
}

async function seedRelease(tx: Transaction, id: string, { caseStudy, daysBeforeNow }: Source, now: Date) {
  const record = await lockCaseStudy(tx, id)
  if (!record) throw new Error(`The case study ${caseStudy.slug} is not there.`)
  await writeRelease(tx, record)
  const approvedAt = new Date(now.getTime() - 2 * day)
  // Spread over the days, so that the gallery has an order: the responses that came first were published first.
  const publishedAt = caseStudy.status === 'PUBLISHED' ? new Date(now.getTime() - day * (daysBeforeNow / 40)) : null
  await tx.release.update({ where: { caseStudyId: id }, data: { approvedAt, publishedAt } })
}

/** What its author decided of the names in it, before others read it, and that the first who approved it let that go. */
async function seedRedactions(tx: Transaction, names: Names, caseStudy: DemonstrationCaseStudy, id: string, now: Date) {
  const { redactions = [], author, reviews } = caseStudy
  const record = await lockCaseStudy(tx, id)
  const found = record ? redactedOf(record).findings : []
  for (const { words, reason = '', replacement = '' } of redactions) {
    const finding = found.find(finding => finding.words === words)
    if (!finding) throw new Error(`“${words}” is not found in ${caseStudy.slug}.`)
    await tx.redaction.create({
      data: {
        caseStudyId: id,
        kind: finding.kind,
        words,
        choice: reason ? 'KEEP' : replacement ? 'REPLACE' : 'REMOVE',
        reason,
        replacement,
        decidedById: names.person(author).id,
        decidedAt: new Date(now.getTime() - 4 * day),
      },
    })
  }
  const reviewer = reviews.find(({ verdict }) => verdict === 'APPROVE')?.by
  const decided = await lockCaseStudy(tx, id)
  if (!reviewer || !decided) return
  const { open, digest } = redactedOf(decided)
  if (open.length > 0) throw new Error(`Nobody decided “${open[0]?.words}” in ${caseStudy.slug}.`)
  const releasedAt = new Date(now.getTime() - 3 * day)
  await tx.clearance.create({ data: { caseStudyId: id, digest, releasedById: names.person(reviewer).id, releasedAt } })
}
