import * as z from 'zod/mini'

/** A value of a variable, as the format has it: always a text here, with its own kind beside it. */
export const valueKinds = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const
export type ValueKind = (typeof valueKinds)[number]

const Value = z.object({ variable: z.string(), value: z.string() })

const Coded = z.object({
  guid: z.string(),
  code: z.string(),
  user: z.nullable(z.string()),
  at: z.nullable(z.string()),
  notes: z.array(z.string()),
})

const Selection = z.object({
  guid: z.string(),
  /** In code points of the text, end exclusive. */
  start: z.number(),
  end: z.number(),
  description: z.string(),
  user: z.nullable(z.string()),
  at: z.nullable(z.string()),
  codings: z.array(Coded),
  notes: z.array(z.string()),
})

/**
 * One thing of a REFI-QDA project, as it goes out and as it is read. GUIDs are in small letters and without braces,
 * times as ISO 8601, and what refers to another thing holds its GUID.
 */
export const ProjectThing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), guid: z.string(), name: z.string() }),
  z.object({
    kind: z.literal('code'),
    guid: z.string(),
    name: z.string(),
    colour: z.nullable(z.string()),
    codable: z.boolean(),
    description: z.string(),
    parent: z.nullable(z.string()),
    notes: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('variable'),
    guid: z.string(),
    name: z.string(),
    type: z.enum(valueKinds),
    description: z.string(),
  }),
  z.object({
    kind: z.literal('case'),
    guid: z.string(),
    name: z.string(),
    description: z.string(),
    codes: z.array(z.string()),
    values: z.array(Value),
    sources: z.array(z.string()),
    selections: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('source'),
    guid: z.string(),
    name: z.string(),
    description: z.string(),
    text: z.string(),
    user: z.nullable(z.string()),
    at: z.nullable(z.string()),
    selections: z.array(Selection),
    codings: z.array(Coded),
    notes: z.array(z.string()),
    values: z.array(Value),
  }),
  z.object({
    kind: z.literal('note'),
    guid: z.string(),
    name: z.string(),
    text: z.string(),
    user: z.nullable(z.string()),
    at: z.nullable(z.string()),
  }),
  z.object({
    kind: z.literal('link'),
    guid: z.string(),
    name: z.string(),
    origin: z.nullable(z.string()),
    target: z.nullable(z.string()),
  }),
  z.object({
    kind: z.literal('set'),
    guid: z.string(),
    name: z.string(),
    codes: z.array(z.string()),
    sources: z.array(z.string()),
    notes: z.array(z.string()),
  }),
])
export type ProjectThing = z.infer<typeof ProjectThing>
export type ThingOf<K extends ProjectThing['kind']> = Extract<ProjectThing, { kind: K }>
export type CodedPart = z.infer<typeof Coded>
export type SelectedPart = z.infer<typeof Selection>
export type ValuePart = z.infer<typeof Value>

/** What a case was called where it was imported from, and the variables that this portal has no field for. */
export const ImportedCase = z.object({
  name: z.nullable(z.string()),
  description: z._default(z.string(), ''),
  values: z._default(
    z.array(z.object({ guid: z.string(), name: z.string(), type: z.enum(valueKinds), value: z.string() })),
    [],
  ),
})
export type ImportedCase = z.infer<typeof ImportedCase>

/** How many there are of something, in words: “submissions”, “codings”. */
export const Counted = z.object({ what: z.string(), count: z.number() })

/** What a file holds or held, what is wrong with it (then nothing of it is imported), and what is lost. */
export const ExchangeReport = z.object({
  origin: z._default(z.string(), ''),
  counts: z.array(Counted),
  faults: z.array(z.string()),
  losses: z.array(z.string()),
  users: z._default(
    z.array(z.object({ guid: z.string(), name: z.string(), codings: z.number(), suggested: z.nullable(z.string()) })),
    [],
  ),
  /** What an import did, once it is done. */
  done: z._default(z.array(Counted), []),
})
export type ExchangeReport = z.infer<typeof ExchangeReport>

