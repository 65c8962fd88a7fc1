import type { Readable } from 'node:stream'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { CaseStudyInput } from '@/lib/domain/case-study'
import type { Viewer } from '@/lib/domain/person'
import { filesOf, mostPictures } from '@/lib/domain/picture'
import type { FigureBlock } from '@/lib/domain/prose'
import { takePictureFrom, type TakenPicture } from '@/lib/files/picture-files'
import { fileStore } from '@/lib/files/store'
import { takeInBytes } from '@/lib/files/take-in'
import { approve, inputFor, review, rowOf, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { cameraCanary, makePdf, makePhoto } from '@/lib/testing/material-makers'
import { strayFiles } from '@/lib/testing/stray-files'

import { saveCaseStudy, restoreVersion } from './case-studies'
import { getCaseStudy } from './case-study-desk'
import { addFile, removeStored } from './files'
import { readRelease } from './gallery'
import {
  addPicture,
  addPictureOfSource,
  listSourcePhotographs,
  openPicture,
  openShownPicture,
  type PictureView,
} from './pictures'
import { issueKey } from './private-keys'
import { publishCaseStudy, unpublishCaseStudy } from './releases'
import { sendForReview } from './reviews'
import { keepFirstRevision } from './revisions'
import { showCaseStudy } from './showings'
import { eraseWithdrawn, withdrawEvidence } from './withdrawals'

let scene: Scene
let author: Viewer
beforeEach(async () => {
  await emptyDatabase()
  const store = await fileStore()
  for await (const { key } of store.list()) await store.remove(key)
  scene = await makeScene()
  author = scene.people.wlv.researcher
})

async function taken(): Promise<TakenPicture> {
  const { Readable } = await import('node:stream')
  const taking = await takePictureFrom(Readable.from([await makePhoto('jpeg')]))
  if (!taking.ok) throw new Error(taking.fault)
  return taking.picture
}

const figure = ({ image }: PictureView, words: Partial<FigureBlock> = {}): FigureBlock => ({
  kind: 'figure',
  image,
  width: 9,
  height: 9,
  alt: 'A van full of food',
  caption: 'The van',
  ...words,
})

async function save(id: string, figures: FigureBlock[], changes: Partial<CaseStudyInput> = {}) {
  const whatHappened = [{ kind: 'paragraph' as const, text: 'They drove.' }, ...figures]
  return saveCaseStudy(author, await inputFor(id, { whatHappened, ...changes }))
}

/** A case study in draft that shows a picture. */
async function withPicture(given: Parameters<typeof writeCaseStudy>[1] = {}) {
  const written = await writeCaseStudy(scene, given)
  const picture = value(await addPicture(author, written.id, await taken()))
  value(await save(written.id, [figure(picture)]))
  return { ...written, picture, file: { id: picture.image, width: picture.width, format: 'jpeg' as const } }
}

async function publish(id: string) {
  await approve(scene, id)
  value(await publishCaseStudy(scene.people.wlv.lead, await versionOf(id)))
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const nobody = async () => null

/** Whether somebody gets to see it. */
async function sees(viewer: Viewer | null, file: Parameters<typeof openPicture>[1]): Promise<boolean> {
  const opened = await openPicture(async () => viewer, file)
  opened?.stream.destroy()
  return opened !== null
}

describe('a picture of a case study', () => {
  test('is kept in each size and format, as pixels and nothing else', async () => {
    const { file } = await withPicture()
    const rows = await db.pictureFile.findMany({ where: { pictureId: file.id } })
    expect(rows.map(({ width, format }) => ({ width, format }))).toEqual(expect.arrayContaining(filesOf(96)))
    expect(rows).toHaveLength(filesOf(96).length)
    for (const { width, format, bytes } of rows) {
      const opened = await openPicture(async () => author, { id: file.id, width, format })
      const kept = await bytesOf(opened!.stream)
      expect(kept).toHaveLength(bytes)
      expect(kept.includes(cameraCanary)).toBe(false)
      const { exif, xmp, ...is } = await sharp(kept).metadata()
      expect({ exif, xmp, width: is.width }).toEqual({ exif: undefined, xmp: undefined, width })
      expect(is.format).toBe(format === 'avif' ? 'heif' : format)
    }
    expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
  })

  test('has the size that it has, whatever was sent of it', async () => {
    const { id } = await withPicture()
    expect((await rowOf(id)).whatHappened).toMatchObject([{ kind: 'paragraph' }, { width: 96, height: 64 }])
  })

  test('is seen by everybody once it is published, and by nobody outside before and after', async () => {
    const { id, file } = await withPicture()
    const { staff, administrator, bvsc } = scene.people
    expect(await sees(null, file)).toBe(false)
    expect(await sees(staff, file)).toBe(false)
    expect(await sees(bvsc.researcher, file)).toBe(true)
    await approve(scene, id)
    expect(await sees(null, file)).toBe(false)
    expect(await sees(staff, file)).toBe(true)
    expect(await sees(administrator, file)).toBe(false)
    value(await publishCaseStudy(scene.people.wlv.lead, await versionOf(id)))
    expect(await sees(null, file)).toBe(true)
    expect(await openPicture(nobody, { ...file, width: 95 })).toBeNull()
    value(await unpublishCaseStudy(scene.people.wlv.lead, await versionOf(id)))
    expect(await sees(null, file)).toBe(false)
  })

  test('that the published text does not show stays inside', async () => {
    const { id, picture } = await withPicture()
    const other = value(await addPicture(author, id, await taken()))
    await publish(id)
    expect(await sees(null, { id: picture.image, width: 96, format: 'avif' })).toBe(true)
    expect(await sees(null, { id: other.image, width: 96, format: 'avif' })).toBe(false)
    expect(await sees(scene.people.staff, { id: other.image, width: 96, format: 'avif' })).toBe(false)
  })

  test('of another case study is refused, and one that is nowhere', async () => {
    const one = await withPicture()
    const other = await writeCaseStudy(scene)
    for (const image of [one.picture.image, '0190a2c4-0000-7000-8000-000000000001'])
      expect(await save(other.id, [figure({ ...one.picture, image })])).toMatchObject({ ok: false })
    expect((await rowOf(other.id)).version).toBe((await versionOf(other.id)).version)
    expect(JSON.stringify((await rowOf(other.id)).whatHappened)).not.toContain('figure')
  })

  test('must be described before others review it', async () => {
    const { id, picture } = await withPicture()
    value(await save(id, [figure(picture, { alt: '' })]))
    const sent = await sendForReview(author, await versionOf(id))
    expect(sent).toMatchObject({
      ok: false,
      fields: { whatHappened: [expect.stringMatching(/^Describe each picture/)] },
    })
  })

  test('is part of what was reviewed: another one takes approvals back, and is told', async () => {
    const { id, picture } = await withPicture()
    value(await sendForReview(author, await versionOf(id)))
    value(await review(scene.people.bvsc.researcher, id, 'APPROVE'))
    const other = value(await addPicture(author, id, await taken()))
    value(await save(id, [figure(other)]))
    expect(await getCaseStudy(author, id)).toMatchObject({ status: 'DRAFT', approvals: 0 })
    expect(picture.image).not.toBe(other.image)
  })

  test('can be added by those who may edit, so many and no more; nothing is left of the others', async () => {
    const { id } = await writeCaseStudy(scene)
    for (const viewer of [scene.people.staff, scene.people.administrator])
      expect(await addPicture(viewer, id, await taken())).toMatchObject({ ok: false, missing: true })
    const some = Array.from({ length: mostPictures }, () => ({
      caseStudyId: id,
      addedById: author.id,
      width: 1,
      height: 1,
    }))
    await db.picture.createMany({ data: some })
    expect(await addPicture(author, id, await taken())).toMatchObject({ message: expect.stringMatching(/60 pictures/) })
    expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
  })

  test('that is no picture is none', async () => {
    const { Readable } = await import('node:stream')
    expect(await takePictureFrom(Readable.from([makePdf()]))).toEqual({ ok: false, fault: 'type' })
    expect(await takePictureFrom(Readable.from([Buffer.from('x')]))).toMatchObject({ ok: false })
    expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
  })
})

describe('a photograph that came with the evidence', () => {
  async function withPhotograph() {
    const written = await writeCaseStudy(scene)
    const taking = await takeInBytes(await makePhoto('jpeg'), 'van.jpg')
    if (!taking.ok) throw new Error(taking.fault)
    const file = await db.$transaction(tx => addFile(tx, written.submission.id, { ...taking.file, alt: 'Our van' }))
    return { ...written, photograph: file ?? '' }
  }

  test('is offered, and becomes a picture with its description', async () => {
    const { id, photograph } = await withPhotograph()
    expect(await listSourcePhotographs(author, id)).toMatchObject([{ file: photograph, alt: 'Our van' }])
    expect(await listSourcePhotographs(scene.people.staff, id)).toEqual([])
    const picture = value(await addPictureOfSource(author, id, photograph))
    expect(picture).toMatchObject({ width: 96, height: 64, alt: 'Our van' })
    const other = await writeCaseStudy(scene)
    expect(await addPictureOfSource(author, other.id, photograph)).toMatchObject({ ok: false, missing: true })
  })

  test('is neither offered nor taken while it waits in a correction that was not sent', async () => {
    const { id, submission } = await writeCaseStudy(scene)
    await db.$transaction(tx => keepFirstRevision(tx, submission.id))
    const taking = await takeInBytes(await makePhoto('jpeg'), 'van.jpg')
    if (!taking.ok) throw new Error(taking.fault)
    const photograph = (await db.$transaction(tx => addFile(tx, submission.id, taking.file))) ?? ''
    await db.submission.update({ where: { id: submission.id }, data: { answeredSteps: ['material'] } })
    expect(await listSourcePhotographs(author, id)).toEqual([])
    expect(await addPictureOfSource(author, id, photograph)).toMatchObject({ ok: false, missing: true })
  })

  test('goes with the evidence: from readers at once, and for good when that is erased', async () => {
    const { id, photograph, submission } = await withPhotograph()
    const picture = value(await addPictureOfSource(author, id, photograph))
    value(await save(id, [figure(picture)]))
    await publish(id)
    const file = { id: picture.image, width: 96, format: 'jpeg' } as const
    expect(await sees(null, file)).toBe(true)
    const token = await issueKey(db, submission.id, 'EVIDENCE')
    expect(await withdrawEvidence(token, submission.reference ?? '')).toMatchObject({ ok: true })
    expect(await sees(null, file)).toBe(false)
    await eraseWithdrawn(key => removeStored([key]), new Date(Date.now() + 40 * 86_400_000))
    expect(await sees(author, file)).toBe(false)
    expect(await db.picture.count()).toBe(0)
    expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
    // the text stands as it was, can be written on, and shows nothing of it
    expect((await getCaseStudy(author, id))?.preview.pictureIds).toEqual([])
    value(await restoreVersion(author, { ...(await versionOf(id)), number: 1 }))
  })
})

test('a respondent who is shown the text first sees its pictures by their private link', async () => {
  const { id, file, submission, picture } = await withPicture({ showBefore: true })
  const token = await issueKey(db, submission.id, 'EVIDENCE')
  const looks = async (by: string, at = file) => {
    const opened = await openShownPicture(by, at)
    opened?.stream.destroy()
    return opened !== null
  }
  expect(await looks(token)).toBe(false)
  value(await sendForReview(author, await versionOf(id)))
  value(await showCaseStudy(author, { ...(await versionOf(id)), days: 14 }))
  expect(await looks(token)).toBe(true)
  const other = value(await addPicture(author, id, await taken()))
  expect(await looks(token, { ...file, id: other.image })).toBe(false)
  const stranger = await withPicture({ showBefore: true })
  expect(await looks(await issueKey(db, stranger.submission.id, 'EVIDENCE'))).toBe(false)
  expect(await looks('x'.repeat(43))).toBe(false)
  expect(picture.image).toBe(file.id)
})

test('readers get it with its size and its words', async () => {
  const { id, picture } = await withPicture()
  await publish(id)
  const release = await readRelease('public', (await rowOf(id)).slug)
  expect(release?.whatHappened).toMatchObject([
    { kind: 'paragraph' },
    { kind: 'figure', image: picture.image, width: 96, height: 64, alt: 'A van full of food', caption: 'The van' },
  ])
})
