import { createTranslator } from 'next-intl'

import type { BriefedStudy } from '@/lib/data/briefings'
import type { CallView } from '@/lib/data/calls'
import type { Note } from '@/lib/domain/citation-notes'
import { plainFileOf } from '@/lib/domain/picture'
import { stretchesOf, type Prose, type WordBlock } from '@/lib/domain/prose'
import words from '@/lib/i18n/en/gallery.json'
import { apaReference, citableOf } from '@/lib/exchange/citing'
import { dateInWords, listInWords } from '@/lib/i18n/in-words'

/** A label and what is said under it. */
export type BriefingRow = { label: string; value: string }

/** The region as tiles: which lie where, which of them are meant, and the same in words. */
export type RegionPicture = { tiles: { column: number; row: number; on: boolean }[]; alt: string }

/** A picture as JPEG, with its size in pixels and what it shows. */
export type BriefingPicture = { file: Buffer; width: number; height: number; alt: string }

export type BriefingBlock =
  | { kind: 'lead' | 'text' | 'part' | 'heading' | 'bullet' | 'number' | 'quoted'; text: string }
  | { kind: 'quotation'; text: string; source: string }
  | { kind: 'note'; title: string; text: string }
  | { kind: 'rows'; rows: BriefingRow[] }
  | ({ kind: 'picture'; caption: string } & BriefingPicture)

/** A part of a briefing that begins on a page of its own. */
export type BriefingSection = {
  kicker: string
  heading: string
  lead: string
  facts: BriefingRow[]
  picture: RegionPicture | null
  blocks: BriefingBlock[]
}

/** A briefing, all of it in words: what its PDF and its DOCX are made of. */
export type BriefingDocument = {
  language: string
  title: string
  kicker: string
  /** Beneath the title on the cover. */
  lines: string[]
  introduction: string
  warning: { title: string; text: string } | null
  contents: string
  sections: BriefingSection[]
  /** Whose document it is, for its properties: never a person. */
  publisher: string
  /** Said below a text of which a document can't show all letters. */
  unshown: string
}

export type BriefingAsked = {
  title: string
  audience: string
  studies: BriefedStudy[]
  /** The pictures that their texts show, as JPEG. */
  pictures: ReadonlyMap<string, Buffer>
  /** What stands beside each in the collection, by its slug; and what is said of all of them. */
  notes: Map<string, string>
  note: string
  /** The calls that they come from, by slug. */
  calls: Map<string, CallView>
  origin: string
  now: Date
}

const locale = 'en-GB'
const day = (time: Date | string) => dateInWords(time, locale)
const t = createTranslator({ locale: 'en', messages: { gallery: words }, namespace: 'gallery' })

/** Puts chosen case studies into a briefing. Nothing is said of them but what their releases hold. */
export function composeBriefing(asked: BriefingAsked): BriefingDocument {
  const { studies, audience, calls, now } = asked
  const ownCalls = [...calls.values()]
  const names = ownCalls.map(call => `‘${call.name}’`)
  const commissioners = [...new Set(ownCalls.map(call => call.commissioner).filter(Boolean))]
  return {
    language: locale,
    title: titleOf(asked),
    kicker: 'Briefing',
    lines: [
      ...(audience ? [`For ${audience}`] : []),
      day(now),
      `${studies.length === 1 ? 'One case study' : `${studies.length} case studies`} from the call for evidence ${listInWords(names, locale)}`,
      ...(commissioners.length > 0 ? [`Commissioned by the ${listInWords(commissioners, locale)}`] : []),
    ],
    introduction: asked.note,
    warning: ownCalls.some(call => call.demonstration) ? demonstration : null,
    contents: 'Contents',
    sections: [
      ...studies.map((study, index) => sectionOf(asked, study, `Case study ${index + 1} of ${studies.length}`)),
      methodSection(ownCalls, now),
    ],
    publisher: commissioners[0] ?? 'Evidence portal',
    unshown: 'Letters of other scripts stand here as […]: the library shows them.',
  }
}

const demonstration = {
  title: 'This briefing comes from a demonstration',
  text: 'Every organisation, person and event in it is invented. Nothing in it is evidence: do not base a decision on it.',
}

function titleOf({ title, studies }: BriefingAsked): string {
  const [first, ...others] = studies
  return title || (first && others.length === 0 ? first.title : 'Good practice in the West Midlands')
}

function sectionOf(asked: BriefingAsked, study: BriefedStudy, kicker: string): BriefingSection {
  const call = asked.calls.get(study.callSlug)
  const note = asked.notes.get(study.slug)
  const part = (field: 'whatHappened' | 'whatWasNew' | 'difference' | 'learning'): BriefingBlock[] =>
    study[field].length > 0
      ? [{ kind: 'part', text: t(`study.${field}`) }, ...blocksOf(study[field], asked.pictures)]
      : []
  return {
    kicker,
    heading: study.title,
    lead: study.summary,
    facts: [
      { label: t('study.who'), value: whoInWords(study) },
      { label: t('study.where'), value: study.placeNames.join(', ') },
      { label: t('study.themes'), value: study.themes.join('; ') },
      { label: t('study.lenses'), value: study.lenses.join(', ') },
      { label: t('study.decisionArea'), value: study.decisionArea },
    ].filter(({ value }) => value !== ''),
    picture: call ? pictureOf(study, call) : null,
    blocks: [
      ...(note ? [{ kind: 'note', title: 'Why it is here', text: note } as const] : []),
      ...part('whatHappened'),
      ...(study.quotation
        ? [
            {
              kind: 'quotation',
              text: study.quotation.replace(/^[“"]|[”"]$/gu, ''),
              source: study.quotationSource,
            } as const,
          ]
        : []),
      ...part('whatWasNew'),
      ...part('difference'),
      ...part('learning'),
      { kind: 'part', text: 'On what it rests' },
      { kind: 'rows', rows: restsOn(asked, study, call) },
    ],
  }
}

