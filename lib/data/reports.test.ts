import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import type { SectionInput } from '@/lib/domain/report'
import type { ReportProse } from '@/lib/domain/report-prose'
import { value } from '@/lib/testing/case-study-deeds'
import type { Scene } from '@/lib/testing/case-study-makers'
import { makeBlind } from '@/lib/testing/coding-makers'
import { cites, makeReportDesk, said, type ReportDesk } from '@/lib/testing/report-makers'

import { readEdition } from './report-editions'
import { addWork, findPassages, listWorks, readReferences, removeWork } from './report-references'
import { keepWords, previewReport, publishReport, reviewReport, sendReportForReview } from './report-review'
import { listSectionVersions, readSection, restoreSection, saveSection } from './report-sections'
import { addSection, moveSection, readReport, removeSection, saveReport } from './reports'

let desk: ReportDesk
let scene: Scene
let lead: Viewer
beforeEach(async () => {
  desk = await makeReportDesk()
  ;({ scene, lead } = desk)
})
const callId = () => desk.callId
const makeSection: ReportDesk['makeSection'] = (...given) => desk.makeSection(...given)
const makePassage: ReportDesk['makePassage'] = (...given) => desk.makePassage(...given)
const version = () => desk.version()
const approve = () => desk.approve()
const publish = () => desk.publish()

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
