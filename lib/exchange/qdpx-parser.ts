import { SaxesParser, type SaxesTagNS } from 'saxes'

import { exchangeLimits as limits, valueKinds, type ProjectThing } from '@/lib/domain/exchange'

import { readGuid } from './guid'
import {
  attributesOf,
  originOf,
  readTime,
  skipped,
  texts,
  type Frame,
  type Learned,
  type RawThing,
} from './qdpx-elements'
import { takeReference } from './qdpx-references'
import { ProjectFault } from './qdpx-zip'

/**
 * Reads `project.qde` as it comes. Things lie in `ready` once they are whole. Throws a `ProjectFault` where it is no such
 * file or goes beyond a limit; what is wrong with single things goes to `learned.faults`.
 */
export class ProjectParser {
  readonly ready: RawThing[] = []
  private readonly parser = new SaxesParser({ xmlns: true, position: true })
  private readonly stack: Frame[] = []
  private readonly guids = new Set<string>()
  private readonly kinds = new Map<string, ProjectThing['kind'] | 'coding' | 'selection' | 'left out'>()
  private elements = 0
  private skipping = 0
  private readonly wanted: { guid: string; as: string; line: number }[] = []

  constructor(private readonly learned: Learned) {
    const { parser } = this
    parser.on('error', error => {
      throw new ProjectFault(
        `Line ${parser.line}: this is not well-formed XML (${error.message.replace(/^\S+: /, '')})`,
      )
    })
    parser.on('doctype', () => {
      throw new ProjectFault(`Line ${parser.line}: this file has a document type of its own, which a project has not.`)
    })
    parser.on('opentag', tag => this.open(tag))
    parser.on('text', text => this.text(text))
    parser.on('cdata', text => this.text(text))
    parser.on('closetag', () => this.close())
  }

  write(chunk: string): void {
    this.parser.write(chunk)
  }

  /** The file has ended: nothing may be open, and nothing that was referred to may be missing. */
  end(): void {
    this.parser.close()
    if (this.elements === 0) throw new ProjectFault('This file is empty.')
    for (const { guid, as, line } of this.wanted) {
      const kind = this.kinds.get(guid)
      if (as === 'source' && (kind === 'source' || kind === 'left out')) continue
      if (as === 'note' && kind === 'note') continue
      if (as === 'note') this.lose('References to notes that are not in the file')
      else this.fault(`Line ${line}: there is no ${as} ${guid} in this file.`)
    }
  }

  lose(what: string, count = 1): void {
    this.learned.losses.set(what, (this.learned.losses.get(what) ?? 0) + count)
  }

  fault(sentence: string): void {
    if (this.learned.faults.length < limits.faults) this.learned.faults.push(sentence)
  }

  private here = () => `Line ${this.parser.line}`

  private text(text: string): void {
    const frame = this.stack.at(-1)
    if (this.skipping > 0 || !frame || frame.text === null) return
    frame.text += text
    if (frame.text.length > limits.words) throw new ProjectFault(`${this.here()}: a text is longer than is taken in.`)
  }

  private open(tag: SaxesTagNS): void {
    this.elements += 1
    if (this.elements > limits.elements) throw new ProjectFault('This project has more elements than are taken in.')
    if (this.stack.length + this.skipping >= limits.depth)
      throw new ProjectFault(`${this.here()}: elements stand more than ${limits.depth} deep in one another.`)
    if (this.skipping > 0) return void (this.skipping += 1)
    const name = tag.local
    const given = attributesOf(tag, this.here())
    if (this.stack.length === 0) this.learned.origin = originOf(tag, given)
    if (skipped[name] !== undefined) {
      this.lose(skipped[name])
      const guid = readGuid(given.guid)
      if (guid) this.kinds.set(guid, 'left out')
      this.skipping = 1
      return
    }
    const above = this.stack.at(-1)
    const frame: Frame = {
      name,
      text: texts.has(name) ? '' : null,
      thing: above?.thing ?? null,
      selection: above?.selection ?? null,
      coding: above?.coding ?? null,
      value: above?.value ?? null,
    }
    this.stack.push(frame)
    if (given.modifyingUser || given.modifiedDateTime) this.lose('Who changed something last, and when')
    this.begin(frame, given)
  }

