import {
  changedMeanwhile,
  lockCaseStudy,
  noSuchCaseStudy,
  otherTeams,
  publishAnswer,
  recordDeed,
  studyOf,
  takenSlugs,
  type CaseStudyRecord,
} from '@/lib/data/case-study-record'
import { writerElsewhere } from '@/lib/data/case-study-lock'
import { keepVersion, noteVersion, readVersion, sealVersion } from '@/lib/data/case-study-versions'
import { refuseCites } from '@/lib/data/citations'
import { measured } from '@/lib/data/pictures'
import { readByKey, type KeyPage } from '@/lib/data/key-page'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { retireRelease } from '@/lib/data/releases'
import { db, type Transaction } from '@/lib/db'
import {
  approvalsNeeded,
  fieldNames,
  proseFields,
  wordsWritten,
  writtenFields,
  writtenOf,
  type CaseStudyInput,
  type CaseStudyStatus,
  type Written,
} from '@/lib/domain/case-study'
import type { RestoreInput } from '@/lib/domain/case-study-version'
import { statusAfter } from '@/lib/domain/case-study-states'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { citedCodings, plainText, type Prose } from '@/lib/domain/prose'
import { freeSlug, slugFrom } from '@/lib/domain/slug'
import { conflicted, ok, refused, type Conflict, type Result } from '@/lib/result'

/**
 * Begins a case study from a shortlisted submission, with its title, places and themes. Where one was begun already,
 * that one is answered: two clicks make one.
 */
export async function startCaseStudy(viewer: Viewer, reference: string): Promise<Result<{ id: string }>> {
  return db.$transaction(async tx => {
    const locked = await lockSubmission(tx, reference)
    if (!locked || !may(viewer, 'readSubmission', locked)) return refused(noSuchSubmission)
    const source = await tx.submission.findUniqueOrThrow({
      where: { id: locked.id },
      select: {
        title: true,
        places: { select: { placeId: true } },
        prompts: { select: { promptId: true } },
        consents: { where: { supersededAt: null, kind: 'PUBLISH' }, select: { kind: true, answer: true } },
        sources: { where: { caseStudy: { status: { not: 'WITHDRAWN' } } }, select: { caseStudyId: true }, take: 1 },
      },
    })
    const begun = source.sources[0]
    if (begun) return ok({ id: begun.caseStudyId })
    if (!may(viewer, 'startCaseStudy', locked))
      return refused('Shortlist this submission before you start a case study from it.')
    if ((publishAnswer(source.consents) ?? 'NO') === 'NO')
      return refused('The respondent has not agreed to publication: this example is for research only.')

    const title = source.title ?? ''
    const slug = slugFrom(title, 'case-study')
    const study = await tx.caseStudy.create({
      data: {
        callId: locked.callId,
        slug: freeSlug(slug, await takenSlugs(tx, slug)),
        title,
        authors: { create: { personId: viewer.id } },
        sources: { create: { submissionId: locked.id } },
        places: { create: source.places },
        prompts: { create: source.prompts },
      },
      select: { id: true, callId: true, version: true },
    })
    await recordDeed(tx, viewer, 'caseStudy.start', study, { submission: locked.id })
    return ok({ id: study.id })
  })
}

/** A case study in a list. */
export type CaseStudyRow = {
  id: string
  title: string
  status: CaseStudyStatus
  authors: string
  places: string[]
  updatedAt: Date
}
export type CaseStudyList = KeyPage<CaseStudyRow> & { counts: Record<CaseStudyStatus, number> }

const pageSize = 50
const listed = {
  id: true,
  title: true,
  status: true,
  updatedAt: true,
  authors: { select: { person: { select: { name: true, team: { select: { short: true } } } } } },
  places: { select: { place: { select: { name: true } } }, orderBy: { place: { position: 'asc' } } },
} as const

