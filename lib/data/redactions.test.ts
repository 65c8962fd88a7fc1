import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { RedactionChoice } from '@/lib/domain/redaction-decision'
import type { Viewer } from '@/lib/domain/person'
import { proseOf } from '@/lib/domain/prose'
import { approve, inputFor, review, rowOf, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { broken } from '@/lib/testing/invariants'

import { getCaseStudy } from './case-study-desk'
import { saveCaseStudy } from './case-studies'
import { readPage, readRelease } from './gallery'
import { decideRedactions, releaseRedactions } from './redactions'
import { publishCaseStudy, releasesFollowConsent } from './releases'
import { sendForReview } from './reviews'
import { recordRespondentsYes } from './showings'

let scene: Scene
let author: Viewer
let reviewer: Viewer
let second: Viewer
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  author = scene.people.wlv.researcher
  lead = scene.people.wlv.lead
  reviewer = scene.people.bvsc.researcher
  second = scene.people.coventry.researcher
})

const say = (words: string, choice: RedactionChoice, said = '', number = '0') => ({
  number,
  words,
  choice,
  reason: choice === 'KEEP' ? said : '',
  replacement: choice === 'REPLACE' ? said : '',
})
const decide = (viewer: Viewer, id: string, ...decisions: ReturnType<typeof say>[]) =>
  decideRedactions(viewer, { id, decisions })
const panel = async (viewer: Viewer, id: string) => {
  const study = await getCaseStudy(viewer, id)
  if (!study) throw new Error('There is no such case study.')
  return study.redaction
}
const release = async (viewer: Viewer, id: string) =>
  releaseRedactions(viewer, { id, digest: (await panel(author, id)).digest })
const withName = { difference: proseOf('Zdena Novakova said so.') }
const name = 'Zdena Novakova'

describe('what was found', () => {
  test('is listed with the words around it, and must be decided before it is sent', async () => {
    const { id } = await writeCaseStudy(scene, {}, withName)
    expect(await panel(author, id)).toMatchObject({
      open: 1,
      released: null,
      allows: { decide: true, release: false },
      findings: [{ kind: 'NAME', words: name, open: true, forbidden: false, decision: null }],
    })
    expect((await panel(author, id)).findings[0]?.places).toEqual([
      { field: 'What difference it made', before: '', words: name, after: ' said so.' },
    ])
    expect(await sendForReview(author, await versionOf(id))).toEqual({
      ok: false,
      message: 'Decide under “Before publication” what is to become of “Zdena Novakova”.',
    })
    expect(value(await decide(author, id, say(name, 'KEEP', 'She asked to be named')))).toEqual({ open: 0 })
    value(await sendForReview(author, await versionOf(id)))
  })

  test('holds the names of the contact fields', async () => {
    const { id, submission } = await writeCaseStudy(scene, {}, { summary: 'The larder of Mrkvicka.' })
    expect((await panel(author, id)).findings).toEqual([])
    await db.contactDetails.create({ data: { submissionId: submission.id, name: 'Z. Mrkvička' } })
    expect((await panel(author, id)).findings).toMatchObject([{ words: 'Mrkvicka' }])
  })

  test('is decided by those who may edit it, with what the choice needs, and about words that are there', async () => {
    const { id } = await writeCaseStudy(scene, {}, withName)
    expect(await decide(reviewer, id, say(name, 'REMOVE'))).toMatchObject({
      message: expect.stringMatching(/^Only its authors/),
    })
    expect(await decide(scene.people.staff, id, say(name, 'REMOVE'))).toMatchObject({
      message: 'There is no such case study.',
    })
    expect(await decide(author, id, say(name, 'KEEP'))).toMatchObject({ fields: { 'reason-0': [expect.anything()] } })
    expect(await decide(author, id, say(name, 'REPLACE'))).toMatchObject({
      fields: { 'replacement-0': [expect.anything()] },
    })
    expect(await decide(author, id, say('Somebody Else', 'REMOVE'))).toMatchObject({
      message: expect.stringMatching(/has changed/),
    })
    expect(await db.redaction.count()).toBe(0)
    value(await decide(scene.people.coventry.lead, id, say(name, 'REMOVE')))
    expect(
      await db.redaction.findMany({ select: { words: true, kind: true, choice: true, decidedById: true } }),
    ).toEqual([{ words: name, kind: 'NAME', choice: 'REMOVE', decidedById: scene.people.coventry.lead.id }])
    expect(await db.auditEntry.count({ where: { action: 'caseStudy.redact' } })).toBe(1)
    const [deed] = await db.auditEntry.findMany({ where: { action: 'caseStudy.redact' } })
    expect(JSON.stringify(deed?.details)).not.toMatch(/Zdena/)
  })

  test('stays decided after an edit, and new words are open', async () => {
    const { id } = await writeCaseStudy(scene, {}, withName)
    value(await decide(author, id, say(name, 'KEEP', 'She asked to be named')))
    value(await saveCaseStudy(author, await inputFor(id, { learning: proseOf('Zdena Novakova and Samina say so.') })))
    expect((await panel(author, id)).findings.map(({ words, open }) => [words, open])).toEqual([
      ['Samina', true],
      [name, false],
    ])
  })

  test('of a name that consent keeps back cannot be kept', async () => {
    const { id, submission } = await writeCaseStudy(scene, {}, { difference: proseOf('Hope House fed all.') })
    await db.$transaction(async tx => {
      await tx.consent.updateMany({
        where: { submissionId: submission.id, kind: 'PUBLISH' },
        data: { answer: 'WITHOUT_NAME' },
      })
      await releasesFollowConsent(tx, submission.id)
    })
    expect(await decide(author, id, say('Hope House', 'KEEP', 'Known to all'))).toMatchObject({
      fields: { 'choice-0': ['Consent does not let “Hope House” be published: replace or remove it'] },
    })
    expect(await decide(author, id, say('Hope House', 'REPLACE', 'HOPE-HOUSE Ltd'))).toMatchObject({ ok: false })
    value(await decide(author, id, say('Hope House', 'REPLACE', 'A church')))
    expect((await getCaseStudy(author, id))?.preview.difference).toEqual(proseOf('A church fed all.'))
    await approve(scene, id).catch((refusal: unknown) => expect(String(refusal)).toMatch(/must release/))
  })
})

