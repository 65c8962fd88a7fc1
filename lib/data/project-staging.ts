import { db } from '@/lib/db'
import {
  agreedNote,
  answerVariable,
  caseVariables,
  type ExchangeReport,
  linkNames,
  ownSets,
  type ProjectThing,
  type ThingOf,
} from '@/lib/domain/exchange'
import { openProject, ProjectFault } from '@/lib/exchange/qdpx-zip'
import { readProject } from '@/lib/exchange/qdpx-read'
import type { Learned } from '@/lib/exchange/qdpx-elements'
import { Prisma } from '@/prisma/generated/client'

import { fitCodes, planCodes } from './project-codes'

const mostAtOnce = 500
const mostCharacters = 1_000_000

/**
 * Reads a file into rows that wait, and says what importing it would do. Nothing of the portal itself changes. With
 * faults nothing waits.
 */
export async function stageProject(
  run: { id: string; callId: string },
  path: string,
  tell: (share: number) => Promise<void>,
): Promise<ExchangeReport> {
  await db.exchangeRow.deleteMany({ where: { runId: run.id } })
  const learned: Learned = { origin: '', faults: [], losses: new Map() }
  const gathered = new Gathered(learned)
  try {
    await stage(run.id, path, { learned, gathered, tell })
  } catch (error) {
    if (!(error instanceof ProjectFault)) throw error
    learned.faults.unshift(error.message)
  }
  const report = await gathered.report(run.callId)
  if (report.faults.length > 0) await db.exchangeRow.deleteMany({ where: { runId: run.id } })
  else report.losses.push(...(await alreadyHere(run)))
  return report
}

type Staging = { learned: Learned; gathered: Gathered; tell: (share: number) => Promise<void> }

async function stage(runId: string, path: string, { learned, gathered, tell }: Staging): Promise<void> {
  const file = await openProject(path)
  try {
    let rows: { kind: string; guid: string; content: ProjectThing }[] = []
    let [place, characters] = [0, 0]
    const write = async () => {
      if (rows.length === 0) return
      await db.$executeRaw`
        INSERT INTO "ExchangeRow" ("runId", "place", "kind", "guid", "content")
        SELECT ${runId}::uuid, ${place}::int + g."place"::int, g."row" ->> 'kind', (g."row" ->> 'guid')::uuid, g."row" -> 'content'
        FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS g("row", "place")`
      place += rows.length
      rows = []
      characters = 0
    }
    for await (const thing of readProject(file, learned, bytes => tell(Math.min(0.95, bytes / 50_000_000)))) {
      if (!gathered.take(thing)) continue
      // jsonb holds no NUL
      rows.push({ kind: thing.kind, guid: thing.guid, content: withoutNul(thing) })
      characters += thing.kind === 'source' ? thing.text.length + thing.selections.length * 400 : 500
      if (rows.length >= mostAtOnce || characters > mostCharacters) await write()
    }
    await write()
  } finally {
    file.close()
  }
}

function withoutNul(thing: ProjectThing): ProjectThing {
  const text = JSON.stringify(thing)
  return text.includes('\\u0000') ? (JSON.parse(text.replace(/\\u0000/g, '')) as ProjectThing) : thing
}

/** What is counted and noticed while a file is read. */
class Gathered {
  private readonly count = new Map<string, number>()
  private readonly users = new Map<string, { name: string; codings: number }>()
  private readonly codes: ThingOf<'code'>[] = []
  private readonly retired = new Set<string>()
  private readonly cased = new Set<string>()
  private readonly doubled = new Set<string>()
  private readonly used = new Set<string>()
  private readonly notes = new Map<string, number>()

  constructor(private readonly learned: Learned) {}

  private add(what: string, by = 1): void {
    if (by > 0) this.count.set(what, (this.count.get(what) ?? 0) + by)
  }
  private lose(what: string, by = 1): void {
    if (by > 0) this.learned.losses.set(what, (this.learned.losses.get(what) ?? 0) + by)
  }

  /** Counts a thing. False where it need not wait, since nothing comes of it. */
  take(thing: ProjectThing): boolean {
    switch (thing.kind) {
      case 'user':
        this.users.set(thing.guid, { name: thing.name, codings: 0 })
        return true
      case 'code':
        this.codes.push(thing)
        this.add('codes')
        return true
      case 'variable':
        return true
      case 'case':
        return this.takeCase(thing)
      case 'source':
        return this.takeSource(thing)
      case 'note':
        if (thing.guid === agreedNote.guid) return false
        this.notes.set(thing.guid, thing.text.length)
        return true
      case 'link': {
        const own = thing.name === linkNames.answers || thing.name === linkNames.settles
        if (!own) this.lose('Links')
        else if (thing.name === linkNames.answers && thing.origin) this.used.add(thing.origin)
        return own
      }
      case 'set': {
        if (thing.guid === ownSets.retired.guid) thing.codes.forEach(guid => this.retired.add(guid))
        else if (!Object.values(ownSets).some(({ guid }) => guid === thing.guid)) this.lose('Sets')
        return thing.guid === ownSets.retired.guid
      }
    }
  }

