import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { readAnalysis } from '@/lib/data/analysis'
import { readCoverage } from '@/lib/data/coverage'
import { isPassword } from '@/lib/data/passwords'
import { readEdition } from '@/lib/data/report-editions'
import { plainView, readAnalysisView } from '@/lib/domain/analysis'
import { coverageRows, dimensions } from '@/lib/domain/coverage'
import { targetsReached } from '@/lib/domain/coverage-targets'
import { callOutcomes } from '@/lib/domain/follow-up'
import { chartsOf } from '@/lib/domain/report-edition'
import { documentText } from '@/lib/files/document-text'
import { fileStore } from '@/lib/files/store'
import { organisationTypes, stages } from '@/lib/domain/submission'
import { broken } from '@/lib/testing/invariants'
import { entries, nextClosing, seedDemonstration } from './demonstration'
import { reportFigures } from './demonstration/report-evidence'
import { demonstrationAccounts } from './people'
import { authorities, placeKey } from './places'
import { countReportFacts } from './report-facts'
import { publishSeededReport } from './report-publishing'
import { seedUnopened } from './unopened'

const now = new Date('2026-11-23T12:00:00Z')
const query = async (statement: string) => ({ rows: await db.$queryRawUnsafe<unknown[]>(statement) })

describe('the closing day of the demonstration is the next 7 August', () => {
  test.each([
    ['2026-11-23T12:00:00Z', '2027-08-07T23:00:00.000Z'],
    ['2026-08-07T22:59:59Z', '2026-08-07T23:00:00.000Z'],
    ['2026-08-07T23:00:00Z', '2027-08-07T23:00:00.000Z'],
  ])('on %s it is %s', (today, closing) => {
    expect(nextClosing(new Date(today)).toISOString()).toBe(closing)
  })
})