  /** The GUID of a thing of the file, which no other has. Null where there is none. */
  private guid(given: Record<string, string>, kind: ProjectThing['kind'] | 'coding' | 'selection'): string | null {
    const named = given.name ? ` “${given.name.slice(0, 80)}”` : ''
    const guid = readGuid(given.guid)
    if (!guid) this.fault(`${this.here()}: the guid of the ${kind}${named} is missing or is none.`)
    else if (this.guids.has(guid)) this.fault(`${this.here()}: the ${kind}${named} has the same GUID as another thing.`)
    else {
      this.guids.add(guid)
      this.kinds.set(guid, kind)
      return guid
    }
    return null
  }

  refer(given: Record<string, string>, as: 'code' | 'variable' | 'source' | 'note'): string | null {
    const guid = readGuid(given.targetGUID)
    if (!guid) {
      this.fault(`${this.here()}: a reference to a ${as} holds no GUID.`)
      return null
    }
    const known = this.kinds.get(guid) === as
    // codes and variables come before whatever refers to them
    if (!known && (as === 'code' || as === 'variable')) {
      this.fault(`${this.here()}: there is no ${as} ${guid} in this file.`)
      return null
    }
    if (!known) this.wanted.push({ guid, as, line: this.parser.line })
    return guid
  }

  private user(given: Record<string, string>, key = 'creatingUser'): string | null {
    const guid = readGuid(given[key])
    if (!guid) return null
    if (this.kinds.get(guid) === 'user') return guid
    this.lose('Users that are named and not in the list of users')
    return null
  }

  private at(given: Record<string, string>): string | null {
    const time = readTime(given.creationDateTime)
    if (time === undefined) this.lose('Times that cannot be read')
    return time ?? null
  }

  private begin(frame: Frame, given: Record<string, string>): void {
    const { name } = frame
    const above = this.stack.at(-2)
    const named = given.name ?? ''
    switch (name) {
      case 'User': {
        const guid = this.guid(given, 'user')
        if (guid) frame.thing = { kind: 'user', guid, name: named || given.id || 'Somebody' }
        return
      }
      case 'Code': {
        const parent = above?.name === 'Code' && above.thing?.kind === 'code' ? above.thing.guid : null
        const guid = this.guid(given, 'code')
        if (above?.name === 'Code' && above.thing) this.flush(above)
        const codable = !/^(?:false|0)$/.test((given.isCodable ?? 'true').trim())
        frame.thing = guid
          ? {
              kind: 'code',
              guid,
              name: named,
              colour: given.color ?? null,
              codable,
              description: '',
              parent,
              notes: [],
            }
          : null
        return
      }
      case 'Variable': {
        const guid = this.guid(given, 'variable')
        const type = valueKinds.find(kind => kind === given.typeOfVariable) ?? 'Text'
        if (guid) frame.thing = { kind: 'variable', guid, name: named, type, description: '' }
        return
      }
      case 'Case': {
        const guid = this.guid(given, 'case')
        if (guid)
          frame.thing = {
            kind: 'case',
            guid,
            name: named,
            description: '',
            codes: [],
            values: [],
            sources: [],
            selections: [],
          }
        return
      }
      case 'TextSource':
      case 'Note': {
        const guid = this.guid(given, name === 'Note' ? 'note' : 'source')
        const beside = { guid: guid ?? '', name: named, user: this.user(given), at: this.at(given) }
        if (!guid) return
        const path = given.plainTextPath ?? null
        frame.thing = {
          ...{ kind: 'source', ...beside, description: '', selections: [], codings: [], notes: [], values: [] },
          ...{ content: null, path, line: this.parser.line },
        }
        if (given.richTextPath && name !== 'Note') this.lose('Texts with their formatting: the plain text comes')
        return
      }
      case 'PlainTextSelection': {
        if (frame.thing?.kind !== 'source') return
        const guid = this.guid(given, 'selection')
        const [start, end] = [given.startPosition, given.endPosition].map(position => Number(position ?? NaN))
        const whole = Number.isSafeInteger(start) && Number.isSafeInteger(end)
        if (!whole) this.fault(`${this.here()}: a selection of “${frame.thing.name}” has no start or end.`)
        if (!guid || !whole || start === undefined || end === undefined) return
        frame.selection = {
          ...{ guid, start, end, description: '', user: this.user(given), at: this.at(given) },
          ...{ codings: [], notes: [] },
        }
        frame.thing.selections.push(frame.selection)
        if (given.name?.trim()) this.lose('Names of selections')
        return
      }
      case 'Coding': {
        const guid = this.guid(given, 'coding')
        if (guid) frame.coding = { guid, code: '', user: this.user(given), at: this.at(given), notes: [] }
        return
      }
      case 'VariableValue':
        frame.value = { variable: '', value: '' }
        return
      case 'Link': {
        const guid = this.guid(given, 'link')
        const [origin, target] = [readGuid(given.originGUID), readGuid(given.targetGUID)]
        if (guid) frame.thing = { kind: 'link', guid, name: named, origin, target }
        return
      }
      case 'Set': {
        const guid = this.guid(given, 'set')
        if (guid) frame.thing = { kind: 'set', guid, name: named, codes: [], sources: [], notes: [] }
        return
      }
      default:
        takeReference(frame, given, this)
    }
  }

