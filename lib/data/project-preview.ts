import { db } from '@/lib/db'
import {
  agreedNote,
  answerVariable,
  caseVariables,
  type ExchangeReport,
  linkNames,
  ownNotes,
  ownSets,
  type ProjectThing,
  type ThingOf,
  type ValueKind,
} from '@/lib/domain/exchange'
import { lengthOf } from '@/lib/domain/span'
import type { Learned } from '@/lib/exchange/qdpx-elements'

import { fitCase, type CaseGround } from './project-case-fit'
import { fitCodes, planCodes } from './project-codes'

/** One more than are said. */
const mostNamed = 9
type Where = { first: string; count: number }

const ownVariables = new Set<string>([...caseVariables, answerVariable].map(({ guid }) => guid))
const ownNames = new Set<string>(Object.values(ownNotes))

/** What is counted and noticed while a file is read, for whoever decides about it. */
export class Preview {
  private readonly count = new Map<string, number>()
  private readonly users = new Map<string, { name: string; codings: number }>()
  private readonly codes: ThingOf<'code'>[] = []
  private readonly retired = new Set<string>()
  private readonly cased = new Set<string>()
  private readonly doubled = new Set<string>()
  private readonly used = new Set<string>()
  private readonly notes = new Map<string, number>()

  private readonly variables = new Map<string, { name: string; type: ValueKind }>()
  private readonly idle = new Map<string, string>()
  private readonly ground: CaseGround
  private readonly where = new Map<string, Map<string, Where>>()

  constructor(
    private readonly learned: Learned,
    ground: CaseGround,
  ) {
    this.ground = { ...ground, variables: this.variables }
  }

  private add(what: string, by = 1): void {
    if (by > 0) this.count.set(what, (this.count.get(what) ?? 0) + by)
  }
  private lose(what: string, by = 1): void {
    if (by > 0) this.learned.losses.set(what, (this.learned.losses.get(what) ?? 0) + by)
  }

  /** Loses something that has words, of a case: they are named with it, the first ones. */
  private loseOf(what: string, words: string, name: string): void {
    this.lose(what)
    const named = this.where.get(what) ?? new Map<string, Where>()
    this.where.set(what, named)
    const known = named.get(words)
    if (known) known.count += 1
    else if (named.size < mostNamed) named.set(words, { first: name.slice(0, 80), count: 1 })
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
        return this.takeVariable(thing)
      case 'case':
        return this.takeCase(thing)
      case 'source':
        return this.takeSource(thing)
      case 'note':
        if (thing.guid === agreedNote.guid) return false
        this.notes.set(thing.guid, lengthOf(thing.text))
        if (thing.name.trim() && !ownNames.has(thing.name)) this.lose('Titles of notes')
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

  private takeVariable({ guid, name, type, description }: ThingOf<'variable'>): boolean {
    this.variables.set(guid, { name, type })
    if (ownVariables.has(guid)) return true
    this.idle.set(guid, name)
    if (description.trim()) this.lose('Descriptions of variables')
    return true
  }

  private takeCase(thing: ThingOf<'case'>): boolean {
    this.add('cases, each a submission')
    for (const guid of thing.sources) (this.cased.has(guid) ? this.doubled : this.cased).add(guid)
    this.lose('Selections that belong to cases', thing.selections.length)
    this.lose('Codes on cases come as tags of yours, as the format names no coder', thing.codes.length)
    this.add('tags', thing.codes.length)
    for (const { variable } of thing.values) this.idle.delete(variable)
    const { others } = fitCase(thing, this.ground, (what, words) => this.loseOf(what, words, thing.name))
    this.add(
      'values of variables of another program, kept beside',
      others.filter(({ guid }) => !ownVariables.has(guid)).length,
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
    for (const { variable } of thing.values) this.idle.delete(variable)
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
    for (const name of this.idle.values()) this.loseOf('Variables that nothing has a value of', name, '')
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
      losses: [...this.learned.losses].map(([what, count]) => this.sentence(what, count)),
      users,
      done: [],
    }
  }

  /** What is lost, how often, and the first words of it with the cases that have them. */
  private sentence(what: string, count: number): string {
    const named = [...(this.where.get(what) ?? [])].map(([words, { first, count: times }]) => {
      const others = times > 1 ? ` and ${(times - 1).toLocaleString('en-GB')} more` : ''
      return first ? `“${words}” in “${first}”${others}` : `“${words}”`
    })
    const said = named.slice(0, mostNamed - 1).join('; ') + (named.length === mostNamed ? '; and others' : '')
    return `${what}: ${count.toLocaleString('en-GB')}${said ? ` (${said})` : ''}.`
  }
}