function blocksOf(prose: Prose, pictures: ReadonlyMap<string, Buffer>): BriefingBlock[] {
  return prose.flatMap((block): BriefingBlock[] => {
    if (block.kind === 'figure') {
      const { alt, caption, ...figure } = block
      const file = pictures.get(figure.image)
      return file ? [{ kind: 'picture', file, ...plainFileOf(figure), alt, caption }] : []
    }
    const text = withMarks(block)
    if (block.kind === 'paragraph') return [{ kind: 'text', text }]
    return [{ kind: block.kind === 'quotation' ? 'quoted' : block.kind, text }]
  })
}

/** A number in brackets wherever the text rests on a passage of the evidence. */
function withMarks(block: WordBlock): string {
  return stretchesOf(block)
    .map(part => (typeof part === 'string' ? part : ` [${part.n}]`))
    .join('')
}

function noteInWords({ n, organisationName, organisationType }: Note): string {
  const words = organisationName
    ? t('study.noteNamed', { organisation: organisationName })
    : t('study.noteUnnamed', { type: organisationType ?? 'OTHER' })
  return `[${n}] ${words}`
}

/** "Hope House", or "A faith group in Dudley" where the name is not ours to give. */
function whoInWords({ organisationName, organisationType }: BriefedStudy): string {
  return organisationName ?? `${t('unnamed', { type: organisationType ?? 'other' })}, not named here`
}

function pictureOf(study: BriefedStudy, call: CallView): RegionPicture | null {
  const tiles = call.places.flatMap(({ key, tileColumn, tileRow }) =>
    tileColumn === null || tileRow === null
      ? []
      : [{ column: tileColumn, row: tileRow, on: study.placeKeys.includes(key) }],
  )
  if (!tiles.some(tile => tile.on)) return null
  return {
    tiles,
    alt: `The authorities of the region as tiles on a map, with ${listInWords(study.placeNames, locale)} marked.`,
  }
}

function restsOn(asked: BriefingAsked, study: BriefedStudy, call: CallView | undefined): BriefingRow[] {
  const address = `${asked.origin}/case-studies/${study.slug}`
  const approvals = study.approvedBy.map(({ team, at }) => `${team} on ${day(at)}`)
  const evidence = study.sources === 1 ? 'One response to the call' : `${study.sources} responses to the call`
  const passages =
    study.notes.length > 0
      ? '. A number in brackets marks what rests on a passage of it, which the research teams can show'
      : ''
  return [
    { label: 'Evidence', value: `${evidence}${passages}.` },
    { label: t('study.notes'), value: study.notes.map(noteInWords).join('\n') },
    { label: 'Written by', value: listInWords(study.writtenBy, locale) },
    {
      label: 'Approved by',
      value:
        approvals.length > 0
          ? `${listInWords(approvals, locale)}.`
          : `The teams that reviewed it, on ${day(study.approvedAt)}.`,
    },
    {
      label: 'Consent',
      value: study.organisationName
        ? 'Whoever gave the evidence agreed to its publication with the name of the organisation.'
        : 'Published without the name of the organisation. Do not try to find out who it is, and do not say so if you know.',
    },
    {
      label: 'Standing',
      value: study.publishedAt
        ? `Public since ${day(study.publishedAt)} at ${address}`
        : 'Approved, not public yet: for use within the authority. Do not cite it or pass it on.',
    },
    {
      label: 'How to cite it',
      value: study.publishedAt && call ? citation({ ...study, publishedAt: study.publishedAt }, call, address) : '',
    },
  ].filter(({ value }) => value !== '')
}

function methodSection(calls: readonly CallView[], now: Date): BriefingSection {
  const partners = [...new Set(calls.flatMap(call => call.partners.map(partner => partner.name)))]
  const by = partners.length > 0 ? `the partners of the call: ${listInWords(partners, locale)}` : 'research teams'
  const contacts = [...new Set(calls.map(call => call.contactEmail).filter(Boolean))]
  const block = (part: string, text: string): BriefingBlock[] => [
    { kind: 'part', text: part },
    { kind: 'text', text },
  ]
  return {
    kicker: 'About this briefing',
    heading: 'How these case studies were made',
    lead: '',
    facts: [],
    picture: null,
    blocks: [
      ...block(
        'Where they come from',
        `Each case study is written by researchers from one or more responses to a call for evidence, gathered and read by ${by}. It says no more than those who responded agreed to: what a briefing holds is the text that was released, and nothing of the responses themselves.`,
      ),
      ...block(
        'How they were approved',
        'People of two teams other than its authors’ read each case study and approved it before it came into the library. Any change after that takes the approval back, and it leaves the library until it is approved again.',
      ),
      ...block(
        'What consent allows',
        'An organisation is named only where it agreed to be. Whoever gave evidence can take that consent back at any time, and the case study then leaves the library at once. ' +
          `This briefing shows what stood there on ${day(now)}: look again before you rely on it later, and pass on no older copy of what has been taken back.`,
      ),
      ...block(
        'What they can and cannot tell',
        'They are examples that organisations chose to send. They show what was possible somewhere and how it was done; they do not show how common it was, nor what would have happened without it. Figures in them are those that the organisations gave.',
      ),
      ...(contacts.length > 0 ? block('Questions', `Write to ${listInWords(contacts, locale)}.`) : []),
    ],
  }
}

function citation(study: Parameters<typeof citableOf>[0], call: CallView, address: string): string {
  const { before, title, after } = apaReference(citableOf(study, call, address))
  return before + title + after
}
