import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import { lockCaseStudy, noSuchCaseStudy, recordDeed, studyOf } from '@/lib/data/case-study-record'
import { listFiles, openFileForStaff } from '@/lib/data/files'
import { findKey } from '@/lib/data/private-keys'
import { db, type Transaction } from '@/lib/db'
import { proseFields, writtenOf, type Written } from '@/lib/domain/case-study'
import type { Viewer } from '@/lib/domain/person'
import { mostPictures, picturesOf, plainFileOf, sized, type PictureFile } from '@/lib/domain/picture'
import { may } from '@/lib/domain/policy'
import { dropPicture, takePictureFrom, type TakenPicture } from '@/lib/files/picture-files'
import { fileStore } from '@/lib/files/store'
import { notThere, ok, refused, type Result } from '@/lib/result'
import type { Prisma } from '@/prisma/generated/client'

/** A picture that can be put into a text. Sizes in pixels; `alt` is what its respondent said of it. */
export type PictureView = { image: string; width: number; height: number; alt: string }

/** Asked before a byte of a picture is read. */
export async function mayAddPicture(viewer: Viewer, caseStudyId: string): Promise<Result> {
  return db.$transaction(tx => refuseAdding(tx, viewer, caseStudyId))
}

async function refuseAdding(tx: Transaction, viewer: Viewer, caseStudyId: string): Promise<Result> {
  const study = await lockCaseStudy(tx, caseStudyId)
  if (!study || !may(viewer, 'readCaseStudy')) return notThere(noSuchCaseStudy)
  if (!may(viewer, 'editCaseStudy', studyOf(study)))
    return refused('Only its authors’ teams and leads can add pictures to this case study.')
  if ((await tx.picture.count({ where: { caseStudyId } })) >= mostPictures)
    return refused(`A case study can have ${mostPictures} pictures, those of its earlier versions among them.`)
  return ok()
}

/** Gives a picture that was taken in to a case study. Where it may not have it, nothing of it is left. */
export async function addPicture(
  viewer: Viewer,
  caseStudyId: string,
  taken: TakenPicture,
  from: { submissionId?: string; alt?: string } = {},
): Promise<Result<PictureView>> {
  try {
    const added = await db.$transaction(async tx => {
      const may = await refuseAdding(tx, viewer, caseStudyId)
      return may.ok ? ok(await writePicture(tx, viewer, caseStudyId, { ...taken, ...from })) : may
    })
    if (!added.ok) await dropPicture(taken)
    return added
  } catch (error) {
    await dropPicture(taken)
    throw error
  }
}

async function writePicture(
  tx: Transaction,
  viewer: Viewer,
  caseStudyId: string,
  { width, height, files, submissionId = '', alt = '' }: TakenPicture & { submissionId?: string; alt?: string },
): Promise<PictureView> {
  const { id, caseStudy } = await tx.picture.create({
    data: {
      caseStudyId,
      submissionId: submissionId || null,
      addedById: viewer.id,
      width,
      height,
      files: { create: files },
    },
    select: { id: true, caseStudy: { select: { id: true, callId: true, version: true } } },
  })
  const details = { picture: id, ...(submissionId ? { submission: submissionId } : {}) }
  await recordDeed(tx, viewer, 'caseStudy.addPicture', caseStudy, details)
  return { image: id, width, height, alt }
}

/** Makes a picture of a photograph that a respondent sent with the evidence that the case study rests on. */
export async function addPictureOfSource(
  viewer: Viewer,
  caseStudyId: string,
  fileId: string,
): Promise<Result<PictureView>> {
  const may = await mayAddPicture(viewer, caseStudyId)
  if (!may.ok) return may
  const where = {
    id: fileId,
    type: { startsWith: 'image/' },
    submission: { sources: { some: { caseStudyId } } },
  } as const
  const file = await db.storedFile.findFirst({ where, select: { alt: true, submissionId: true } })
  // asks whether it was sent: what an open correction adds is nobody's yet
  const opened = file && (await openFileForStaff(viewer, fileId))
  if (!file?.submissionId || !opened) return notThere('This photograph is not there any more.')
  const taking = await takePictureFrom(opened.stream)
  if (!taking.ok) return refused('This photograph could not be read.')
  return addPicture(viewer, caseStudyId, taking.picture, { submissionId: file.submissionId, alt: file.alt })
}

/** A photograph of the evidence that a case study rests on. */
export type SourcePhotograph = { file: string; reference: string; name: string; alt: string }

