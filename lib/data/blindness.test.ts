import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { analysisKinds, plainView } from '@/lib/domain/analysis'
import { readFollowUpFilter } from '@/lib/domain/follow-up'
import { readGrid } from '@/lib/domain/grid-columns'
import { wholeLibrary } from '@/lib/domain/library-filter'
import { emptyFilter } from '@/lib/domain/submission-filter'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { code, finishBoth, makeBlind, makeCode, makeText } from '@/lib/testing/double-makers'

import { readPassages } from './agreement-passages'
import { listSayings, readAnalysis } from './analysis'
import { getExchange, listCoders, listExchanges } from './exchange-runs'
import { readExportPlan } from './project-export'
import { getRun, listRuns, readDoubleCoded } from './agreement-runs'
import { previewDraw, readAssigning } from './assigning'
import { listAssignable, listAssignees, listTeams } from './assignments'
import { listAudit } from './audit-trail'
import { getCaseStudy } from './case-study-desk'
import { listCaseStudies, startCaseStudy } from './case-studies'
import { listVersions, readVersion } from './case-study-versions'
import { listCaseStudyNews } from './case-study-news'
import { readChosenStudies } from './briefings'
import { listSourceChoices } from './case-study-sources'
import { readCitations } from './citations'
import { exportCodebook, readImport } from './codebook-exchange'
import { listChanges } from './codebook-history'
import { listPassages as listPassagesOfCode } from './code-passages'
import { countUses, listCodes } from './codes'
import { listCodings } from './coding-list'
import { readCodingPlan } from './coding-plan-view'
import { listTags, removeTag } from './codings'
import { editComment, resolveThread, writeComment } from './comment-writing'
import { getCollection, getDeletedCollection, listCollections } from './collections'
import { listComments } from './comments'
import { readCoverage } from './coverage'
import { openPassages, openTable } from './export-table'
import { listExports } from './exports'
import { readFacetValues } from './facet-values'
import { listFiles } from './files'
import { getFigure, getDeletedFigure, listFigures } from './figures'
import { getFollowUp, getNextCall } from './follow-up'
import { listDueCalls, listFollowUps } from './follow-ups'
import { libraryCaseStudy } from './gallery'
import { exportGrid, readGridPage } from './grid'
import { getIncoming, listIncoming } from './intake'
import { getEntry, listEntries } from './intake-entry'
import { searchLibrary } from './library'
import { likelyDuplicates } from './likeness'
import { countMail, getMail, listMail } from './mail'
import { findLive } from './live-standing'
import { listMentions, listNamesOffered } from './mentions'
import { getMyWork, getNextToCode } from './my-work'
import { exportPassages, listPassages } from './passages'
import { getPerson, listPeople } from './people'
import { listSourcePhotographs } from './pictures'
import { readProgress } from './progress'
import { listQuarantine } from './quarantine'
import { findPassages, listWorks, readReferences } from './report-references'
import { previewReport } from './report-review'
import { listSectionVersions, readSection, saveSection } from './report-sections'
import { addSection, readReport } from './reports'
import { readReviewChanges } from './review-changes'
import { listCorrections } from './revisions'
import { listSearches } from './saved-searches'
import { listViews } from './saved-views'
import { readExcerpts } from './search-excerpts'
import { listSessions } from './sessions'
import { readSettling } from './settling-view'
import { listStrandedWork } from './stranded-work'
import { exportSubmissions } from './submission-export'
import { readKin } from './submission-kin'
import { readLanguage } from './submission-language'
import { listSubmissions } from './submission-list'
import { readRows } from './submission-rows'
import { readTexts } from './submission-texts'
import { contactStamp, getSubmission } from './submissions'

// What one of two who code blind does is invisible to everybody else, on every path: what each reads before and after is
// the same, to the letter. A function that reads for a viewer and is not called here fails the first test.

let scene: Scene
let blind: Awaited<ReturnType<typeof makeBlind>>
let sectionId: string
let caseStudyId = ''
let codeId = ''
let secrets: string[]

const marker = 'zzmarkerzz'

/** Deeds that begin like a reading and are audited or write: they show nothing of codings. */
const deeds = ['readContact', 'openFileForStaff', 'openOriginal', 'openIntakeFile', 'openCall', 'openExport']
const inner = ['readParts', 'openCodings', 'openCodingsSql', 'openComments', 'openCommentsSql']

const grid = () => readGrid({}, { codes: [] })
const everyPassage = { codes: [], below: true, all: false, by: [], which: null, within: emptyFilter }

/** All lines of a file, or rows of one, that is sent while it is read. */
async function lines<T>(file: AsyncIterable<T> | null | undefined): Promise<T[] | null> {
  if (!file) return null
  const read: T[] = []
  for await (const line of file) read.push(line)
  return read
}

