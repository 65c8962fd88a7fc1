import type { SaxesTagNS } from 'saxes'

import {
  exchangeLimits as limits,
  valueKinds,
  type CodedPart,
  type ProjectThing,
  type SelectedPart,
  type ThingOf,
  type ValuePart,
} from '@/lib/domain/exchange'

import { ProjectFault } from './qdpx-zip'

/** A source before its text was read: it is in the project itself, in a file of the zip, or nowhere. */
export type RawSource = Omit<ThingOf<'source'>, 'text'> & { content: string | null; path: string | null; line: number }
export type RawThing = Exclude<ProjectThing, { kind: 'source' }> | RawSource

/** What an element is while it is open: what it adds to, and the text that is gathered in it. */
export type Frame = {
  name: string
  text: string | null
  thing: RawThing | null
  selection: SelectedPart | null
  coding: CodedPart | null
  value: ValuePart | null
}

export const texts = new Set(['Description', 'PlainTextContent', ...valueKinds.map(kind => `${kind}Value`)])
export const skipped: Record<string, string> = {
  PictureSource: 'Pictures, with what is coded in them',
  PDFSource: 'PDF documents, with what is coded in them',
  AudioSource: 'Sound recordings, with what is coded in them',
  VideoSource: 'Films, with what is coded in them',
  Graph: 'Graphs',
}

/** What a parser learns on its way, for the report. */
export type Learned = { origin: string; faults: string[]; losses: Map<string, number> }

/** The attributes of an element that are of no namespace. */
export function attributesOf(tag: SaxesTagNS, here: string): Record<string, string> {
  const given: Record<string, string> = {}
  for (const { local, prefix, value } of Object.values(tag.attributes)) {
    if (value.length > limits.attribute) throw new ProjectFault(`${here}: “${local}” is longer than is taken in.`)
    if (prefix === '') given[local] = value
  }
  return given
}

/** Which program wrote a project, by its first element; throws where it is no project. */
export function originOf({ local, uri }: SaxesTagNS, given: Record<string, string>): string {
  if (local === 'CodeBook')
    throw new ProjectFault('This is a codebook and no project. Import it on the codebook’s own page.')
  if (local !== 'Project' || !uri.startsWith('urn:QDA-XML:project:'))
    throw new ProjectFault('This is not a REFI-QDA project: its first element is another.')
  return (given.origin ?? '').slice(0, 200)
}

/** A time as ISO 8601; null where none is given, undefined where it cannot be read. */
export function readTime(text: string | undefined): string | null | undefined {
  if (!text) return null
  const time = Date.parse(text)
  return time > Date.UTC(1900, 0) && time < Date.UTC(2200, 0) ? new Date(time).toISOString() : undefined
}
