import { beforeEach, describe, expect, test } from 'vitest'

import { releasesFollowConsent } from '@/lib/data/releases'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import type { SectionInput } from '@/lib/domain/report'
import type { ReportProse } from '@/lib/domain/report-prose'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { makeAnswer, makeBlind, makeCode, makeCoding } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'
import type { ConsentAnswer } from '@/prisma/generated/client'

import { citedIn, readEdition } from './report-editions'
import { addWork, findPassages, listWorks, readReferences, removeWork } from './report-references'
import { keepWords, previewReport, publishReport, reviewReport, sendReportForReview } from './report-review'
import { listSectionVersions, readSection, restoreSection, saveSection } from './report-sections'
import { addSection, moveSection, readReport, removeSection, saveReport } from './reports'

const said = 'We cooked for four hundred households every single day of that spring.'

let scene: Scene
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
})
const callId = () => scene.call.id

/** A section with these blocks; its id. */
async function makeSection(body: ReportProse, title = 'Food'): Promise<string> {
  const { id } = value(await addSection(lead, callId(), { kind: 'WRITTEN', place: 'section', title }))
  value(await saveSection(lead, callId(), { id, version: 1, title, body }))
  return id
}

/** A coded passage of a response; the ids of both. */
async function makePassage(given: Parameters<typeof makeSubmission>[1] = {}, words = said) {
  const { id: submissionId } = await makeSubmission(scene, given)
  const textVersionId = await makeAnswer(submissionId, words)
  const codeId = await makeCode(scene, `Food ${submissionId.slice(-6)}`)
  const span = { textVersionId, start: 0, end: Array.from(words).length }
  return { submissionId, coding: await makeCoding({ submissionId, codeId, by: scene.people.bvsc.researcher }, span) }
}

const cites = (coding: string, text = 'Food came first.'): ReportProse => [
  { kind: 'paragraph', text, cites: [{ at: text.length, coding }] },
]
const version = async () => (await db.report.findUniqueOrThrow({ where: { callId: callId() } })).version

/** All three teams read it and approve it. */
async function approve() {
  value(await sendReportForReview(lead, callId(), { version: await version() }))
  for (const { researcher } of [scene.people.wlv, scene.people.bvsc, scene.people.coventry])
    value(await reviewReport(researcher, callId(), { version: await version(), verdict: 'APPROVE', note: '' }))
}

async function publish(changes = '') {
  await approve()
  return value(await publishReport(lead, callId(), { version: await version(), changes }))
}

async function answerPublish(submissionId: string, answer: ConsentAnswer) {
  return db.$transaction(async tx => {
    await tx.consent.updateMany({ where: { submissionId, kind: 'PUBLISH' }, data: { answer } })
    return releasesFollowConsent(tx, submissionId)
  })
}

const row = async () => db.reportEdition.findFirstOrThrow({ orderBy: { number: 'desc' } })

describe('the outline', () => {
  const outline = async () =>
    (await readReport(lead, callId()))?.sections.map(({ number, title }) => `${number} ${title}`)

  test('is moved with its parts, and keeps appendices at the end', async () => {
    const add = async (title: string, place: 'section' | 'appendix' = 'section') =>
      value(await addSection(lead, callId(), { kind: 'WRITTEN', place, title })).id
    const method = await add('Method', 'appendix')
    const [food, kitchens, money] = [await add('Food'), await add('Kitchens'), await add('Money')]
    value(await moveSection(lead, callId(), { id: kitchens, move: 'in' }))
    expect(await outline()).toEqual(['1 Food', '1.1 Kitchens', '2 Money', 'A Method'])
    value(await moveSection(lead, callId(), { id: money, move: 'up' }))
    expect(await outline()).toEqual(['1 Money', '2 Food', '2.1 Kitchens', 'A Method'])
    value(await moveSection(lead, callId(), { id: method, move: 'up' }))
    value(await removeSection(lead, callId(), { id: food, version: 1 }))
    expect(await outline()).toEqual(['1 Money', '1.1 Kitchens', 'A Method'])
  })

  test('is nobody’s but the teams’', async () => {
    for (const viewer of [scene.people.staff, scene.people.administrator]) {
      expect(await readReport(viewer, callId())).toBeNull()
      expect(await previewReport(viewer, callId())).toBeNull()
      expect((await addSection(viewer, callId(), { kind: 'WRITTEN', place: 'section', title: 'X' })).ok).toBe(false)
    }
    expect(await db.report.count()).toBe(0)
  })
})