const reads: Record<string, (viewer: Viewer) => unknown> = {
  getExchange: viewer => getExchange(viewer, scene.call.id, blind.id),
  listCoders: viewer => listCoders(viewer),
  listExchanges: viewer => listExchanges(viewer, scene.call.id),
  readExportPlan: viewer => readExportPlan(viewer, scene.call.id),
  contactStamp: viewer => contactStamp(viewer, blind.reference),
  countMail: viewer => countMail(viewer),
  getCaseStudy: viewer => getCaseStudy(viewer, caseStudyId),
  getCollection: viewer => getCollection(viewer, blind.id),
  getDeletedCollection: viewer => getDeletedCollection(viewer, blind.id),
  listCollections: viewer => listCollections(viewer, scene.call.id),
  readChosenStudies: viewer => readChosenStudies(viewer, ['a-kitchen']),
  searchLibrary: viewer => searchLibrary(viewer, { id: scene.call.id, places: [] }, wholeLibrary),
  getEntry: viewer => getEntry(viewer, blind.id),
  getIncoming: viewer => getIncoming(viewer, blind.id),
  getMail: viewer => getMail(viewer, blind.id),
  getMyWork: viewer => getMyWork(viewer, scene.call.id),
  getNextToCode: viewer => getNextToCode(viewer, scene.call.id, ''),
  getPerson: viewer => getPerson(viewer, scene.people.bvsc.researcher.id),
  getSubmission: viewer => getSubmission(viewer, blind.reference),
  libraryCaseStudy: viewer => libraryCaseStudy(viewer, 'a-kitchen'),
  likelyDuplicates: viewer => likelyDuplicates(viewer, blind.reference),
  listAssignable: viewer => listAssignable(viewer),
  listAssignees: viewer => listAssignees(viewer, blind.reference),
  listAudit: viewer => listAudit(viewer, {}, {}),
  listCaseStudies: viewer => listCaseStudies(viewer, scene.call.id, {}),
  listCaseStudyNews: viewer => listCaseStudyNews(viewer, scene.call.id),
  readReviewChanges: viewer => readReviewChanges(viewer, caseStudyId, scene.call.id),
  listCodes: viewer => listCodes(viewer, scene.call.id),
  listCodings: viewer => listCodings(viewer, blind.reference),
  listComments: viewer => listComments(viewer, blind.reference),
  listCorrections: viewer => listCorrections(viewer, blind.reference),
  listEntries: viewer => listEntries(viewer, scene.call.id),
  listFiles: viewer => listFiles(viewer, blind.reference),
  listIncoming: viewer => listIncoming(viewer, scene.call.id, 'new', {}),
  listMail: viewer => listMail(viewer, {}, {}),
  listPeople: viewer => listPeople(viewer),
  listQuarantine: viewer => listQuarantine(viewer, scene.call.id),
  listSearches: viewer => listSearches(viewer, scene.call.id),
  listSessions: viewer => listSessions(viewer),
  listSourceChoices: viewer => listSourceChoices(viewer, caseStudyId),
  listSourcePhotographs: viewer => listSourcePhotographs(viewer, caseStudyId),
  listStrandedWork: viewer => listStrandedWork(viewer, scene.call.id),
  listSubmissions: async viewer => [
    await listSubmissions(viewer, scene.call.id, emptyFilter, {}),
    await listSubmissions(viewer, scene.call.id, { ...emptyFilter, q: marker }, {}),
    await listSubmissions(viewer, scene.call.id, { ...emptyFilter, code: [codeId] }, {}),
    await listSubmissions(viewer, scene.call.id, { ...emptyFilter, coder: [scene.people.bvsc.researcher.id] }, {}),
  ],
  listTags: viewer => listTags(viewer, blind.reference),
  listTeams: viewer => listTeams(viewer),
  previewDraw: viewer =>
    previewDraw(viewer, scene.call.id, { share: 20, seed: 'x', people: [scene.people.bvsc.researcher.id] }),
  readAssigning: viewer => readAssigning(viewer, scene.call.id),
  readAnalysis: viewer =>
    Promise.all(
      analysisKinds.flatMap(kind =>
        (['submissions', 'segments'] as const).map(unit =>
          readAnalysis(viewer, scene.call.id, { ...plainView(kind), unit, count: 'so-far' }),
        ),
      ),
    ),
  listSayings: viewer => listSayings(viewer, scene.call.id, { ...plainView('words'), said: 'hot', count: 'so-far' }),
  listFigures: viewer => listFigures(viewer, scene.call.id),
  getFigure: viewer => getFigure(viewer, scene.call.id, blind.id),
  getDeletedFigure: viewer => getDeletedFigure(viewer, blind.id),
  readCitations: viewer => readCitations(viewer, caseStudyId),
  readCoverage: viewer => readCoverage(viewer, scene.call.id),
  readCodingPlan: viewer => readCodingPlan(viewer, blind.reference),
  readKin: viewer => readKin(viewer, blind.reference),
  readVersion: viewer => readVersion(viewer, caseStudyId, 1),
  readTexts: viewer => readTexts(viewer, blind.reference),
  findLive: async viewer => (await findLive(viewer, blind.reference)) !== null,
  countUses: async viewer => [...(await countUses(viewer, scene.call.id))],
  exportCodebook: viewer => exportCodebook(viewer, scene.call.id, 'csv'),
  exportGrid: async viewer => lines(await exportGrid(viewer, scene.call.id, emptyFilter, grid())),
  exportPassages: async viewer => lines(await exportPassages(viewer, scene.call.id, everyPassage)),
  exportSubmissions: async viewer => lines(await exportSubmissions(viewer, scene.call.id, { filter: emptyFilter })),
  listExports: viewer => listExports(viewer, scene.call.id),
  openPassages: async viewer => lines(await openPassages(viewer, scene.call.id, everyPassage, 'code')),
  openTable: async viewer => {
    const whole = { references: [] }
    const filter = emptyFilter
    const tables = [
      await openTable(viewer, scene.call.id, { what: 'SUBMISSIONS', filter }, whole),
      await openTable(viewer, scene.call.id, { what: 'CODINGS', filter }, whole),
      await openTable(viewer, scene.call.id, { what: 'COMMENTS', filter }, whole),
      await openTable(viewer, scene.call.id, { what: 'PASSAGES', passages: everyPassage }, whole),
      await openTable(viewer, scene.call.id, { what: 'GRID', filter, view: grid() }, whole),
    ]
    return Promise.all(tables.map(async table => [table?.total, await lines(table?.rows)]))
  },
  getFollowUp: viewer => getFollowUp(viewer, blind.reference),
  getNextCall: viewer => getNextCall(viewer, blind.reference),
  getRun: viewer => getRun(viewer, scene.call.id, blind.id),
  listChanges: viewer => listChanges(viewer, { id: codeId, callId: scene.call.id }, null),
  listDueCalls: viewer => listDueCalls(viewer, scene.call.id, new Date(0)),
  listFollowUps: viewer => listFollowUps(viewer, scene.call.id, readFollowUpFilter({}), new Date(0)),
  listMentions: viewer => listMentions(viewer, scene.call.id),
  listNamesOffered: viewer => listNamesOffered(viewer, blind.reference),
  listPassages: async viewer => [
    await listPassages(viewer, scene.call.id, everyPassage, {}),
    await listPassagesOfCode(viewer, codeId, { after: null, anew: false }),
  ],
  listRuns: viewer => listRuns(viewer, scene.call.id),
  listVersions: viewer => listVersions(viewer, caseStudyId, {}),
  listViews: viewer => listViews(viewer, scene.call.id),
  readDoubleCoded: viewer => readDoubleCoded(viewer, scene.call.id),
  readExcerpts: async viewer => [...(await readExcerpts(viewer, marker, [blind.id]))],
  readFacetValues: viewer => readFacetValues(viewer, scene.call.id),
  readGridPage: viewer => readGridPage(viewer, scene.call.id, emptyFilter, grid()),
  readImport: viewer => readImport(viewer, blind.id),
  readLanguage: viewer => readLanguage(viewer, blind.reference),
  readPassages: viewer => readPassages(viewer, { callId: scene.call.id, codeId, unit: 'submission', from: null }),
  readProgress: viewer => readProgress(viewer, scene.call.id),
  readReport: viewer => readReport(viewer, scene.call.id),
  previewReport: viewer => previewReport(viewer, scene.call.id),
  readSection: viewer => readSection(viewer, scene.call.id, sectionId),
  listSectionVersions: viewer => listSectionVersions(viewer, scene.call.id, sectionId),
  readReferences: viewer => readReferences(viewer, scene.call.id, sectionId),
  findPassages: viewer => findPassages(viewer, scene.call.id, { words: '', code: '' }),
  listWorks: viewer => listWorks(viewer, scene.call.id),
  readRows: viewer => readRows(viewer, [blind.id]),
  readSettling: viewer => readSettling(viewer, blind.reference),
}