  private close(): void {
    if (this.skipping > 0) return void (this.skipping -= 1)
    const frame = this.stack.pop()
    if (!frame) return
    const { name, thing, selection, text } = frame
    const above = this.stack.at(-1)
    if (name === 'Description') this.describe(above, text ?? '')
    else if (name === 'PlainTextContent' && thing?.kind === 'source') thing.content = text ?? ''
    else if (frame.value && text !== null && name.endsWith('Value')) frame.value.value = text
    else if (name === 'VariableValue' && frame.value) {
      if (frame.value.variable && (thing?.kind === 'case' || thing?.kind === 'source')) thing.values.push(frame.value)
    } else if (name === 'Coding' && frame.coding) {
      if (!frame.coding.code) return
      if (selection) selection.codings.push(frame.coding)
      else if (thing?.kind === 'source') thing.codings.push(frame.coding)
    } else if (thing && above?.thing !== thing) this.flush(frame)
  }

  private describe(above: Frame | undefined, text: string): void {
    if (above?.name === 'Project') return void (text.trim() && this.lose('The description of the whole project'))
    if (above?.selection && above.name === 'PlainTextSelection') above.selection.description = text
    else if (above?.thing && 'description' in above.thing) above.thing.description = text
    else if (text.trim()) this.lose('Descriptions of sets')
  }

  /** A thing is whole: what comes of it now goes on its way. A code does so before those under it. */
  private flush(frame: Frame): void {
    const { thing, name } = frame
    if (!thing) return
    if (thing.kind === 'code') {
      if (this.flushed.has(thing.guid)) return
      this.flushed.add(thing.guid)
    }
    if (name !== 'Note' || thing.kind !== 'source') return void this.ready.push(thing)
    const coded = thing.codings.length + thing.selections.reduce((sum, { codings }) => sum + codings.length, 0)
    if (coded > 0) this.lose('Codings of notes', coded)
    if (thing.content === null && thing.path) this.lose('Notes whose words lie in a file of their own')
    if (thing.description.trim()) this.lose('Descriptions of notes')
    const { guid, name: title, user, at, content } = thing
    this.ready.push({ kind: 'note', guid, name: title, text: content ?? '', user, at })
  }
  private readonly flushed = new Set<string>()
}