describe('a second person', () => {
  test('releases it, never who decided, and for exactly this text and these decisions', async () => {
    const { id } = await writeCaseStudy(scene, {}, withName)
    expect(await release(reviewer, id)).toMatchObject({ message: expect.stringMatching(/^Decide under/) })
    value(await decide(author, id, say(name, 'KEEP', 'She asked to be named')))
    expect(await release(author, id)).toMatchObject({ message: expect.stringMatching(/somebody else must release/) })
    expect(await releaseRedactions(reviewer, { id, digest: '0'.repeat(64) })).toMatchObject({
      message: expect.stringMatching(/has changed/),
    })
    expect(await release(scene.people.administrator, id).catch(() => null)).toMatchObject({ ok: false })
    value(await release(reviewer, id))
    expect((await panel(author, id)).released).toMatchObject({ by: reviewer.name })
    expect((await panel(reviewer, id)).allows.release).toBe(false)
    value(await decide(author, id, say(name, 'REPLACE', 'A neighbour')))
    expect(await panel(reviewer, id)).toMatchObject({ released: null, wasReleased: true, allows: { release: true } })
    value(await release(reviewer, id))
    value(await saveCaseStudy(author, await inputFor(id, { ...withName, summary: 'Another.' })))
    expect((await panel(author, id)).released).toBeNull()
  })

  test('is asked for before an approval, and the reviewer can be it', async () => {
    const { id } = await writeCaseStudy(scene, {}, withName)
    value(await decide(author, id, say(name, 'KEEP', 'She asked to be named')))
    value(await sendForReview(author, await versionOf(id)))
    expect(await review(reviewer, id, 'APPROVE')).toMatchObject({
      message: expect.stringMatching(/must release this text/),
    })
    value(await release(reviewer, id))
    value(await review(reviewer, id, 'APPROVE'))
    value(await review(second, id, 'APPROVE'))
    value(await publishCaseStudy(lead, await versionOf(id)))
  })

  test('is the reviewer who approves where nothing was found', async () => {
    const { id } = await writeCaseStudy(scene)
    await approve(scene, id)
    expect(await db.clearance.findMany({ select: { releasedById: true } })).toEqual([{ releasedById: reviewer.id }])
    value(await publishCaseStudy(lead, await versionOf(id)))
  })

  test('is asked again at publication, where something is found by then', async () => {
    const { id, submission } = await writeCaseStudy(scene, {}, { summary: 'The larder of Mrkvicka.' })
    await approve(scene, id)
    await db.contactDetails.create({ data: { submissionId: submission.id, name: 'Mrkvicka' } })
    expect(await publishCaseStudy(lead, await versionOf(id))).toMatchObject({
      message: 'Decide under “Before publication” what is to become of “Mrkvicka”.',
    })
    value(await decide(author, id, say('Mrkvicka', 'REMOVE')))
    expect(await rowOf(id)).toMatchObject({ status: 'DRAFT', release: null })
  })
})