/** The call's case studies, the youngest first, `after` the one with this id; null where the viewer may not list them. */
export async function listCaseStudies(
  viewer: Viewer,
  callId: string,
  filter: { status?: CaseStudyStatus | undefined; after?: string | undefined },
): Promise<CaseStudyList | null> {
  if (!may(viewer, 'listCaseStudies')) return null
  const [page, groups] = await Promise.all([
    readByKey(
      { after: filter.after },
      pageSize,
      ({ order, beyond, take }) =>
        db.caseStudy.findMany({
          where: {
            callId,
            ...(filter.status ? { status: filter.status } : {}),
            ...(beyond === null ? {} : { id: { lt: beyond } }),
          },
          orderBy: { id: order },
          take,
          select: listed,
        }),
      study => study.id,
    ),
    db.caseStudy.groupBy({ by: ['status'], where: { callId }, _count: true }),
  ])
  const counts = { DRAFT: 0, IN_REVIEW: 0, CHANGES_REQUESTED: 0, APPROVED: 0, PUBLISHED: 0, WITHDRAWN: 0 }
  for (const group of groups) counts[group.status] = group._count
  const rows = page.rows.map(({ authors, places, ...row }) => ({
    ...row,
    authors: authors
      .map(({ person }) => (person.team ? `${person.name} (${person.team.short})` : person.name))
      .join(', '),
    places: places.map(({ place }) => place.name),
  }))
  return { ...page, rows, counts }
}

const noSuchPicture =
  'A picture in the text belongs to another case study, or is not there any more. Take it out, or add it here.'

/** How a save came about: by the button, by itself while somebody writes, or by bringing back an earlier version. */
export type SaveWay = 'save' | 'auto' | 'restore'

/** `changed`: whether there was anything to save. `version` is the one that stands now. */
export type Saved = { changed: boolean; version: number; at: Date }

/**
 * Saves an edit. A text that nobody has changed meanwhile gets a new version, and its reviews no longer count; whoever
 * saves becomes an author. Somebody else's save in between is told, field by field, and nothing is overwritten. While
 * somebody else writes, what is sent is kept as a version beside the text. What reviewers have is changed by the button alone.
 */
export async function saveCaseStudy(
  viewer: Viewer,
  sent: CaseStudyInput,
  way: SaveWay = 'save',
): Promise<Result<Saved>> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, sent.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    const status = statusAfter(study.status, 'edit')
    if (!status) return refused('A withdrawn case study stays as it is.')
    if (!may(viewer, 'editCaseStudy', studyOf(study)))
      return refused('Only its authors’ teams and leads can edit this case study. You can review it instead.')
    const chosen = await chosenBy(tx, study.callId, sent)
    if (!chosen.ok) return chosen
    const { written: input, missing } = await measured(tx, study.id, { before: writtenOf(study), after: sent })
    if (missing && way !== 'restore') return refused(noSuchPicture)
    const changes = changesBetween(study, input, chosen.value)
    const writer = await writerElsewhere(tx, study.id, viewer)
    if (writer && changes.length > 0) {
      const kept = await keepVersion(tx, study, viewer, input)
      return refused(`${writer} is writing this case study now. What you wrote is kept as version ${kept}.`)
    }
    if (study.version !== input.version && changes.length > 0)
      return conflicted('Somebody else has saved this case study since you opened it.', {
        version: study.version,
        changes,
      })
    const at = new Date()
    if (changes.length === 0) {
      if (way === 'save') await sealVersion(tx, study.id, viewer)
      return ok({ changed: false, version: study.version, at })
    }
    if (way === 'auto' && status !== study.status)
      return refused('Others have this text before them. Save it yourself: that takes their approvals back.')
    const sources = study.sources.map(source => source.submissionId)
    const refusal =
      (await refuseAuthor(tx, viewer, study)) ??
      (await refuseCites(tx, viewer, sources, { before: writtenOf(study), after: input }))
    if (refusal) return refused(refusal)

    await tx.caseStudy.update({
      where: { id: study.id },
      data: {
        ...writtenOf(input),
        slug: await slugAfter(tx, study, input.title),
        status,
        version: { increment: 1 },
        places: { deleteMany: {}, create: chosen.value.places.map(({ id }) => ({ placeId: id })) },
        prompts: { deleteMany: {}, create: chosen.value.prompts.map(({ id }) => ({ promptId: id })) },
        lenses: { deleteMany: {}, create: chosen.value.lenses.map(({ id }) => ({ lensId: id })) },
      },
    })
    await tx.caseStudyAuthor.upsert({
      where: { caseStudyId_personId: { caseStudyId: study.id, personId: viewer.id } },
      create: { caseStudyId: study.id, personId: viewer.id },
      update: {},
    })
    await retireRelease(tx, study.id)
    await noteVersion(tx, study, viewer, input, way, at)
    await recordDeed(tx, viewer, way === 'restore' ? 'caseStudy.restore' : 'caseStudy.save', study, {
      version: study.version + 1,
      fields: changes.map(change => change.label),
      from: study.status,
      to: status,
    })
    return ok({ changed: true, version: study.version + 1, at })
  })
}