describe('a section', () => {
  test('keeps what two write apart: the second is shown both', async () => {
    const id = await makeSection([{ kind: 'paragraph', text: 'First.' }])
    const input: SectionInput = { id, version: 1, title: 'Food', body: [{ kind: 'paragraph', text: 'Second.' }] }
    const answer = await saveSection(scene.people.bvsc.researcher, callId(), input)
    expect(answer).toMatchObject({
      ok: false,
      conflict: { version: 2, changes: [{ theirs: 'First.', yours: 'Second.' }] },
    })
    expect((await readSection(lead, callId(), id))?.body).toEqual([{ kind: 'paragraph', text: 'First.' }])
  })

  test('comes back as it was', async () => {
    const id = await makeSection([{ kind: 'paragraph', text: 'First.' }])
    const body: ReportProse = [{ kind: 'paragraph', text: 'Second.' }]
    value(await saveSection(scene.people.bvsc.researcher, callId(), { id, version: 2, title: 'Food', body }))
    expect((await listSectionVersions(lead, callId(), id))?.map(({ words }) => words)).toEqual(['Second.', 'First.'])
    value(await restoreSection(lead, callId(), { id, version: 3, number: 1 }))
    expect((await readSection(lead, callId(), id))?.body).toEqual([{ kind: 'paragraph', text: 'First.' }])
    value(await restoreSection(lead, callId(), { id, version: 4, number: 2 }))
    const words = (await listSectionVersions(lead, callId(), id))?.map(version => version.words)
    expect(words).toEqual(['Second.', 'First.', 'Second.', 'First.'])
  })

  test('cites nothing that its writer may not know of', async () => {
    const { submissionId, coding } = await makePassage()
    await makeBlind(submissionId, scene.people.bvsc.researcher, scene.people.coventry.researcher)
    const { id } = value(await addSection(lead, callId(), { kind: 'WRITTEN', place: 'section', title: 'Food' }))
    expect(await findPassages(lead, callId(), { words: 'cooked', code: '' })).toEqual([])
    expect(await saveSection(lead, callId(), { id, version: 1, title: 'Food', body: cites(coding) })).toMatchObject({
      ok: false,
      message: expect.stringContaining('not yours to see'),
    })
  })

  test('refers to what there is', async () => {
    const { coding } = await makePassage()
    const id = await makeSection(cites(coding))
    const { id: work } = value(await addWork(lead, callId(), workInput))
    const references = await readReferences(lead, callId(), id)
    expect(references?.works).toEqual([{ id: work, words: '(Smith, 2021)' }])
    expect(references?.cited).toMatchObject([{ coding, state: 'standing' }])
    expect(await findPassages(lead, callId(), { words: 'HOUSEHOLDS', code: '' })).toMatchObject([
      { coding, words: said },
    ])
    value(await removeWork(lead, callId(), { id: work }))
    expect(await listWorks(lead, callId())).toEqual([])
  })
})

const workInput = {
  type: 'book' as const,
  title: 'Neighbours',
  authors: 'Smith, Anna',
  year: '2021',
  container: '',
  publisher: '',
  volume: '',
  issue: '',
  pages: '',
  doi: '',
  url: '',
}

describe('before it goes out', () => {
  test('every team approves the same version; a change takes all of it back', async () => {
    const { coding } = await makePassage()
    const id = await makeSection(cites(coding))
    value(await sendReportForReview(lead, callId(), { version: await version() }))
    const { wlv, bvsc, coventry } = scene.people
    for (const { researcher } of [wlv, bvsc])
      value(await reviewReport(researcher, callId(), { version: await version(), verdict: 'APPROVE', note: '' }))
    expect(await readReport(lead, callId())).toMatchObject({ status: 'IN_REVIEW', waitingFor: ['coventry'] })
    expect((await publishReport(lead, callId(), { version: await version(), changes: '' })).ok).toBe(false)
    const body = cites(coding, 'Food came before all else.')
    const auto = await saveSection(lead, callId(), { id, version: 2, title: 'Food', body }, 'auto')
    expect(auto).toMatchObject({ ok: false, message: expect.stringContaining('Save it yourself') })
    value(await saveSection(lead, callId(), { id, version: 2, title: 'Food', body }))
    expect(await readReport(lead, callId())).toMatchObject({ status: 'DRAFT', waitingFor: ['bvsc', 'coventry', 'wlv'] })
    await approve()
    expect(await readReport(lead, callId())).toMatchObject({ status: 'APPROVED', waitingFor: [] })
    expect((await publishReport(coventry.researcher, callId(), { version: await version(), changes: '' })).ok).toBe(
      false,
    )
  })

  test.each([
    ['a name that may not stand', { publish: 'WITHOUT_NAME' as const }, 'Hope House cooked.', 'may not be named'],
    ['a person', {}, 'Margaret Thornbury cooked.', 'may be personal'],
  ])('%s stops it', async (_, given, text, message) => {
    const { coding } = await makePassage(given)
    await makeSection(cites(coding, text))
    expect(await sendReportForReview(lead, callId(), { version: await version() })).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
    })
  })

  test('what may be personal stays once somebody has said why', async () => {
    const { coding } = await makePassage()
    await makeSection(cites(coding, 'Margaret Thornbury cooked.'))
    const [finding] = (await previewReport(lead, callId()))?.findings ?? []
    value(await keepWords(lead, callId(), { words: finding?.words ?? '', reason: 'She is the mayor.' }))
    expect((await previewReport(lead, callId()))?.ready).toBeNull()
  })

  test.each([
    ['NO' as const, false],
    ['WITH_NAME' as const, true],
  ])('a response whose words may not go out (%s, to see it first: %s) is not quoted', async (publish, showBefore) => {
    const { coding } = await makePassage({ publish, showBefore })
    await makeSection([{ kind: 'quotation', text: said, cites: [{ at: said.length, coding }] }])
    const preview = await previewReport(lead, callId())
    expect(preview?.edition.notes[0]).toMatchObject({ words: null })
    expect(preview?.ready).toContain('may not be published')
  })

  test('an edition after the first says what it changes', async () => {
    const { coding } = await makePassage()
    const id = await makeSection(cites(coding))
    expect(await publish()).toEqual({ number: 1 })
    value(await saveReport(lead, callId(), { version: await version(), title: 'What we heard', summary: '' }))
    await approve()
    expect(await publishReport(lead, callId(), { version: await version(), changes: '' })).toMatchObject({
      fields: { changes: [expect.any(String)] },
    })
    value(await publishReport(lead, callId(), { version: await version(), changes: 'Another title.' }))
    expect((await readEdition(callId(), 1))?.edition.title).toBe('The call')
    expect(await readEdition(callId())).toMatchObject({
      number: 2,
      changes: 'Another title.',
      edition: { title: 'What we heard' },
    })
    expect((await readSection(lead, callId(), id))?.status).toBe('PUBLISHED')
  })
})