test('a decision after somebody judged the text makes a new version, as an edit does; before that it makes none', async () => {
  const { id, submission } = await writeCaseStudy(scene, { showBefore: true }, withName)
  const { version } = await versionOf(id)
  value(await decide(author, id, say(name, 'REMOVE')))
  expect(await rowOf(id)).toMatchObject({ version, status: 'DRAFT' })
  value(
    await recordRespondentsYes(author, {
      id,
      version,
      reference: submission.reference ?? '',
      how: 'email',
      on: '2020-08-07',
    }),
  )
  value(await decide(author, id, say(name, 'REPLACE', 'A neighbour')))
  expect(await rowOf(id)).toMatchObject({ version: version + 1 })
  value(await release(reviewer, id))
  value(await sendForReview(author, await versionOf(id)))
  value(await review(reviewer, id, 'APPROVE'))
  value(await decide(author, id, say(name, 'REPLACE', 'A neighbour')))
  expect(await rowOf(id)).toMatchObject({ version: version + 1, status: 'IN_REVIEW' })
  value(await decide(author, id, say(name, 'REPLACE', 'Somebody')))
  expect(await rowOf(id)).toMatchObject({ version: version + 2, status: 'DRAFT' })
})

test('a decision and an approval at once: whichever comes first, nobody has approved what readers get otherwise', async () => {
  const { id } = await writeCaseStudy(scene, {}, withName)
  value(await decide(author, id, say(name, 'REPLACE', 'A neighbour')))
  value(await release(reviewer, id))
  value(await sendForReview(author, await versionOf(id)))
  value(await review(reviewer, id, 'APPROVE'))
  await Promise.all([review(second, id, 'APPROVE'), decide(author, id, say(name, 'REMOVE'))])
  expect(await rowOf(id)).toMatchObject({ status: 'DRAFT', release: null })
})

test('no row that readers get, no address and no search holds what was replaced', async () => {
  const planted = [
    'Zdzzena',
    'Quuxova',
    '07700 900654',
    'planted@portal.example',
    '47 Quuxley Road',
    'WV2 4DJ',
    '@planted_handle',
    'www.planted.example',
  ]
  const { id } = await writeCaseStudy(scene)
  const size = { width: 3, height: 2 }
  const owner = { caseStudyId: id, addedById: author.id }
  const { id: image } = await db.picture.create({ data: { ...owner, ...size } })
  value(
    await saveCaseStudy(
      author,
      await inputFor(id, {
        title: 'Zdzzena Quuxova said yes to all',
        summary: 'My name is Zdzzena Quuxova, ring 07700 900654.',
        whatHappened: [
          { kind: 'paragraph', text: 'Write to planted@portal.example or to 47 Quuxley Road, Dudley WV2 4DJ.' },
          { kind: 'figure', image, ...size, alt: 'Quuxova at the stove', caption: 'Zdzzena, by @planted_handle' },
        ],
        quotation: 'I am Quuxova: see www.planted.example.',
        quotationSource: 'Zdzzena Quuxova, cook',
        decisionArea: 'Public health of Quuxova',
      }),
    ),
  )
  expect((await rowOf(id)).slug).toBe('zdzzena-quuxova-said-yes-to-all')
  const { findings } = await panel(author, id)
  value(
    await decide(
      author,
      id,
      ...findings.map(({ words }, at) =>
        at % 2 ? say(words, 'REMOVE', '', String(at)) : say(words, 'REPLACE', 'somebody', String(at)),
      ),
    ),
  )
  value(await release(reviewer, id))
  await approve(scene, id)
  value(await publishCaseStudy(lead, await versionOf(id)))

  const rows = await db.$queryRaw`SELECT to_jsonb("Release") AS row FROM "Release"`
  const { release: kept } = await rowOf(id)
  const readers = [
    rows,
    await readPage('public', scene.call.id, {}),
    await readPage('library', scene.call.id, {}),
    await readRelease('public', kept?.slug ?? ''),
  ]
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  for (const words of planted)
    for (const read of readers) expect(letters(JSON.stringify(read)), words).not.toContain(letters(words))
  for (const words of ['Zdzzena', 'Quuxova', 'Quuxley'])
    expect((await readPage('public', scene.call.id, { search: words })).count).toBe(0)
  expect(kept?.slug).toBe('somebody-said-yes-to-all')
  const all = await broken(async statement => ({ rows: await db.$queryRawUnsafe<unknown[]>(statement) }))
  // the makers' submissions are bare: what must hold of those is told elsewhere
  expect(all.filter(name => !name.startsWith('what was sent'))).toEqual([])
})
