import type { Actor } from '@/lib/data/audit'
import {
  allowanceOf,
  changedMeanwhile,
  everyYes,
  lockCaseStudy,
  namedSources,
  noSuchCaseStudy,
  recordDeed,
  studyOf,
  takenSlugs,
  type CaseStudyRecord,
} from '@/lib/data/case-study-record'
import { redactedOf, redactionRefusal, wordsOutOf } from '@/lib/data/redaction-record'
import { tellOfPublication } from '@/lib/data/outcome-mails'
import { db, type Transaction } from '@/lib/db'
import { fieldNames, type CaseStudyDeedInput, type Written, type WrittenField } from '@/lib/domain/case-study'
import { notesOf, type NotedSource } from '@/lib/domain/citation-notes'
import { statusAfter, unmet } from '@/lib/domain/case-study-states'
import { fieldWithName, namesKeptBack, nameToShow, slugHoldsName, type NamedSource } from '@/lib/domain/case-study-name'
import type { Viewer } from '@/lib/domain/person'
import { picturesOf, sized } from '@/lib/domain/picture'
import { may } from '@/lib/domain/policy'
import { freeSlug, slugFrom } from '@/lib/domain/slug'
import { ok, refused, type Result } from '@/lib/result'

/** The cache tag of all that the public reads of case studies. Whatever changes a release has it forgotten. */
export const galleryTag = 'gallery'

/** Why consent does not let this text go to readers, in a sentence; null where it does. */
export function consentRefusal(study: CaseStudyRecord): { message: string; field?: WrittenField } | null {
  if (allowanceOf(study) === 'NO')
    return {
      message: 'A respondent has not agreed to publication, or has withdrawn: this example is for research only.',
    }
  const field = fieldWithName(redactedOf(study).written, namesKeptBack(namedSources(study)))
  if (!field) return null
  return { message: `${fieldNames[field]} contains a name that may not be published. Take the name out of it.`, field }
}

/** What readers get of it: the texts with all that was decided of them, and of the organisation what every source's consent allows. */
export function releasedFields(study: CaseStudyRecord) {
  const known = new Map(study.pictures.map(({ id, ...size }) => [id, size]))
  const written = sized(redactedOf(study).written, known)
  const { sections, notes } = notesOf(written, notedSources(study), submissionsCited(study))
  return {
    ...written,
    ...sections,
    notes,
    pictureIds: picturesOf(written),
    organisationName: nameToShow(namedSources(study)),
    organisationType: typeToShow(study),
    placeKeys: study.places.map(({ place }) => place.key),
    placeNames: study.places.map(({ place }) => place.name),
    promptKeys: study.prompts.map(({ prompt }) => prompt.key),
    themes: study.prompts.map(({ prompt }) => prompt.theme),
    lensKeys: study.lenses.map(({ lens }) => lens.key),
    lenses: study.lenses.map(({ lens }) => lens.label),
    communities: communitiesToShow(namedSources(study), study.sources),
  }
}

function notedSources(study: CaseStudyRecord): NotedSource[] {
  return study.sources.flatMap(({ submissionId, submission }, index) => {
    const named = namedSources(study)[index]
    return named ? [{ ...named, submissionId, organisationType: submission.organisationType }] : []
  })
}

/** Whose each coding is. */
function submissionsCited(study: CaseStudyRecord): Map<string, string> {
  return new Map(
    study.sources.flatMap(({ submissionId, submission }) => submission.codings.map(({ id }) => [id, submissionId])),
  )
}

/**
 * Makes the record that readers get, of released fields only. Called on approval, and again on publication, after
 * `redactionRefusal` was asked: what nobody released is a fault here.
 */
