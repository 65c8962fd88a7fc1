import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { proseOf, type Prose } from '@/lib/domain/prose'
import { composeBriefing, type BriefingDocument } from '@/lib/exchange/briefing'
import { briefingAsDocx } from '@/lib/exchange/briefing-docx'
import { briefingAsPdf } from '@/lib/exchange/briefing-pdf'
import { takePictureFrom } from '@/lib/files/picture-files'
import { approve, codeWords, inputFor, publish, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { hasReader, opened, unzip, wordsOf } from '@/lib/testing/documents'
import { makePhoto } from '@/lib/testing/material-makers'

import { readChosenStudies } from './briefings'
import { callBySlug } from './calls'
import { saveCaseStudy } from './case-studies'
import { addPicture, picturesFor } from './pictures'
import { withdrawCaseStudy } from './releases'

let scene: Scene
let staff: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  staff = scene.people.staff
})

const slug = 'a-kitchen-that-fed-a-town'
const canary = /zz\W*canary/i

async function briefingOf(slugs: string[], given: { title?: string; notes?: Map<string, string> } = {}) {
  const studies = (await readChosenStudies(staff, slugs)) ?? []
  const call = await callBySlug('the-call')
  return composeBriefing({
    title: given.title ?? '',
    audience: 'the Director',
    studies,
    pictures: await picturesFor(staff, studies),
    notes: given.notes ?? new Map(),
    note: '',
    calls: new Map(call ? [[call.slug, call]] : []),
    origin: 'https://portal.example',
    now: new Date('2026-11-24T12:00:00Z'),
  })
}

describe('what a briefing is made of', () => {
  test('is the release, who approved it and when, and how many responses it rests on', async () => {
    await publish(scene)
    const [study] = (await readChosenStudies(staff, [slug, 'no-such'])) ?? []
    expect(study).toMatchObject({ slug, organisationName: 'Hope House (example)', sources: 1, writtenBy: ['Team wlv'] })
    expect(study?.approvedBy.map(({ team }) => team)).toEqual(['Team bvsc', 'Team coventry'])
  })

  test('is nobody’s but the library’s readers’, and nothing that has left the library', async () => {
    const { id } = await publish(scene)
    expect(await readChosenStudies(scene.people.administrator, [slug])).toBeNull()
    expect(await readChosenStudies(scene.people.wlv.researcher, [slug])).toHaveLength(1)
    value(await withdrawCaseStudy(scene.people.wlv.lead, await versionOf(id)))
    expect(await readChosenStudies(staff, [slug])).toEqual([])
  })

  test('says of what is only approved that it is not to be cited', async () => {
    const { id } = await writeCaseStudy(scene)
    await approve(scene, id)
    const text = JSON.stringify(await briefingOf([slug]))
    expect(text).toContain('Do not cite it or pass it on.')
    expect(text).not.toContain('How to cite it')
  })

  test('numbers the passages that its text rests on', async () => {
    const { id, author, submission } = await writeCaseStudy(scene)
    const coding = await codeWords(scene, submission.id)
    const cited: Prose = [{ kind: 'paragraph', text: 'They cooked. They carried.', cites: [{ at: 12, coding }] }]
    value(await saveCaseStudy(author, await inputFor(id, { whatHappened: cited })))
    await approve(scene, id)
    const text = JSON.stringify(await briefingOf([slug]))
    expect(text).toContain('They cooked. [1] They carried.')
    expect(text).toContain('A number in brackets marks what rests on a passage')
    expect(text).toContain('[1] From the evidence given by Hope House (example) to this call.')
    expect(text).not.toContain(coding)
  })

  test('shows the pictures of its texts, with what they show', async () => {
    const { id, author } = await writeCaseStudy(scene)
    const taking = await takePictureFrom(Readable.from([await makePhoto('jpeg')]))
    if (!taking.ok) throw new Error(taking.fault)
    const { image, width, height } = value(await addPicture(author, id, taking.picture))
    const figure = { kind: 'figure', image, width, height, alt: 'A van', caption: 'The van' } as const
    value(await saveCaseStudy(author, await inputFor(id, { whatHappened: [figure] })))
    await approve(scene, id)
    const briefing = await briefingOf([slug])
    expect(briefing.sections[0]?.blocks).toContainEqual(
      expect.objectContaining({ kind: 'picture', alt: 'A van', caption: 'The van', width: 96, height: 64 }),
    )
    const parts = await unzip(await briefingAsDocx(briefing))
    expect(parts['word/document.xml']).toContain('descr="A van"')
    expect((await briefingAsPdf(briefing)).toString('latin1')).toContain('/Figure')
  })
})

