import type { Readable } from 'node:stream'

import { exchangeLimits as limits, type ProjectThing, type ThingOf } from '@/lib/domain/exchange'

import type { Learned, RawSource } from './qdpx-elements'
import { ProjectParser } from './qdpx-parser'
import { ProjectFault, type ProjectFile } from './qdpx-zip'
import { decodeSource, frozenText } from './source-text'

/**
 * The things of a project one after the other, each source with its text, its lines parted by LF and its positions
 * fitted to that. What is wrong or lost goes to `learned`; what makes the whole unreadable is thrown as a
 * `ProjectFault`. Memory holds the GUIDs of the file and one source.
 */
export async function* readProject(
  file: ProjectFile,
  learned: Learned,
  tell: (bytes: number) => Promise<void> = async () => undefined,
): AsyncGenerator<ProjectThing> {
  const parser = new ProjectParser(learned)
  let bytes = 0
  for await (const { text, size } of decoded(await file.project())) {
    bytes += size
    if (bytes > limits.projectBytes) throw new ProjectFault('The project is larger than 200 MB.')
    parser.write(text)
    yield* ready(parser, file)
    await tell(bytes)
  }
  parser.end()
  yield* ready(parser, file)
}

async function* ready(parser: ProjectParser, file: ProjectFile): AsyncGenerator<ProjectThing> {
  for (const thing of parser.ready.splice(0)) {
    if (thing.kind !== 'source') yield thing
    else {
      const source = await withText(parser, file, thing)
      if (source) yield source
    }
  }
}

type Decoded = { text: string; size: number }

async function* decoded(stream: Readable): AsyncGenerator<Decoded> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  const fault = () => new ProjectFault('The project is not in UTF-8.')
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue
      decoder ??= decoderFor(chunk)
      try {
        yield { text: decoder.decode(chunk, { stream: true }), size: chunk.length }
      } catch (error) {
        throw error instanceof TypeError ? fault() : error
      }
    }
  } catch (error) {
    if (error instanceof ProjectFault) throw error
    throw new ProjectFault(`The project cannot be read: the zip is damaged.`)
  }
  try {
    yield { text: decoder?.decode() ?? '', size: 0 }
  } catch {
    throw fault()
  }
}

function decoderFor(chunk: Buffer) {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le')
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder('utf-8', { fatal: true })
}

async function withText(parser: ProjectParser, file: ProjectFile, raw: RawSource): Promise<ThingOf<'source'> | null> {
  const { content: _content, path: _path, line, ...source } = raw
  const at = `Line ${line}: the source “${source.name.slice(0, 80)}”`
  const found = await rawText(parser, file, raw, at)
  if (found === null) return null
  const { text, length, place } = frozenText(found)
  if (length > limits.textCharacters) {
    parser.fault(`${at} is longer than ${limits.textCharacters.toLocaleString('en-GB')} characters.`)
    return null
  }
  const selections = source.selections.flatMap(selection => {
    const { start, end } = selection
    if (start < 0 || end > length || start > end) {
      const span = `from ${start} to ${end}`
      parser.fault(`${at}: the selection ${selection.guid} goes ${span}, and the text has ${length} characters.`)
      return []
    }
    const moved = { ...selection, start: place(start), end: place(end) }
    if (moved.start < moved.end) return [moved]
    parser.lose('Selections of no words, with what is coded there')
    return []
  })
  return { ...source, text, selections }
}

async function rawText(parser: ProjectParser, file: ProjectFile, raw: RawSource, at: string): Promise<string | null> {
  const { content, path, name } = raw
  if (content !== null && path) parser.lose('Files of texts that the project holds itself as well')
  if (content !== null) return content
  if (!path) {
    parser.lose('Sources without a plain text, with what is coded there')
    return null
  }
  const inside = /^internal:\/\/([^/\\]+)$/i.exec(path)?.[1]
  if (!inside) {
    parser.fault(`${at}: its text lies outside this file (“${path.slice(0, 120)}”). Save the project with its sources.`)
    return null
  }
  const bytes = await file.source(inside)
  if (bytes) return decodeSource(bytes, name)
  parser.fault(`${at}: its text “${inside.slice(0, 120)}” is not in the zip.`)
  return null
}
