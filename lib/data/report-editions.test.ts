import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { publish as publishStudy, value } from '@/lib/testing/case-study-deeds'
import { cites, makeReportDesk, newestEdition, said, type ReportDesk } from '@/lib/testing/report-makers'

import { citedIn, readEdition } from './report-editions'
import { previewReport, publishReport } from './report-review'
import { saveSection } from './report-sections'
import { addSection, saveReport } from './reports'

let desk: ReportDesk
beforeEach(async () => {
  desk = await makeReportDesk()
})

describe('what readers get', () => {
  test('says whose evidence it is as far as consent goes, and what may be personal in it is removed', async () => {
    const named = await desk.makePassage({}, `${said} Ask Margaret Thornbury on 0121 496 0000.`)
    const unnamed = await desk.makePassage(
      { publish: 'WITHOUT_NAME', organisation: 'Open Door Trust' },
      `Open Door Trust: ${said}`,
    )
    const silent = await desk.makePassage({ publish: 'NO', organisation: 'Quiet Friends' })
    await desk.makeSection([...cites(named.coding), ...cites(unnamed.coding), ...cites(silent.coding)])
    await desk.publish()
    const edition = await readEdition(desk.callId)
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
    const { submissionId, coding } = await desk.makePassage()
    await desk.makeSection([{ kind: 'paragraph', text: 'Before.' }, ...cites(coding)])
    await desk.publish()
    expect(await citedIn(submissionId)).toEqual([
      { slug: 'food', number: '1', title: 'Food', appendix: false, at: 'p2' },
    ])
  })

  test('loses at once what a respondent takes back, from every edition, and says so', async () => {
    const { submissionId, coding } = await desk.makePassage()
    const text = `They wrote: ${said}`
    await desk.makeSection([
      { kind: 'quotation', text: said, cites: [{ at: said.length, coding }] },
      { kind: 'paragraph', text },
      ...cites(coding, 'Hope House led.'),
    ])
    value(await addSection(desk.lead, desk.callId, { kind: 'SUBMISSIONS', place: 'appendix', title: 'Who responded' }))
    await desk.publish()
    expect(JSON.stringify((await newestEdition()).content)).toContain('Hope House')
    expect(await desk.answer(submissionId, 'PUBLISH', 'WITHOUT_NAME')).toBe(true)
    const unnamed = JSON.stringify((await newestEdition()).content)
    expect(unnamed).not.toContain('Hope House')
    expect(unnamed).toContain('four hundred')
    expect(await desk.answer(submissionId, 'PUBLISH', 'NO')).toBe(true)
    const after = await newestEdition()
    expect(JSON.stringify(after.content)).not.toContain('four hundred')
    expect(await db.reportErratum.count({ where: { editionId: after.id } })).toBe(2)
    expect(await citedIn(submissionId)).toEqual([])
    expect(await desk.answer(submissionId, 'PUBLISH', 'NO')).toBe(false)
  })

  test('holds nothing that was taken back while it was being put together', async () => {
    const { submissionId, coding } = await desk.makePassage()
    await desk.makeSection(cites(coding))
    await desk.approve()
    await Promise.all([
      publishReport(desk.lead, desk.callId, { version: await desk.version(), changes: '' }),
      desk.answer(submissionId, 'PUBLISH', 'NO'),
    ])
    const kept = await db.reportEdition.findFirst()
    expect(JSON.stringify(kept?.content ?? '')).not.toContain('four hundred')
  })
})