/** Saves an earlier version again, as a new one: what stood since is a version too. */
export async function restoreVersion(viewer: Viewer, input: RestoreInput): Promise<Result<Saved>> {
  const content = await readVersion(viewer, input.id, input.number)
  if (!content) return refused('There is no such version.')
  const saved = await saveCaseStudy(viewer, { id: input.id, version: input.version, ...content }, 'restore')
  return !saved.ok && saved.conflict ? refused(changedMeanwhile) : saved
}

/** The address follows the title until it has been public, or a lead has chosen one: from then on it stays. */
async function slugAfter(tx: Transaction, study: CaseStudyRecord, title: string): Promise<string> {
  const wasPublic = study.release?.publishedAt ?? study.release?.goneAt
  if (wasPublic || study.slugChosen || title === study.title) return study.slug
  const slug = slugFrom(title, 'case-study')
  return freeSlug(slug, await takenSlugs(tx, slug, study.id))
}

/** Whoever saves is an author, and the authors' teams cannot approve: enough others must remain. */
async function refuseAuthor(tx: Transaction, viewer: Viewer, study: CaseStudyRecord): Promise<string | null> {
  const { authorTeamIds } = studyOf(study)
  if (!viewer.team || authorTeamIds.includes(viewer.team.id)) return null
  const left = await otherTeams(tx, [...authorTeamIds, viewer.team.id])
  if (left.length + study.outsideReaders.length >= approvalsNeeded) return null
  return 'Saving would make you an author, and fewer than two other teams would be left to approve it. Ask its authors to make the change, request it in your review, or have a lead name a reader outside the teams first.'
}

type Chosen = Record<'places' | 'prompts' | 'lenses', { id: string; name: string }[]>

async function chosenBy(tx: Transaction, callId: string, input: CaseStudyInput): Promise<Result<Chosen>> {
  const order = { position: 'asc' } as const
  const among = (keys: string[]) => ({ callId, key: { in: keys } })
  const places = await tx.place.findMany({ where: among(input.placeKeys), orderBy: order })
  const prompts = await tx.prompt.findMany({ where: among(input.promptKeys), orderBy: order })
  const lenses = await tx.lens.findMany({ where: among(input.lensKeys), orderBy: order })
  const unknown = (found: unknown[], keys: string[]) => found.length !== new Set(keys).size
  const fields: Record<string, string[]> = {}
  if (unknown(places, input.placeKeys)) fields.placeKeys = ['Select places from the list']
  if (unknown(prompts, input.promptKeys)) fields.promptKeys = ['Select themes from the list']
  if (unknown(lenses, input.lensKeys)) fields.lensKeys = ['Select lenses from the list']
  if (Object.keys(fields).length > 0) return refused('Something in the form is no longer there to choose.', fields)
  return ok({
    places: places.map(({ id, name }) => ({ id, name })),
    prompts: prompts.map(({ id, theme }) => ({ id, name: theme })),
    lenses: lenses.map(({ id, label }) => ({ id, name: label })),
  })
}

function changesBetween(study: CaseStudyRecord, input: CaseStudyInput, chosen: Chosen): Conflict['changes'] {
  const names = (list: { name: string }[]) => list.map(({ name }) => name).join(', ')
  const themes = study.prompts.map(({ prompt }) => prompt.theme).join(', ')
  const lenses = study.lenses.map(({ lens }) => lens.label).join(', ')
  const [theirs, yours] = [wordsWritten(writtenOf(study)), wordsWritten(input)]
  return [
    ...writtenFields.map(field => ({ label: fieldNames[field], theirs: theirs[field], yours: yours[field] })),
    { label: fieldNames.places, theirs: names(study.places.map(({ place }) => place)), yours: names(chosen.places) },
    { label: fieldNames.themes, theirs: themes, yours: names(chosen.prompts) },
    { label: fieldNames.lenses, theirs: lenses, yours: names(chosen.lenses) },
  ]
    .filter(change => change.theirs !== change.yours)
    .concat(formChanges(writtenOf(study), input))
}

/** Sections of the same words that have another form, or cite something else. */
function formChanges(before: Written, after: Written): Conflict['changes'] {
  return proseFields
    .filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .filter(field => plainText(before[field]) === plainText(after[field]))
    .map(field => ({
      label: `${fieldNames[field]}: form and citations`,
      theirs: formOf(before[field]),
      yours: formOf(after[field]),
    }))
}

function formOf(prose: Prose): string {
  const cited = citedCodings(prose).length
  return `${prose.map(block => block.kind).join(', ')}; ${cited} cited`
}