/** The photographs that respondents sent with the evidence a case study rests on; none where the viewer may not edit it. */
export async function listSourcePhotographs(viewer: Viewer, caseStudyId: string): Promise<SourcePhotograph[]> {
  if (!may(viewer, 'readCaseStudy')) return []
  const sources = await db.caseStudySource.findMany({
    where: { caseStudyId },
    select: { submission: { select: { reference: true } } },
  })
  const files = sources.map(async ({ submission }) => {
    const reference = submission.reference ?? ''
    return (await listFiles(viewer, reference)).map(file => ({ ...file, reference }))
  })
  return (await Promise.all(files))
    .flat()
    .filter(({ picture, state }) => picture && state === 'ready')
    .map(({ id, name, alt, reference }) => ({ file: id, name, alt, reference }))
}

/**
 * A text with the true sizes of its pictures, whatever was sent. `missing` where it shows one that is none of this case
 * study's and that the text did not show before.
 */
export async function measured<T extends Written>(
  tx: Transaction,
  caseStudyId: string,
  { before, after }: { before: Written; after: T },
): Promise<{ written: T; missing: boolean }> {
  const shown = picturesOf(after)
  if (shown.length === 0) return { written: after, missing: false }
  const found = await tx.picture.findMany({
    where: { caseStudyId, id: { in: shown } },
    select: { id: true, width: true, height: true },
  })
  const known = new Map(found.map(({ id, ...size }) => [id, size]))
  const stood = picturesOf(before)
  const missing = shown.some(id => !known.has(id) && !stood.includes(id))
  return { written: sized(after, known), missing }
}

/** A file of a picture that is being read. */
export type OpenedPicture = { bytes: number; stream: Readable; public: boolean }

/**
 * Opens a file of a picture for who may see the text that it stands in: everybody what is published, WMCA staff what is
 * approved, those who work on case studies every one. Null for all others, and where there is none. `viewer` is asked for
 * only where it matters.
 */
export async function openPicture(
  viewer: () => Promise<Viewer | null>,
  { id, ...file }: { id: string } & PictureFile,
): Promise<OpenedPicture | null> {
  const picture = await findPicture({ id }, file)
  if (!picture) return null
  const { status, release } = picture.caseStudy
  const released = release?.pictureIds.includes(id) ?? false
  if (released && status === 'PUBLISHED' && release?.publishedAt) return open(picture, true)
  const who = await viewer()
  const mayRead = who && (may(who, 'readCaseStudy') || (may(who, 'readLibrary') && released && status === 'APPROVED'))
  return mayRead ? open(picture, false) : null
}

/** The pictures that texts show, each as its plain JPEG, by their ids; without those that the viewer may not see. */
export async function picturesFor(viewer: Viewer, texts: readonly Written[]): Promise<Map<string, Buffer>> {
  const figures = texts.flatMap(text =>
    proseFields.flatMap(field => text[field].filter(block => block.kind === 'figure')),
  )
  const found = new Map<string, Buffer>()
  for (const figure of figures) {
    const { width, format } = plainFileOf(figure)
    const opened = found.has(figure.image)
      ? null
      : await openPicture(async () => viewer, { id: figure.image, width, format })
    if (opened) found.set(figure.image, await buffer(opened.stream))
  }
  return found
}

/** The same for who holds the private link of a respondent that was shown a text with this picture. */
export async function openShownPicture(
  token: string,
  { id, ...file }: { id: string } & PictureFile,
): Promise<OpenedPicture | null> {
  const key = await findKey(token, 'EVIDENCE')
  if (key?.state !== 'good') return null
  const showings = await db.showing.findMany({
    where: { submissionId: key.submissionId, shownAt: { not: null }, caseStudy: { pictures: { some: { id } } } },
    select: { shown: true },
  })
  // a row that lib/data/showings.ts wrote
  if (!showings.some(({ shown }) => picturesOf(writtenOf(shown as Parameters<typeof writtenOf>[0])).includes(id)))
    return null
  const picture = await findPicture({ id }, file)
  return picture && open(picture, false)
}

async function findPicture(where: Prisma.PictureWhereInput, file: PictureFile) {
  return db.picture.findFirst({
    where: { ...where, files: { some: file } },
    select: {
      files: { where: file, select: { storageKey: true, bytes: true } },
      caseStudy: { select: { status: true, release: { select: { publishedAt: true, pictureIds: true } } } },
    },
  })
}

type Found = { files: { storageKey: string; bytes: number }[] }

async function open({ files: [file] }: Found, isPublic: boolean): Promise<OpenedPicture | null> {
  const stream = file && (await (await fileStore()).open(file.storageKey))
  return stream ? { bytes: file.bytes, stream, public: isPublic } : null
}