describe('the demonstration', () => {
  beforeAll(async () => {
    await db.$transaction(tx => seedDemonstration(tx, { password: 'demonstration', now }), { timeout: 60_000 })
    await publishSeededReport()
  }, 120_000)

  test('keeps everything that a portal’s database must keep', async () => {
    expect(await broken(query)).toEqual([])
  })

  test('holds 66 submissions in all stages, from all authorities, themes and kinds of organisation', async () => {
    expect(await db.submission.count()).toBe(66)
    for (const stage of stages) expect(await db.submission.count({ where: { stage } }), stage).toBeGreaterThan(0)
    for (const organisationType of organisationTypes)
      expect(await db.submission.count({ where: { organisationType } }), organisationType).toBeGreaterThan(0)
    for (const { name } of authorities)
      expect(await db.submissionPlace.count({ where: { place: { name } } }), name).toBeGreaterThan(0)
    for (const prompt of await db.prompt.findMany())
      expect(await db.submissionPrompt.count({ where: { promptId: prompt.id } }), prompt.key).toBeGreaterThan(0)
  })

  test('holds targets of every kind, some reached and some not', async () => {
    const lead = await db.person.findUniqueOrThrow({ where: { email: 'lead@wlv.example' }, include: { team: true } })
    const call = await db.call.findFirstOrThrow({ select: { id: true } })
    const coverage = await readCoverage({ ...lead, sessionId: '' }, call.id)
    if (!coverage) throw new Error('A lead is refused.')
    expect(coverage.targets.find(({ kind }) => kind === 'ALL')?.target).toBeGreaterThan(coverage.responses)
    for (const dimension of dimensions) {
      const rows = coverageRows(dimension, coverage.values[dimension], coverage.heard[dimension], coverage.targets)
      const { set, reached } = targetsReached(rows)
      expect(reached, dimension).toBeGreaterThan(0)
      expect(set - reached, dimension).toBeGreaterThan(1)
      expect(rows.length - set, dimension).toBeGreaterThan(0)
      expect(coverage.targets.filter(({ kind }) => kind === dimension)).toHaveLength(set)
    }
  })

  test('holds 12 published case studies, and some on their way', async () => {
    expect(await db.release.count({ where: { publishedAt: { not: null } } })).toBe(12)
    expect(await db.caseStudy.count({ where: { status: 'IN_REVIEW' } })).toBeGreaterThan(0)
    expect(await db.caseStudy.count({ where: { status: 'APPROVED' } })).toBeGreaterThan(0)
  })

  test('holds what arrives otherwise: letters, a bounce, an absence note, a call, and a text from four senders', async () => {
    const kinds = await db.incomingMail.findMany({ select: { kind: true }, orderBy: { id: 'asc' } })
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['AUTOMATIC', 'BOUNCE', 'LETTER', 'LETTER'])
    expect(await db.submission.count({ where: { channel: 'telephone' } })).toBe(1)
    const texts = await db.submission.groupBy({ by: ['textHash'], _count: true })
    expect(texts.filter(({ _count }) => _count > 1).map(({ _count }) => _count)).toEqual([4])
  })

  test('holds a codebook in which codes stand under others, one was defined anew and one was merged', async () => {
    expect(await db.code.count({ where: { parentId: { not: null } } })).toBeGreaterThan(3)
    expect(await db.codingMove.count()).toBe(2)
    const codings = await db.coding.findMany({ include: { code: true } })
    const anew = codings.filter(({ createdAt, code }) => createdAt < code.definedAt).map(({ code }) => code.name)
    expect([...new Set(anew)]).toEqual(['Volunteering'])
  })

  test('holds eight that two coded: five to settle, two still blind, one settled', async () => {
    const double = { doubleCodedAt: { not: null } }
    const count = (where: object) => db.submission.count({ where: { ...double, ...where } })
    expect([await count({ stage: 'CODED' }), await count({ blind: true }), await count({ stage: 'SETTLED' })]).toEqual([
      5, 2, 1,
    ])
    expect(await db.settlement.count({ where: { agreedId: null } })).toBeGreaterThan(0)
  })

  test('holds calls of each outcome, one of them due, and notes of some', async () => {
    const outcomes = await db.callAttempt.groupBy({ by: ['outcome'] })
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(callOutcomes.toSorted())
    expect(await db.followUp.count({ where: { nextAt: { lt: now } } })).toBe(1)
    expect(await db.text.count({ where: { kind: 'CALL_NOTE' } })).toBeGreaterThan(2)
  })

  test('holds a document with the text that the portal reads from it', async () => {
    const text = await db.text.findFirstOrThrow({ where: { kind: 'DOCUMENT' }, include: { versions: true } })
    const file = await db.storedFile.findUniqueOrThrow({ where: { id: text.field } })
    const stream = await (await fileStore()).open(file.storageKey)
    if (!stream) throw new Error('The document has no bytes.')
    expect(await documentText(await buffer(stream), file.type)).toBe(text.versions[0]?.body)
  })

  test('holds a comment on words, and one that names somebody who was told already', async () => {
    expect(await db.comment.count({ where: { textVersionId: { not: null } } })).toBeGreaterThan(0)
    expect(await db.mention.count({ where: { seenAt: null } })).toBeGreaterThan(0)
    expect(await db.mention.count({ where: { toldAt: null } })).toBe(0)
  })

  test('holds a report that is published: each of its charts, notes and tables says something', async () => {
    const { id } = await db.call.findFirstOrThrow({ select: { id: true } })
    const published = await readEdition(id)
    const { edition, number } = published ?? {}
    if (!edition) throw new Error('The report is not published.')
    expect(number).toBe(1)
    const charts = chartsOf(edition)
    expect(charts.map(({ title }) => title).toSorted()).toEqual(
      Object.values(reportFigures)
        .map(({ title }) => title)
        .toSorted(),
    )
    for (const { title, table } of charts)
      expect(table.rows.filter(row => row.total > 0).length, title).toBeGreaterThan(3)
    expect(edition.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))).toHaveLength(4)
    expect(edition.works).toHaveLength(6)
    expect(edition.notes.filter(({ kind }) => kind === 'study').length).toBeGreaterThan(8)
    expect(edition.notes.filter(note => note.kind === 'passage' && note.words === null)).toHaveLength(3)
    const said = JSON.stringify(edition)
    expect(said).not.toMatch(/\{(?:passage|study|work|section|chart):/)
    await publishSeededReport()
    expect(await db.reportEdition.count()).toBe(1)
  })

  test('counts in the words of its report what the charts and the coverage count', async () => {
    const lead = await db.person.findUniqueOrThrow({ where: { email: 'lead@wlv.example' }, include: { team: true } })
    const viewer = { ...lead, sessionId: '' }
    const { id } = await db.call.findFirstOrThrow({ select: { id: true } })
    const [facts, coverage, settled, read] = await Promise.all([
      countReportFacts(db, id),
      readCoverage(viewer, id),
      readAnalysis(viewer, id, plainView('frequencies')),
      readAnalysis(viewer, id, readAnalysisView('frequencies', { count: 'so-far' })),
    ])
    if (!coverage || !settled || !read) throw new Error('A lead is refused.')
    const { rows } = settled.table
    for (const { label, total } of rows) expect(facts.about(label), label).toBe(String(total))
    expect([facts.received, facts.settled, facts.read]).toEqual(
      [coverage.responses, settled.table.base, read.table.base].map(String),
    )
    for (const type of organisationTypes) expect(facts.ofType(type)).toBe(String(coverage.heard.TYPE[type]))
    for (const [community, heard] of Object.entries(coverage.heard.COMMUNITY))
      expect(facts.serving(community)).toBe(String(heard))
    // what it says of the order, and of the places
    const total = (code: string) => rows.find(({ label }) => label === code)?.total ?? 0
    const ordered = rows.filter(({ depth }) => depth === 0).toSorted((one, other) => other.total - one.total)
    expect(ordered.slice(0, 2).map(({ label }) => label)).toEqual([
      'Co-production',
      'Anchor institutions and key workers',
    ])
    expect(total('Co-production') * 2).toBeGreaterThan(settled.table.base)
    expect(total('Trust and relationships')).toBeGreaterThan(total('Funding'))
    for (const { name } of authorities) expect(coverage.heard.PLACE[placeKey(name)], name).toBeGreaterThanOrEqual(3)
  })

  test('says of each organisation that it is an example', () => {
    expect(entries.filter(entry => !entry.organisation.endsWith(' (example)'))).toEqual([])
  })

  test('lets its six people sign in', async () => {
    for (const { email } of demonstrationAccounts) {
      const person = await db.person.findUniqueOrThrow({ where: { email } })
      expect(await isPassword('demonstration', person.passwordHash)).toBe(true)
    }
  })
})

test('a name that slips into what readers get is found', async () => {
  const named = await db.release.findFirstOrThrow({
    where: { organisationName: null, caseStudy: { sources: { some: {} } } },
    select: { id: true, summary: true, caseStudy: { select: { sources: { select: { submission: true } } } } },
  })
  const name = named.caseStudy.sources[0]?.submission.organisationName ?? ''
  await db.release.update({ where: { id: named.id }, data: { summary: `${named.summary} ${name}` } })
  expect(await broken(query)).toEqual(['no release names whom consent keeps back: 1 broken'])
})

test('a second call cannot be current', async () => {
  await expect(db.$transaction(tx => seedUnopened(tx))).rejects.toThrow()
})
