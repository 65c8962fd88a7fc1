import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

import type { CodedPart, ProjectThing, SelectedPart, ThingOf, ValuePart, ValueKind } from '@/lib/domain/exchange'

const namespace = 'urn:QDA-XML:project:1.0'

/** A project whose things come one after the other, each kind when it is asked for. */
export type ProjectSource = {
  name: string
  at: Date
  things<K extends ProjectThing['kind']>(kind: K): AsyncIterable<ThingOf<K>>
  /** Of which kind each variable's values are. */
  kindOf(variable: string): ValueKind
}

const escapes: Record<string, string> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  '\r': '&#13;',
}
const attributeEscapes: Record<string, string> = { ...escapes, '\n': '&#10;', '\t': '&#9;' }

// XML 1.0 cannot hold these at all, not even by number
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const escapeText = (text: string) => text.replace(impossible, '').replace(/[<>&"\r]/g, mark => escapes[mark] ?? mark)
const escapeAttribute = (text: string) =>
  text.replace(impossible, '').replace(/[<>&"\r\n\t]/g, mark => attributeEscapes[mark] ?? mark)

function open(name: string, given: Record<string, string | number | boolean | null>): string {
  const attributes = Object.entries(given).flatMap(([key, value]) =>
    value === null || value === '' ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
  )
  return `<${name}${attributes.join('')}`
}

const described = (text: string) => (text ? `<Description>${escapeText(text)}</Description>` : '')
const refer = (element: string, guids: readonly string[]) =>
  guids.map(guid => `<${element} targetGUID="${guid}"/>`).join('')

function element(start: string, name: string, inner: string): string {
  return inner ? `${start}>${inner}</${name}>` : `${start}/>`
}

function codingOf({ guid, code, user, at, notes }: CodedPart): string {
  const start = open('Coding', { guid, creatingUser: user, creationDateTime: at })
  return element(start, 'Coding', refer('CodeRef', [code]) + refer('NoteRef', notes))
}

function selectionOf(selection: SelectedPart): string {
  const { guid, start, end, user, at } = selection
  const inner =
    described(selection.description) + selection.codings.map(codingOf).join('') + refer('NoteRef', selection.notes)
  const given = { guid, startPosition: start, endPosition: end, creatingUser: user, creationDateTime: at }
  return element(open('PlainTextSelection', given), 'PlainTextSelection', inner)
}

function valuesOf(values: readonly ValuePart[], kindOf: ProjectSource['kindOf']): string {
  return values
    .map(({ variable, value }) => {
      const name = `${kindOf(variable)}Value`
      return `<VariableValue>${refer('VariableRef', [variable])}<${name}>${escapeText(value)}</${name}></VariableValue>`
    })
    .join('')
}

/** `sources/` of the zip, and how an element names a file in it. */
export const sourceFile = (guid: string) => `sources/${guid}.txt`

function written(thing: ProjectThing, kindOf: ProjectSource['kindOf']): string {
  switch (thing.kind) {
    case 'user':
      return `${open('User', { guid: thing.guid, name: thing.name })}/>\n`
    case 'code':
      throw new Error('Codes are written as a tree.')
    case 'variable': {
      const { guid, name, type, description } = thing
      return element(open('Variable', { guid, name, typeOfVariable: type }), 'Variable', described(description)) + '\n'
    }
    case 'case': {
      const inner = [
        described(thing.description),
        refer('CodeRef', thing.codes),
        valuesOf(thing.values, kindOf),
        refer('SourceRef', thing.sources),
        refer('SelectionRef', thing.selections),
      ]
      return element(open('Case', { guid: thing.guid, name: thing.name }), 'Case', inner.join('')) + '\n'
    }
    case 'source': {
      const { guid, name, user, at } = thing
      const plainTextPath = `internal://${guid}.txt`
      const start = open('TextSource', { guid, name, plainTextPath, creatingUser: user, creationDateTime: at })
      const inner = [
        described(thing.description),
        ...thing.selections.map(selectionOf),
        ...thing.codings.map(codingOf),
        refer('NoteRef', thing.notes),
        valuesOf(thing.values, kindOf),
      ]
      return element(start, 'TextSource', inner.join('\n')) + '\n'
    }
    case 'note': {
      const { guid, name, user, at } = thing
      const start = open('Note', { guid, name, creatingUser: user, creationDateTime: at })
      return `${start}><PlainTextContent>${escapeText(thing.text)}</PlainTextContent></Note>\n`
    }
    case 'link': {
      const { guid, name, origin, target } = thing
      return `${open('Link', { guid, name, direction: 'OneWay', originGUID: origin, targetGUID: target })}/>\n`
    }
    case 'set': {
      const inner =
        refer('MemberCode', thing.codes) + refer('MemberSource', thing.sources) + refer('MemberNote', thing.notes)
      return element(open('Set', { guid: thing.guid, name: thing.name }), 'Set', inner) + '\n'
    }
  }
}

/** The codes as they stand under one another. They come in the order in which a tree is read. */
async function* codeTree(codes: AsyncIterable<ThingOf<'code'>>): AsyncGenerator<string> {
  const above: string[] = []
  let opened = ''
  for await (const code of codes) {
    const at = code.parent === null ? 0 : above.indexOf(code.parent) + 1
    if (opened && above.length > at) opened += '</Code>'.repeat(above.length - at)
    yield opened
    above.length = at
    above.push(code.guid)
    const { guid, name, codable, colour } = code
    const start = open('Code', { guid, name, isCodable: codable, color: colour })
    opened = `${start}>${described(code.description)}${refer('NoteRef', code.notes)}\n`
  }
  yield opened + '</Code>'.repeat(above.length)
}

const containers = [
  ['Variables', 'variable'],
  ['Cases', 'case'],
  ['Sources', 'source'],
  ['Notes', 'note'],
  ['Links', 'link'],
  ['Sets', 'set'],
] as const

/** `project.qde` as pieces of text. A container that would hold nothing is left out: the schema has none of those. */
export async function* writeProject(source: ProjectSource): AsyncGenerator<string> {
  const given = {
    xmlns: namespace,
    name: source.name,
    origin: 'Evidence portal',
    creationDateTime: source.at.toISOString(),
  }
  yield `<?xml version="1.0" encoding="utf-8"?>\n${open('Project', given)}>\n`
  yield* container('Users', source, 'user')
  yield* around('<CodeBook><Codes>\n', codeTree(source.things('code')), '</Codes></CodeBook>\n')
  for (const [name, kind] of containers) yield* container(name, source, kind)
  yield '</Project>\n'
}

async function* container(name: string, source: ProjectSource, kind: Exclude<ProjectThing['kind'], 'code'>) {
  async function* pieces() {
    for await (const thing of source.things(kind)) yield written(thing, source.kindOf)
  }
  yield* around(`<${name}>\n`, pieces(), `</${name}>\n`)
}

async function* around(start: string, pieces: AsyncIterable<string>, end: string): AsyncGenerator<string> {
  let any = false
  for await (const piece of pieces) {
    if (!any && piece) yield start
    any ||= piece !== ''
    yield piece
  }
  if (any) yield end
}

const pieceSize = 64 * 1024

/** Text in pieces of a fair size, as bytes. */
async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting: string[] = []
  let size = 0
  for await (const piece of pieces) {
    waiting.push(piece)
    size += piece.length
    if (size < pieceSize) continue
    yield Buffer.from(waiting.join(''))
    waiting = []
    size = 0
  }
  yield Buffer.from(waiting.join(''))
}

/**
 * A `.qdpx`: the project, then the text of each source in a file of its own, each written when the one before it is. Of
 * what was written nothing but its name stays in memory.
 */
export function zipProject(
  project: AsyncIterable<string>,
  texts: AsyncIterable<{ guid: string; text: string }>,
  at: Date,
): Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  // the zip keeps whatever it is given until its end: so each stream waits here until it is asked for
  let waiting: Readable | null = null
  const give = (take: (error: unknown, stream: Readable) => void) => {
    const stream = waiting
    waiting = null
    if (stream) take(null, stream)
  }
  const add = async (name: string, stream: Readable) => {
    if (output.destroyed) throw new Error('Whoever took it is gone.')
    waiting = stream
    const drop = () => stream.destroy()
    output.once('close', drop)
    const ended = new Promise<void>((resolve, reject) => stream.once('close', resolve).once('error', reject))
    zip.addReadStreamLazy(name, { mtime: at }, give)
    await ended.finally(() => output.off('close', drop))
  }
  const addAll = async () => {
    await add('project.qde', Readable.from(bytesOf(project), { objectMode: false }))
    for await (const { guid, text } of texts)
      await add(sourceFile(guid), Readable.from([Buffer.from(text)], { objectMode: false }))
    zip.end()
  }
  addAll().catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))))
  return output
}