export async function writeRelease(tx: Transaction, { id }: { id: string }): Promise<void> {
  const study = await lockCaseStudy(tx, id)
  const refusal = study ? redactionRefusal(study) : noSuchCaseStudy
  if (!study || refusal) throw new Error(`What readers get is not released: ${refusal}`)
  const names = wordsOutOf(study)
  const wasPublic = Boolean(study.release?.publishedAt ?? study.release?.goneAt)
  const holds = (slug: string) => slugHoldsName(slug, names)
  let slug = study.slug
  if (holds(study.slug)) {
    const wanted = slugFrom(redactedOf(study).written.title, 'case-study')
    slug = freeSlug(wanted, (await takenSlugs(tx, wanted, study.id)).add(study.slug))
    await tx.caseStudy.update({ where: { id: study.id }, data: { slug } })
  }
  const { formerSlugs = [], movedSlugs = [] } = study.release ?? {}
  const past = slug !== study.slug && wasPublic ? [...movedSlugs, study.slug] : movedSlugs
  const fields = {
    slug,
    formerSlugs: [...formerSlugs, ...past.filter(holds)],
    movedSlugs: past.filter(slug => !holds(slug)),
    ...releasedFields(study),
    approvedAt: study.release?.title ? study.release.approvedAt : new Date(),
  }
  if (study.release) await tx.release.update({ where: { id: study.release.id }, data: fields })
  else await tx.release.create({ data: { ...fields, callId: study.callId, caseStudyId: study.id } })
}

/** Takes a release back: one that was public leaves an empty row, for its page answers 410; any other leaves nothing. */
export async function retireRelease(tx: Transaction, caseStudyId: string): Promise<boolean> {
  const release = await tx.release.findUnique({
    where: { caseStudyId },
    select: { id: true, publishedAt: true, goneAt: true },
  })
  if (!release) return false
  if (!release.publishedAt && !release.goneAt) {
    await tx.release.delete({ where: { id: release.id } })
    return true
  }
  const lists = {
    placeKeys: [],
    placeNames: [],
    promptKeys: [],
    themes: [],
    lensKeys: [],
    lenses: [],
    communities: [],
    notes: [],
    pictureIds: [],
  }
  const empty = { ...emptyTexts, ...lists, organisationName: null, organisationType: null }
  await tx.release.update({
    where: { id: release.id },
    data: { ...empty, publishedAt: null, goneAt: release.goneAt ?? new Date() },
  })
  return true
}

/** Shows an approved case study to everyone. Asks again what consent allows, and for the yes of those who wished to see it. */
export async function publishCaseStudy(viewer: Viewer, input: CaseStudyDeedInput): Promise<Result> {
  return changeStatus(viewer, input, 'publish', async (tx, study) => {
    const refusal = publicationRefusal(study, new Date())
    if (refusal) return refused(refusal)
    await makePublic(tx, study)
    return ok()
  })
}

/** What stands against publishing it now, in a sentence: the one place where all of it is asked. Null where nothing does. */
export function publicationRefusal(study: CaseStudyRecord, now: Date): string | null {
  const refusal = consentRefusal(study)
  const against = unmet('publish', { consented: !refusal, everyYes: everyYes(study, now) })
  if (!against) return redactionRefusal(study)
  return (
    refusal?.message ??
    'A respondent asked to see it first: this text can be published once they have said yes to it, or the day that they were told has passed.'
  )
}

/** Gives readers what was released, in the transaction that makes it published. */
export async function makePublic(tx: Transaction, study: CaseStudyRecord): Promise<void> {
  await writeRelease(tx, study)
  await tx.release.update({ where: { caseStudyId: study.id }, data: { publishedAt: new Date(), goneAt: null } })
  await tx.publicationPlan.deleteMany({ where: { caseStudyId: study.id } })
  await tellOfPublication(tx, study.id)
}

/** Takes a case study from the public; it stays approved, and in the library. */
export async function unpublishCaseStudy(viewer: Viewer, input: CaseStudyDeedInput): Promise<Result> {
  return changeStatus(viewer, input, 'unpublish', async (tx, study) => {
    await tx.release.update({ where: { caseStudyId: study.id }, data: { publishedAt: null, goneAt: new Date() } })
    return ok()
  })
}

/** Withdraws a case study for good. */
export async function withdrawCaseStudy(viewer: Viewer, input: CaseStudyDeedInput): Promise<Result> {
  return changeStatus(viewer, input, 'withdraw', async (tx, study) => {
    await retireRelease(tx, study.id)
    await tx.publicationPlan.deleteMany({ where: { caseStudyId: study.id } })
    return ok()
  })
}

/**
 * To be called in the transaction in which a respondent narrows a consent, asks to see the case study first, or withdraws
 * the submission. What rests on it leaves the public and the library at once, and goes back to review with a new version.
 * True where readers saw any of it: the caller then renews `galleryTag`.
 */