describe('a briefing of an anonymous case study', () => {
  let briefing: BriefingDocument
  beforeEach(async () => {
    const given = { publish: 'WITHOUT_NAME', organisation: 'Zzcanary House', title: 'Zzcanary kitchen' } as const
    const { submission, id } = await writeCaseStudy(scene, given)
    await db.submission.update({
      where: { id: submission.id },
      data: { neighbourhood: 'Zz Canary Green', takenNote: 'Zzcanary' },
    })
    await db.contactDetails.create({
      data: {
        submissionId: submission.id,
        name: 'Zz Canary',
        email: 'zzcanary@mail.example',
        telephone: '0121 496 0123',
      },
    })
    await db.person.updateMany({ data: { name: 'Zz-Canary Person' } })
    await approve(scene, id)
    briefing = await briefingOf([slug], { notes: new Map([[slug, 'Look here first']]) })
  })

  test('holds no name that is kept back, in its PDF', async () => {
    const pdf = await briefingAsPdf(briefing)
    expect(JSON.stringify(briefing)).not.toMatch(canary)
    expect(opened(pdf)).not.toMatch(canary)
    if (!hasReader) return
    const words = wordsOf(pdf)
    expect(words).not.toMatch(canary)
    expect(words).not.toContain('0121 496')
    for (const shown of ['A faith group, not named here', 'Team bvsc on', 'Look here first', 'They cooked.', '2 of 3'])
      expect(words).toContain(shown)
  })

  test('nor in any part of its DOCX', async () => {
    const parts = await unzip(await briefingAsDocx(briefing))
    for (const [name, text] of Object.entries(parts)) expect(text, name).not.toMatch(canary)
    expect(parts['word/document.xml']).toContain('A faith group, not named here')
  })
})

describe('as documents', () => {
  test('the PDF has a title, a language, tags, bookmarks and links of its contents', async () => {
    await publish(scene)
    const inside = opened(await briefingAsPdf(await briefingOf([slug], { title: 'Kitchens & “care”' })))
    for (const sign of ['/MarkInfo', '/StructTreeRoot', '/Lang (en-GB)', '/DisplayDocTitle true', '/Outlines', '/GoTo'])
      expect(inside).toContain(sign)
    for (const tag of ['H1', 'H2', 'H3', 'TOC', 'Link']) expect(inside).toMatch(new RegExp(`/S /${tag}\\b`))
  })

  test('the DOCX has real headings, contents with pages, a language and no person', async () => {
    await publish(scene, {}, { whatHappened: proseOf('They cooked & <carried>.') })
    const parts = await unzip(await briefingAsDocx(await briefingOf([slug], { title: 'Kitchens' })))
    const body = parts['word/document.xml'] ?? ''
    for (const style of ['Title', 'Heading1', 'Heading2']) expect(body).toContain(`w:val="${style}"`)
    expect(body).toMatch(/TOC \\h/)
    expect(body).toContain('They cooked &amp; &lt;carried&gt;.')
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>')
    expect(parts['docProps/core.xml']).toContain('<dc:title>Kitchens</dc:title>')
    expect(parts['docProps/core.xml']).not.toContain('Director')
    expect(Object.values(parts).join('')).toContain('NUMPAGES')
  })
})