/** Variables of ours. Their GUIDs never change, so that a file of one portal is understood by another. */
const fixed = (last: number) => `7b1f0a52-6a3e-4d0c-9a51-${String(last).padStart(12, '0')}`
export const caseVariables = [
  { key: 'title', guid: fixed(1), name: 'Title', type: 'Text' },
  { key: 'organisation', guid: fixed(2), name: 'Organisation', type: 'Text' },
  { key: 'type', guid: fixed(3), name: 'Organisation type', type: 'Text' },
  { key: 'practice', guid: fixed(4), name: 'Whose work', type: 'Text' },
  { key: 'practiceOf', guid: fixed(5), name: 'Organisation that did it', type: 'Text' },
  { key: 'communities', guid: fixed(6), name: 'Communities', type: 'Text' },
  { key: 'places', guid: fixed(7), name: 'Places', type: 'Text' },
  { key: 'neighbourhood', guid: fixed(8), name: 'Neighbourhood', type: 'Text' },
  { key: 'themes', guid: fixed(9), name: 'Themes', type: 'Text' },
  { key: 'stage', guid: fixed(10), name: 'Stage', type: 'Text' },
  { key: 'decision', guid: fixed(11), name: 'Decision', type: 'Text' },
  { key: 'reason', guid: fixed(12), name: 'Reason for the decision', type: 'Text' },
  { key: 'language', guid: fixed(13), name: 'Language', type: 'Text' },
  { key: 'received', guid: fixed(14), name: 'Received', type: 'DateTime' },
  { key: 'team', guid: fixed(15), name: 'Team', type: 'Text' },
  { key: 'doubleCoded', guid: fixed(21), name: 'Two began to code it', type: 'DateTime' },
] as const satisfies readonly { key: string; guid: string; name: string; type: ValueKind }[]
export type CaseKey = (typeof caseVariables)[number]['key']

/** Which question of the call a source answers. */
export const answerVariable = { guid: fixed(16), name: 'Question', type: 'Text' } as const

/** A note that each coding refers to which a lead wrote when two codings were settled. */
export const agreedNote = {
  guid: fixed(17),
  name: 'Agreed',
  text: 'What two coders, who worked blind, were settled to.',
}

/** What notes of ours are called. */
export const ownNotes = { memo: 'Memo', comment: 'Comment', answer: 'Answer to a comment' } as const

/** Sets of ours. */
export const ownSets = {
  retired: { guid: fixed(18), name: 'Retired codes' },
  SHORTLISTED: { guid: fixed(19), name: 'Shortlisted' },
  NOT_TAKEN_FORWARD: { guid: fixed(20), name: 'Not taken forward' },
} as const

/** Names of links of ours: a comment that answers another, an agreed coding and what it came from. */
export const linkNames = { answers: 'answers', settles: 'settles' } as const

/** What parts the values of one variable: places, themes. */
export const valueSeparator = '; '

/** What no `.qdpx` of this portal carries, whatever it holds. */
export const neverCarried = [
  'Contact details, consents, private links and mail. They never leave the portal.',
  'Files, pictures and links that came with a submission. The text of a document goes out.',
  'Drafts, what is in quarantine, withdrawn, or merged into another submission.',
  'What somebody codes blind that you may not see, and comments that are held back meanwhile.',
  'Earlier versions of an answer, and codings that stand on them.',
  'Assignments, follow-up calls, conflicts of interest, who is double-coding, and agreement figures.',
  'History: of codes, of codings that were removed, of what codes were merged into, and when a code was defined anew.',
  'Whether a comment is resolved, and whom it mentions.',
  'Case studies, figures and the report.',
] as const

/** The most of everything that is taken in. A file beyond one of these is refused with the number. */
export const exchangeLimits = {
  fileBytes: 200 * 1024 * 1024,
  projectBytes: 200 * 1024 * 1024,
  textCharacters: 1_000_000,
  textBytes: 4_100_000,
  allTextBytes: 500 * 1024 * 1024,
  entries: 200_000,
  /** How many times larger something may be than it is in the zip, from a megabyte on. */
  ratio: 200,
  depth: 40,
  elements: 6_000_000,
  attribute: 20_000,
  words: 1_100_000,
  faults: 100,
} as const