describe('what a respondent takes back', () => {
  const all = async () => JSON.stringify(await db.reportEdition.findMany({ select: { content: true, changes: true } }))

  test('goes whole where they ask to see it first, with their name, and nothing is left for a later no', async () => {
    const { submissionId, coding } = await desk.makePassage()
    await desk.makeSection([...cites(coding), { kind: 'paragraph', text: 'Hope House led.' }])
    value(await addSection(desk.lead, desk.callId, { kind: 'SUBMISSIONS', place: 'appendix', title: 'Who responded' }))
    await desk.publish()
    expect(await desk.answer(submissionId, 'SHOW_BEFORE', 'YES')).toBe(true)
    expect(await all()).not.toMatch(/Hope House|four hundred/)
    expect(await desk.answer(submissionId, 'PUBLISH', 'NO')).toBe(false)
  })

  test('is the name by which the edition knows them, whatever they are called by then', async () => {
    const { submissionId, coding } = await desk.makePassage()
    await desk.makeSection([...cites(coding), { kind: 'paragraph', text: 'Hope House led.' }])
    await desk.publish()
    await db.submission.update({ where: { id: submissionId }, data: { organisationName: 'Harbour Kitchen' } })
    expect(await desk.answer(submissionId, 'PUBLISH', 'WITH_NAME')).toBe(false)
    expect(await desk.answer(submissionId, 'PUBLISH', 'WITHOUT_NAME')).toBe(true)
    expect(await all()).not.toContain('Hope House')
  })

  test('is a name that only the text holds, in its title, its address and what the edition says it changes', async () => {
    const { submissionId } = await desk.makePassage({ organisation: 'Acme Kitchen' })
    const text = 'Acme Kitchen cooked, and acme kitchen grew.'
    await desk.makeSection([{ kind: 'paragraph', text }], 'The Acme Kitchen')
    await desk.publish()
    value(await saveReport(desk.lead, desk.callId, { version: await desk.version(), title: 'Heard', summary: '' }))
    await desk.publish('More on Acme Kitchen.')
    expect(await all()).toContain('acme-kitchen')
    expect(await desk.answer(submissionId, 'PUBLISH', 'WITHOUT_NAME')).toBe(true)
    expect(await all()).not.toMatch(/acme/i)
    expect((await readEdition(desk.callId))?.edition.sections[0]?.slug).toBe('section-1')
    expect(await db.reportErratum.count()).toBe(2)
  })

  test('is a case study that was written from it, with its title', async () => {
    const { id } = await publishStudy(desk.scene)
    const title = (await db.release.findUniqueOrThrow({ where: { caseStudyId: id } })).title
    await desk.makeSection([{ kind: 'paragraph', text: 'See there.', links: [{ at: 4, to: 'study', id }] }])
    await desk.publish()
    expect(await all()).toContain(title)
    const { submissionId } = await db.caseStudySource.findFirstOrThrow({ where: { caseStudyId: id } })
    expect(await desk.answer(submissionId, 'PUBLISH', 'NO')).toBe(true)
    expect(await all()).not.toContain(title)
    expect((await readEdition(desk.callId))?.edition.notes[0]).toMatchObject({ kind: 'study', slug: '', gone: true })
  })
})

describe('what may not go out', () => {
  const ready = async () => (await previewReport(desk.lead, desk.callId))?.ready

  test('are words for research only, in a paragraph too, whether or not their note stands there', async () => {
    const { coding } = await desk.makePassage({ publish: 'NO' })
    await desk.makeSection([...cites(coding), { kind: 'paragraph', text: `One of them said: ${said}` }])
    expect(await ready()).toContain('may not be published')
  })

  test('is another organisation’s name within a passage', async () => {
    await desk.makePassage({ publish: 'WITHOUT_NAME', organisation: 'Quiet Friends Ltd (example)' })
    const { coding } = await desk.makePassage({}, `${said} Quiet Friends helped.`)
    await desk.makeSection(cites(coding))
    const [note] = (await previewReport(desk.lead, desk.callId))?.edition.notes ?? []
    expect(note).toMatchObject({ words: `${said} [removed] helped.` })
  })

  test('is a kept-back name whose first word is written with another apostrophe', async () => {
    await desk.makePassage({ publish: 'WITHOUT_NAME', organisation: 'Women’s Kitchen (example)' })
    await desk.makeSection([{ kind: 'paragraph', text: "It was the Women's Kitchen." }])
    expect(await ready()).toContain('may not be named')
  })

  test('is a kept-back name in another spelling, in the text or in what an edition says it changes', async () => {
    await desk.makePassage({ publish: 'WITHOUT_NAME', organisation: 'Quiet Friends Ltd (example)' })
    const id = await desk.makeSection([{ kind: 'paragraph', text: 'Quiet friends helped.' }])
    expect(await ready()).toContain('may not be named')
    value(
      await saveSection(desk.lead, desk.callId, {
        id,
        version: 2,
        title: 'Food',
        body: [{ kind: 'paragraph', text: 'Friends helped.' }],
      }),
    )
    await desk.publish()
    value(await saveReport(desk.lead, desk.callId, { version: await desk.version(), title: 'Heard', summary: '' }))
    await desk.approve()
    const sent = { version: await desk.version(), changes: 'More on Quiet Friends.' }
    expect(await publishReport(desk.lead, desk.callId, sent)).toMatchObject({
      ok: false,
      fields: { changes: [expect.stringContaining('Quiet Friends')] },
    })
  })
})