const reader =
  /^export (?:async )?function ((?:contactStamp|(?:list|get|read|count|find|search|likely|library|preview|open|my|export|facet)[A-Z]\w*))\(\s*viewer: Viewer\b/gm

const viewers = () => {
  const { wlv, bvsc, coventry } = scene.people
  return { theOther: coventry.researcher, colleague: bvsc.lead, another: wlv.researcher, lead: wlv.lead }
}

/** What everybody but the one who codes reads, by who and by what. */
async function readAll(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [who, viewer] of Object.entries(viewers()))
    for (const [what, read] of Object.entries(reads))
      found[`${what} by ${who}`] = JSON.stringify(await read(viewer), (_, value) =>
        typeof value === 'bigint' ? String(value) : (value as unknown),
      )
  return found
}

/** The first of the two puts a tag, codes words with a memo, and writes a comment and an answer to it. */
async function codeInSecret(): Promise<string[]> {
  const coder = scene.people.bvsc.researcher
  const tag = await code(coder, blind, codeId)
  const span = await code(coder, blind, codeId, [0, 5])
  await db.coding.update({ where: { id: span.id }, data: { memo: `${marker} memo` } })
  const said = { submissionId: blind.id, authorId: coder.id, held: true }
  const thread = await db.comment.create({ data: { ...said, body: `${marker} body` } })
  const reply = await db.comment.create({ data: { ...said, body: `${marker} reply`, parentId: thread.id } })
  return [tag.id, span.id, thread.id, reply.id]
}