export async function releasesFollowConsent(
  tx: Transaction,
  submissionId: string,
  actor: Actor = 'respondent',
): Promise<boolean> {
  const resting = await tx.caseStudySource.findMany({
    where: { submissionId },
    select: { caseStudyId: true },
    orderBy: { caseStudyId: 'asc' },
  })
  let wasShown = false
  for (const { caseStudyId } of resting) {
    const study = await lockCaseStudy(tx, caseStudyId)
    const status = study && statusAfter(study.status, 'narrow')
    if (!study || !status) continue
    await tx.caseStudy.update({
      where: { id: study.id },
      data: { status, version: { increment: 1 } },
    })
    const retired = await retireRelease(tx, study.id)
    wasShown ||= retired
    const details = { submission: submissionId, from: study.status, to: status, version: study.version + 1 }
    await recordDeed(tx, actor, 'caseStudy.followConsent', study, details)
  }
  return wasShown
}

/**
 * Whether a case study was public at this address and is not now: its page answers 410, and says whether that is for
 * good. Null for what never was, and for an address that leads on to another.
 */
export async function releaseIsGone(slug: string): Promise<{ forGood: boolean } | null> {
  if (!isSlug(slug)) return null
  // one statement, because readers wait for it, and without a limit, for which PostgreSQL would leave the indexes alone
  const [found] = await db.$queryRaw<{ forGood: boolean }[]>`
    SELECT ${slug} = ANY(r."formerSlugs") OR c."status" = 'WITHDRAWN' AS "forGood"
    FROM "Release" r JOIN "CaseStudy" c ON c."id" = r."caseStudyId"
    WHERE (r."slug" = ${slug} OR r."movedSlugs" @> ARRAY[${slug}]) AND r."goneAt" IS NOT NULL
      OR r."formerSlugs" @> ARRAY[${slug}]`
  return found ?? null
}

/** Where the case study is that was once public at this address, and is public at another now. */
export async function movedTo(slug: string): Promise<string | null> {
  if (!isSlug(slug)) return null
  const [found] = await db.release.findMany({
    where: { movedSlugs: { has: slug }, publishedAt: { not: null } },
    select: { slug: true },
  })
  return found?.slug ?? null
}

function isSlug(slug: string): boolean {
  return /^[a-z0-9-]{1,120}$/.test(slug)
}

type Change = 'publish' | 'unpublish' | 'withdraw'
const deeds = { publish: 'publishCaseStudy', unpublish: 'unpublishCaseStudy', withdraw: 'withdrawCaseStudy' } as const
const wrongStatus: Record<Change, string> = {
  publish: 'Only an approved case study can be published.',
  unpublish: 'This case study is not published.',
  withdraw: 'This case study is withdrawn already.',
}

async function changeStatus(
  viewer: Viewer,
  input: CaseStudyDeedInput,
  change: Change,
  carryOut: (tx: Transaction, study: CaseStudyRecord) => Promise<Result>,
): Promise<Result> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (study.version !== input.version) return refused(changedMeanwhile)
    const status = statusAfter(study.status, change)
    if (!status) return refused(wrongStatus[change])
    if (!may(viewer, deeds[change], studyOf(study))) return refused('Only a lead can do this.')
    const done = await carryOut(tx, study)
    if (!done.ok) return done
    await tx.caseStudy.update({ where: { id: study.id }, data: { status } })
    await recordDeed(tx, viewer, `caseStudy.${change}`, study)
    return done
  })
}

const emptyTexts = {
  title: '',
  summary: '',
  whatHappened: [],
  whatWasNew: [],
  difference: [],
  learning: [],
  quotation: '',
  quotationSource: '',
  decisionArea: '',
} satisfies Written

/** Whom the organisations serve whose own work it is. With a kind and a place it could give away a name that is kept back. */
function communitiesToShow(named: NamedSource[], sources: CaseStudyRecord['sources']): string[] {
  if (nameToShow(named) === null) return []
  const own = sources.filter(({ submission }) => !submission.practiceOf)
  return [...new Set(own.flatMap(({ submission }) => submission.communities))].sort()
}

function typeToShow(study: CaseStudyRecord) {
  const types = new Set(
    study.sources.map(({ submission }) => (submission.practiceOf ? null : submission.organisationType)),
  )
  const [only, ...others] = types
  return only && others.length === 0 ? only : null
}