describe('what readers get', () => {
  test('says whose evidence it is as far as consent goes, and what may be personal in it is removed', async () => {
    const named = await makePassage({}, `${said} Ask Margaret Thornbury on 0121 496 0000.`)
    const unnamed = await makePassage(
      { publish: 'WITHOUT_NAME', organisation: 'Open Door Trust' },
      `Open Door Trust: ${said}`,
    )
    const silent = await makePassage({ publish: 'NO', organisation: 'Quiet Friends' })
    await makeSection([...cites(named.coding), ...cites(unnamed.coding), ...cites(silent.coding)])
    await publish()
    const edition = await readEdition(callId())
    const [first, second, third] = edition?.edition.notes ?? []
    expect(first).toMatchObject({ organisationName: 'Hope House (example)', words: expect.stringContaining(said) })
    expect(second).toMatchObject({
      organisationName: null,
      organisationType: 'FAITH',
      words: expect.stringContaining('[removed]'),
    })
    expect(third).toMatchObject({ organisationName: null, organisationType: null, words: null })
    const all = JSON.stringify(edition)
    for (const secret of ['Thornbury', '0121', 'Open Door', 'Quiet Friends', named.coding, named.submissionId])
      expect(all).not.toContain(secret)
  })

  test('tells each respondent where they are cited', async () => {
    const { submissionId, coding } = await makePassage()
    await makeSection([{ kind: 'paragraph', text: 'Before.' }, ...cites(coding)])
    await publish()
    expect(await citedIn(submissionId)).toEqual([
      { slug: 'food', number: '1', title: 'Food', appendix: false, at: 'p2' },
    ])
  })

  test('loses at once what a respondent takes back, from every edition, and says so', async () => {
    const { submissionId, coding } = await makePassage()
    const text = `They wrote: ${said}`
    await makeSection([
      { kind: 'quotation', text: said, cites: [{ at: said.length, coding }] },
      { kind: 'paragraph', text },
      ...cites(coding, 'Hope House led.'),
    ])
    value(await addSection(lead, callId(), { kind: 'SUBMISSIONS', place: 'appendix', title: 'Who responded' }))
    await publish()
    expect(JSON.stringify((await row()).content)).toContain('Hope House')
    expect(await answerPublish(submissionId, 'WITHOUT_NAME')).toBe(true)
    const unnamed = JSON.stringify((await row()).content)
    expect(unnamed).not.toContain('Hope House')
    expect(unnamed).toContain('four hundred')
    expect(await answerPublish(submissionId, 'NO')).toBe(true)
    const after = await row()
    expect(JSON.stringify(after.content)).not.toContain('four hundred')
    expect(await db.reportErratum.count({ where: { editionId: after.id } })).toBe(2)
    expect(await citedIn(submissionId)).toEqual([])
    expect(await answerPublish(submissionId, 'NO')).toBe(false)
  })

  test('holds nothing that was taken back while it was being put together', async () => {
    const { submissionId, coding } = await makePassage()
    await makeSection(cites(coding))
    await approve()
    await Promise.all([
      publishReport(lead, callId(), { version: await version(), changes: '' }),
      answerPublish(submissionId, 'NO'),
    ])
    const kept = await db.reportEdition.findFirst()
    expect(JSON.stringify(kept?.content ?? '')).not.toContain('four hundred')
  })
})