beforeAll(async () => {
  await emptyDatabase()
  scene = await makeScene()
  codeId = await makeCode(scene, 'Food')
  blind = await makeBlind(scene)
  await makeText(scene, 'Waiting for somebody')
  await db.submission.update({ where: { id: blind.id }, data: { decision: 'SHORTLISTED' } })
  const started = await startCaseStudy(scene.people.wlv.researcher, blind.reference)
  caseStudyId = started.ok ? started.value.id : ''
  sectionId = await makeReport(scene.people.wlv.lead)
})

/** A report with every table that it can have; the id of its section. */
async function makeReport(lead: Viewer): Promise<string> {
  for (const kind of ['METHOD', 'CODEBOOK', 'AGREEMENT', 'SUBMISSIONS'] as const)
    await addSection(lead, scene.call.id, { kind, place: 'appendix', title: kind })
  const added = await addSection(lead, scene.call.id, { kind: 'WRITTEN', place: 'section', title: 'Food' })
  const id = added.ok ? added.value.id : ''
  await saveSection(lead, scene.call.id, {
    id,
    version: 1,
    title: 'Food',
    body: [{ kind: 'paragraph', text: 'Food.' }],
  })
  return id
}

test('every function that reads for a viewer is looked at', () => {
  const folder = path.resolve('lib/data')
  const files = readdirSync(folder).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const names = files.flatMap(name =>
    [...readFileSync(path.join(folder, name), 'utf8').matchAll(reader)].flatMap(([, found]) => found ?? []),
  )
  expect(names.filter(name => ![...Object.keys(reads), ...deeds, ...inner].includes(name))).toEqual([])
})

describe('while two code blind', () => {
  test('what one of them does changes nothing of what anybody else reads', { timeout: 60_000 }, async () => {
    const before = await readAll()
    secrets = await codeInSecret()
    const after = await readAll()
    for (const [what, answer] of Object.entries(after)) {
      expect(answer, what).not.toContain(marker)
      for (const secret of secrets) expect(answer, what).not.toContain(secret)
      expect(answer, what).toEqual(before[what])
    }
  })

  test('whoever did it sees it', async () => {
    const coder = scene.people.bvsc.researcher
    expect(await listTags(coder, blind.reference)).toHaveLength(1)
    expect(await listComments(coder, blind.reference)).toHaveLength(1)
    expect((await listSubmissions(coder, scene.call.id, emptyFilter, {}))?.rows).toContainEqual(
      expect.objectContaining({ reference: blind.reference, tags: 1, comments: 2 }),
    )
    expect([...(await countUses(coder, scene.call.id)).values()]).toEqual([2])
  })

  test('a guessed id gets the answer of one that is not there', async () => {
    const [tagId = '', , commentId = ''] = secrets
    const none = scene.call.id
    const { reference } = blind
    for (const viewer of Object.values(viewers())) {
      const attempts = (tag: string, comment: string) => [
        removeTag(viewer, { reference, tagId: tag }),
        editComment(viewer, { reference, commentId: comment, version: 1, body: 'mine' }),
        resolveThread(viewer, { reference, commentId: comment, resolved: true }),
        writeComment(viewer, { reference, parentId: comment, body: 'an answer' }),
      ]
      expect(await Promise.all(attempts(tagId, commentId))).toEqual(await Promise.all(attempts(none, none)))
    }
    expect(await db.comment.count()).toBe(2)
    expect(await db.coding.count({ where: { removedAt: null } })).toBe(2)
  })

  test('everybody sees it once both have finished', async () => {
    await finishBoth(scene, blind)
    expect(await listTags(scene.people.wlv.researcher, blind.reference)).toHaveLength(1)
    expect(await listComments(scene.people.coventry.researcher, blind.reference)).toHaveLength(1)
    expect([...(await countUses(scene.people.coventry.researcher, scene.call.id)).values()]).toEqual([2])
  })
})
