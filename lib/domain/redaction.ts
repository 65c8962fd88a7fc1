import { proseFields, writtenFields, type ProseField, type Written, type WrittenField } from './case-study'
import { findAddressesOnline, findTelephones, dialled } from './find-contacts'
import { findingKinds, type FindingKind } from './finding-kinds'
import { findHouses, findPostcodes } from './find-addresses'
import { findNames, knownPerson, peopleNamed, personInAddress, type KnownPerson } from './find-names'
import { fold, squeeze, unfold, wordsIn } from './folded-text'
import { spellings } from './case-study-name'
import { textOf, type Span } from './span'

/** What is known of the sources and looked for in the text. */
export type Known = {
  /** Names of organisations that consent keeps back. */
  keptBack: string[]
  /** Names of organisations that readers get: no word of them is taken for a person. */
  shown: string[]
  /** What stands in the contact fields. */
  contacts: { name: string; email: string; telephone: string }[]
  /** Whom the text named before words of it were replaced. */
  named?: string[]
  /** Words that somebody has decided about: they are found again wherever they stand. */
  decided?: { kind: FindingKind; words: string }[]
}

/** Words of a text that may be personal. `forbidden`: consent does not let them stand. */
export type Found = { kind: FindingKind; span: Span; words: string; forbidden: boolean }

/** The same words wherever they stand. */
export type FindingAmong<P> = {
  kind: FindingKind
  words: string
  forbidden: boolean
  places: { passage: P; span: Span }[]
}
/** The same words wherever they stand in a case study. */
export type Finding = FindingAmong<Passage>

/** A text of a case study that is read by itself: a field, a block of a section, or what a figure is said to show. */
export type Passage = { field: WrittenField; block: number | null; part: 'text' | 'alt' | 'caption'; text: string }
export type Place = { passage: Passage; span: Span }

/** All its texts, in the order in which they are read. */
export function passagesOf(written: Written): Passage[] {
  return writtenFields.flatMap((field): Passage[] => {
    if (!isProse(field)) return [{ field, block: null, part: 'text', text: written[field] }]
    return written[field].flatMap((block, at): Passage[] =>
      block.kind === 'figure'
        ? [
            { field, block: at, part: 'alt', text: block.alt },
            { field, block: at, part: 'caption', text: block.caption },
          ]
        : [{ field, block: at, part: 'text', text: block.text }],
    )
  })
}

function isProse(field: WrittenField): field is ProseField {
  return proseFields.some(prose => prose === field)
}

/** What of a case study may be personal, each words once, in the order in which they are read. */
export function findingsIn(written: Written, known: Known): Finding[] {
  const passages = passagesOf(written).map(passage => ({ ...passage, speaker: passage.field === 'quotationSource' }))
  return findingsAmong(passages, known)
}

/** The same of any texts that are read together. `speaker`: it says who speaks, by name and role. */
export function findingsAmong<P extends { text: string; speaker?: boolean }>(
  passages: readonly P[],
  known: Known,
): FindingAmong<P>[] {
  const asked = whatIsAsked(known)
  const first = passages.flatMap(({ text, speaker = false }) => findIn(text, asked, speaker))
  // Whoever is named in full once is looked for by each part of the name.
  const named = first.flatMap(found => (found.kind === 'NAME' ? (peopleNamed(found.words) ?? []) : []))
  const all = { ...asked, people: [...asked.people, ...named] }
  const findings = new Map<string, FindingAmong<P>>()
  for (const passage of passages) {
    for (const found of findIn(passage.text, all, passage.speaker ?? false)) {
      const { kind, words, forbidden, span } = found
      const finding = findings.get(words) ?? { kind, words, forbidden, places: [] }
      finding.forbidden ||= forbidden
      finding.places.push({ passage, span })
      findings.set(words, finding)
    }
  }
  return [...findings.values()]
}

type Asked = {
  people: KnownPerson[]
  secret: string[]
  keptBack: string[]
  shown: string[]
  numbers: string[]
  decided: NonNullable<Known['decided']>
}

/** Where consent keeps the organisation back, the whole name of who wrote for it would give it away too. */
function whatIsAsked({ keptBack, shown, contacts, named = [], decided = [] }: Known): Asked {
  const people = contacts.flatMap(({ name, email }) => [knownPerson(name) ?? [], personInAddress(email) ?? []].flat())
  const anonymous = shown.length === 0 && keptBack.length > 0
  return {
    decided,
    people: [...people, ...named.flatMap(name => peopleNamed(name) ?? [])],
    secret: anonymous
      ? [
          ...people.map(({ whole }) => whole).filter(whole => whole.includes(' ')),
          ...contacts.map(({ email }) => email),
        ]
      : [],
    keptBack: keptBack.flatMap(spellings),
    shown: shown.flatMap(spellings),
    numbers: contacts.map(({ telephone }) => dialled(telephone)).filter(digits => digits.length > 5),
  }
}

/** The findings of one text, in its order, none of which share a character. */
function findIn(text: string, asked: Asked, speaker: boolean): Found[] {
  if (text === '') return []
  const folded = fold(text)
  const squeezed = squeeze(folded)
  const shown = asked.shown.flatMap(name => wordsIn(squeezed, name))
  const isShown = (span: Span) => shown.some(named => named.start <= span.start && span.end <= named.end)
  const secret = asked.secret.flatMap(words => wordsIn(squeezed, words))
  const marks = [
    ...asked.keptBack.flatMap(name => wordsIn(squeezed, name)).map(span => mark('ORGANISATION', span, true)),
    ...asked.decided.flatMap(({ kind, words }) => wordsIn(squeezed, words).map(span => mark(kind, span))),
    ...secret.map(span => mark('NAME', span, true)),
    ...findNames(folded, asked.people, speaker)
      .filter(span => !isShown(span))
      .map(span => mark('NAME', span)),
    ...findTelephones(folded, asked.numbers).map(found => mark('TELEPHONE', found)),
    ...[...findAddressesOnline(folded), ...findPostcodes(folded), ...findHouses(folded)].map(found =>
      mark(kinds[found.kind], found),
    ),
  ]
  return united(marks).map(({ start, end, kind, forbidden }) => {
    const span = unfold(folded, start, end)
    return { kind, span, words: textOf(text, span), forbidden }
  })
}

type Mark = Span & { kind: FindingKind; forbidden: boolean }
const kinds = {
  email: 'EMAIL',
  telephone: 'TELEPHONE',
  handle: 'HANDLE',
  link: 'LINK',
  postcode: 'POSTCODE',
  address: 'ADDRESS',
} as const

function mark(kind: FindingKind, { start, end }: Span, forbidden = false): Mark {
  return { kind, start, end, forbidden }
}

/** What shares characters becomes one, of the graver kind: half of an address is no less an address. */
function united(marks: Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const next of marks.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = joined.at(-1)
    if (!last || next.start >= last.end) {
      joined.push({ ...next })
      continue
    }
    last.end = Math.max(last.end, next.end)
    last.forbidden ||= next.forbidden
    if (findingKinds.indexOf(next.kind) < findingKinds.indexOf(last.kind)) last.kind = next.kind
  }
  return joined
}