  private takeCase(thing: ThingOf<'case'>): boolean {
    this.add('cases, each a submission')
    for (const guid of thing.sources) (this.cased.has(guid) ? this.doubled : this.cased).add(guid)
    this.lose('Selections that belong to cases', thing.selections.length)
    this.lose('Codes on cases come as tags of yours, as the format names no coder', thing.codes.length)
    this.add('tags', thing.codes.length)
    const own = new Set<string>(caseVariables.map(({ guid }) => guid))
    this.add(
      'values of variables of another program, kept beside',
      thing.values.filter(({ variable }) => !own.has(variable)).length,
    )
    return true
  }

  private takeSource(thing: ThingOf<'source'>): boolean {
    if (thing.text === '') {
      this.lose('Texts of no words')
      return false
    }
    this.add('texts')
    if (!this.cased.has(thing.guid)) this.add('texts of no case, each a submission of its own')
    this.lose('Variables of texts', thing.values.filter(({ variable }) => variable !== answerVariable.guid).length)
    this.lose('Descriptions of texts', thing.description.trim() ? 1 : 0)
    this.lose('Who added a text', thing.user ? 1 : 0)
    this.add('tags', thing.codings.length)
    for (const coding of thing.codings) this.takeCoding(coding)
    for (const note of thing.notes) this.used.add(note)
    for (const selection of thing.selections) {
      this.add('codings', selection.codings.length)
      for (const coding of selection.codings) this.takeCoding(coding)
      for (const note of selection.notes) this.used.add(note)
      if (selection.description.trim() && selection.codings.length > 0)
        this.lose('Descriptions of selections become memos of what is coded there')
      if (selection.codings.length === 0 && selection.notes.length === 0)
        this.lose('Selections that nothing is coded on')
    }
    return true
  }

  private takeCoding({ user, notes }: { user: string | null; notes: string[] }): void {
    const known = user ? this.users.get(user) : undefined
    if (known) known.codings += 1
    else this.lose('Codings that name no coder: they come as yours')
    for (const note of notes) this.used.add(note)
    if (notes.filter(note => note !== agreedNote.guid).length > 1) this.lose('Second and further notes on a coding')
  }

  async report(callId: string): Promise<ExchangeReport> {
    const { fitted, losses } = fitCodes(this.codes, this.retired)
    for (const [what, count] of losses) this.lose(what, count)
    const plan = await planCodes(db, callId, fitted)
    if (plan.joined > 0)
      this.lose('Codes that are here under the same name and another id: they are taken for the same', plan.joined)
    if (plan.differ > 0)
      this.lose('Codes that are here already and say something else: they stay as they are here', plan.differ)
    this.lose('Cases that share a text: the first has it', this.doubled.size)
    const unused = [...this.notes.keys()].filter(guid => !this.used.has(guid)).length
    this.lose('Notes that stand on nothing this portal has', unused)
    this.add('notes, as memos and comments', this.notes.size - unused)
    this.lose(
      'Notes beyond 2,000 characters: cut there as memos, and at 5,000 as comments',
      [...this.notes.values()].filter(length => length > 2_000).length,
    )
    const people = await db.person.findMany({
      where: { role: { in: ['RESEARCHER', 'LEAD'] } },
      select: { id: true, name: true, disabledAt: true },
    })
    const users = [...this.users].map(([guid, { name, codings }]) => ({
      ...{ guid, name: name.slice(0, 200), codings },
      suggested:
        (people.find(({ id }) => id === guid) ?? people.find(person => person.name === name && !person.disabledAt))
          ?.id ?? null,
    }))
    return {
      origin: this.learned.origin,
      counts: [...this.count].map(([what, count]) => ({ what, count })),
      faults: [...this.learned.faults, ...plan.faults],
      losses: [...this.learned.losses].map(([what, count]) => `${what}: ${count.toLocaleString('en-GB')}.`),
      users,
      done: [],
    }
  }
}

/** What of a file is here already, or may not come back. */
async function alreadyHere({ id, callId }: { id: string; callId: string }): Promise<string[]> {
  const [row] = await db.$queryRaw<{ here: number; closed: number; texts: number }[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE s."status" = 'SUBMITTED' AND s."callId" = ${callId}::uuid)::int AS "here",
      count(*) FILTER (WHERE NOT (s."status" = 'SUBMITTED' AND s."callId" = ${callId}::uuid))::int AS "closed",
      (SELECT count(*)::int FROM "ExchangeRow" t JOIN "TextVersion" v ON v."id" = t."guid"
        WHERE t."runId" = ${id}::uuid AND t."kind" = 'source') AS "texts"
    FROM "ExchangeRow" r JOIN "Submission" s ON s."id" = r."guid" WHERE r."runId" = ${id}::uuid AND r."kind" = 'case'`)
  const say = (count: number | undefined, what: string) => (count ? [`${what}: ${count.toLocaleString('en-GB')}.`] : [])
  return [
    ...say(row?.here, 'Submissions that are here already: they stay as they are, and get only what is new'),
    ...say(row?.texts, 'Texts that are here already and do not come twice'),
    ...say(row?.closed, 'Submissions that were withdrawn here, or belong to another call: nothing of them comes'),
  ]
}
