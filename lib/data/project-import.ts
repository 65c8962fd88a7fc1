import { record } from '@/lib/data/audit'
import { holdCodebook } from '@/lib/data/codebook-holding'
import { writeSearch } from '@/lib/data/submission-search'
import { db, type Transaction } from '@/lib/db'
import { linkNames, ProjectThing, type ThingOf, type ValueKind } from '@/lib/domain/exchange'
import { ok, refused, type Result } from '@/lib/result'
import { derivedGuid } from '@/lib/exchange/guid'

import { caseGround } from './project-case-fit'
import { writeCases, type CaseWriting } from './project-cases'
import { fitCodes, writeProjectCodes } from './project-codes'
import { settleImported } from './project-settling'
import { writeReplies, writeSources, type Importing } from './project-texts'

const page = 100

export type ImportRun = { id: string; callId: string; personId: string; people: Record<string, string> }
export type ImportCounts = { codes: number; submissions: number; texts: number; codings: number; comments: number }

/**
 * Imports what waits of a file, all of it in one transaction or nothing: what is here already stays as it is. `finish`
 * is done in the same transaction.
 */
export async function importProject(
  run: ImportRun,
  tell: (share: number) => Promise<void>,
  finish: (tx: Transaction, counts: ImportCounts) => Promise<boolean>,
): Promise<Result<ImportCounts>> {
  return db.$transaction(
    async tx => {
      await tx.$executeRaw`SET LOCAL statement_timeout = '300s'`
      await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '300s'`
      if (!(await holdCodebook(tx, run.callId))) return refused('There is no such call.')
      const counts = await write(tx, run, tell)
      if (!(await finish(tx, counts))) throw new Error('The import is gone.')
      await record(tx, {
        actor: { id: run.personId },
        action: 'project.import',
        thing: { kind: 'exchangeRun', id: run.id },
        callId: run.callId,
        details: counts,
      })
      return ok(counts)
    },
    { maxWait: 10_000, timeout: 60 * 60_000 },
  )
}

/** The things of one kind that wait, a page at a time. */
async function* staged<K extends ProjectThing['kind']>(
  tx: Transaction,
  runId: string,
  kind: K,
): AsyncGenerator<ThingOf<K>[]> {
  let after = 0
  for (;;) {
    const rows = await tx.exchangeRow.findMany({
      where: { runId, kind, place: { gt: after } },
      select: { place: true, content: true },
      orderBy: { place: 'asc' },
      take: page,
    })
    if (rows.length > 0) yield rows.map(({ content }) => ProjectThing.parse(content) as ThingOf<K>)
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.place
  }
}

async function all<K extends ProjectThing['kind']>(tx: Transaction, runId: string, kind: K): Promise<ThingOf<K>[]> {
  const found: ThingOf<K>[] = []
  for await (const things of staged(tx, runId, kind)) found.push(...things)
  return found
}

async function write(tx: Transaction, run: ImportRun, tell: (share: number) => Promise<void>): Promise<ImportCounts> {
  const retired = new Set((await all(tx, run.id, 'set')).flatMap(({ codes }) => codes))
  const { fitted } = fitCodes(await all(tx, run.id, 'code'), retired)
  const { codeOf, added } = await writeProjectCodes(tx, { id: run.personId }, run.callId, fitted)
  const variables = (await all(tx, run.id, 'variable')).map(
    ({ guid, name, type }): [string, { name: string; type: ValueKind }] => [guid, { name, type }],
  )
  const ground: CaseWriting = {
    ...(await caseGround(tx, run.callId, new Map(variables))),
    ...{ callId: run.callId, importerId: run.personId, at: new Date() },
  }
  const links = await all(tx, run.id, 'link')
  const importing: Importing = {
    tx,
    runId: run.id,
    callId: run.callId,
    importerId: run.personId,
    at: ground.at,
    codeOf,
    personOf: await peopleOf(tx, run),
    caseOf: new Map(),
    closed: new Set(),
    fixed: new Set(),
    settled: new Set(links.filter(({ name }) => name === linkNames.settles).flatMap(({ origin }) => origin ?? [])),
    usedNotes: new Set(),
    counts: { codes: added, submissions: 0, texts: 0, codings: 0, comments: 0 },
  }
  const total = Math.max(1, await tx.exchangeRow.count({ where: { runId: run.id, kind: { in: ['case', 'source'] } } }))
  let passed = 0
  const step = async (by: number) => {
    passed += by
    await tell((passed / total) * 0.95)
  }
  for await (const cases of staged(tx, run.id, 'case')) {
    await openCases(importing, ground, cases)
    for (const { guid, sources } of cases)
      for (const source of sources) if (!importing.caseOf.has(source)) importing.caseOf.set(source, guid)
    await step(cases.length)
  }
  for await (const sources of staged(tx, run.id, 'source')) {
    const alone = sources.filter(({ guid }) => !importing.caseOf.has(guid))
    const made = alone.map(({ guid, name }) => ({
      guid: derivedGuid('case', guid),
      name: name || 'Untitled',
      description: '',
      values: [],
      codes: [],
    }))
    await openCases(importing, ground, made)
    alone.forEach(({ guid }) => importing.caseOf.set(guid, derivedGuid('case', guid)))
    const touched = await writeSources(importing, sources)
    await writeSearch(tx, ...touched)
    await step(sources.length)
  }
  await writeReplies(
    importing,
    links.filter(({ name }) => name === linkNames.answers),
  )
  await settleImported(
    importing,
    links.filter(({ name }) => name === linkNames.settles),
  )
  return importing.counts
}

/** Makes submissions of cases that are not here, and learns of those that are what may still be done to them. */
async function openCases(
  importing: Importing,
  ground: CaseWriting,
  cases: readonly (Parameters<typeof writeCases>[1][number] & { codes: string[] })[],
): Promise<void> {
  const { tx, closed, fixed } = importing
  const here = await tx.submission.findMany({
    where: { id: { in: cases.map(({ guid }) => guid) } },
    select: { id: true, callId: true, status: true, stage: true, doubleCodedAt: true },
  })
  const known = new Map(here.map(row => [row.id, row]))
  for (const row of here) {
    if (row.status !== 'SUBMITTED' || row.callId !== ground.callId) closed.add(row.id)
    else if (row.stage === 'SETTLED' || row.doubleCodedAt) fixed.add(row.id)
  }
  const made = cases.filter(({ guid }) => !known.has(guid))
  await writeCases(tx, made, ground)
  await writeSearch(tx, ...made.map(({ guid }) => guid))
  importing.counts.submissions += made.length
  const tags = cases.flatMap(({ guid, codes }) =>
    closed.has(guid) || fixed.has(guid)
      ? []
      : codes.flatMap(code => {
          const codeId = importing.codeOf.get(code)
          const id = derivedGuid('tag', guid, code)
          return codeId
            ? [{ id, submissionId: guid, codeId, personId: importing.importerId, createdAt: ground.at }]
            : []
        }),
  )
  const { count } = await tx.coding.createMany({ data: tags, skipDuplicates: true })
  importing.counts.codings += count
}

/** Whose account each user of the file is; who has none is kept as a name that nobody can sign in with. */
async function peopleOf(tx: Transaction, run: ImportRun): Promise<Map<string, string>> {
  const users = await all(tx, run.id, 'user')
  const accounts = await tx.person.findMany({
    where: { id: { in: [...Object.values(run.people), ...users.map(({ guid }) => guid)] } },
    select: { id: true, role: true },
  })
  const coders = new Set(accounts.filter(({ role }) => role === 'RESEARCHER' || role === 'LEAD').map(({ id }) => id))
  const found = new Map<string, string>()
  for (const { guid, name } of users) {
    const chosen = run.people[guid]
    if (chosen && coders.has(chosen)) found.set(guid, chosen)
    else if (coders.has(guid)) found.set(guid, guid)
    else {
      const id = accounts.some(account => account.id === guid) ? derivedGuid('person', guid) : guid
      await tx.person.createMany({
        data: [
          {
            id,
            name: name.slice(0, 200) || 'Somebody',
            email: `${id}@imported.invalid`,
            role: 'RESEARCHER',
            passwordHash: '-',
            disabledAt: new Date(),
          },
        ],
        skipDuplicates: true,
      })
      found.set(guid, id)
    }
  }
  return found
}
