import * as z from 'zod/mini'

import { proseFields, type Written } from './case-study'
import { holdsName } from './case-study-name'
import type { Block, Cite, Prose } from './prose'
import { findingsIn, type Finding, type Known, type Place } from './redaction'
import { pointAt, unitAt, type Span } from './span'
import { countCharacters } from './text-count'
import { normaliseLine } from './text-normal'

export const redactionChoices = ['KEEP', 'REPLACE', 'REMOVE'] as const
export type RedactionChoice = (typeof redactionChoices)[number]

/** What is to become of words that were found, wherever they stand. A reason belongs to what is kept, a replacement to what is replaced. */
export type Decision = { words: string; choice: RedactionChoice; reason: string; replacement: string }

/** How long a reason or a replacement can be, in code points. */
export const mostOfDecision = 300

const line = z.pipe(z._default(z.string(), ''), z.transform(normaliseLine))
const Choice = z.object({
  words: z.string().check(z.minLength(1), z.maxLength(5_000)),
  choice: z._default(z.enum(['', ...redactionChoices]), ''),
  reason: line,
  replacement: line,
})

/** A form with one group of fields for each finding: `words-0`, `choice-0`, `reason-0`, `replacement-0`, and so on. */
export const RedactionInput = z.pipe(
  z.transform(groupsOf),
  z.object({
    id: z.uuid(),
    decisions: z.array(z.extend(Choice, { number: z.string() })).check(z.maxLength(1_000)),
  }),
)
export type RedactionInput = z.infer<typeof RedactionInput>
export type RedactionAnswer = RedactionInput['decisions'][number]

/** A second person's word that what stands may go out; `digest` is of exactly what they read. */
export const RedactionReleaseInput = z.object({ id: z.uuid(), digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })
export type RedactionReleaseInput = z.infer<typeof RedactionReleaseInput>

function groupsOf(form: unknown): unknown {
  if (typeof form !== 'object' || form === null) return {}
  const sent = new Map(Object.entries(form))
  const numbers = [...sent.keys()].flatMap(name => /^words-(\d{1,4})$/.exec(name)?.[1] ?? [])
  const decisions = numbers.map(number => ({
    number,
    words: sent.get(`words-${number}`),
    choice: sent.get(`choice-${number}`),
    reason: sent.get(`reason-${number}`),
    replacement: sent.get(`replacement-${number}`),
  }))
  return { id: sent.get('id'), decisions }
}

/** What is wrong with a decision about this finding, by the field that says it; null where it can be taken. */
export function decisionFault(
  answer: Pick<RedactionAnswer, 'choice' | 'reason' | 'replacement'>,
  finding: Finding,
  known: Known,
): { field: 'choice' | 'reason' | 'replacement'; message: string } | null {
  const { choice, reason, replacement } = answer
  const words = `“${finding.words}”`
  if (choice === 'KEEP' && finding.forbidden)
    return { field: 'choice', message: `Consent does not let ${words} be published: replace or remove it` }
  if (choice === 'KEEP' && !reason) return { field: 'reason', message: `Enter why ${words} is kept` }
  if (choice === 'REPLACE' && !replacement)
    return { field: 'replacement', message: `Enter what stands in place of ${words}` }
  for (const [field, text] of [
    ['reason', reason],
    ['replacement', replacement],
  ] as const)
    if (countCharacters(text) > mostOfDecision)
      return { field, message: `Enter ${mostOfDecision} characters or less about ${words}` }
  if (
    choice === 'REPLACE' &&
    (replacement === finding.words || known.keptBack.some(name => holdsName(replacement, name)))
  )
    return { field: 'replacement', message: `The words in place of ${words} may not be published themselves` }
  return null
}

/** What is published of a case study, and what of it nobody has decided yet. */
export type Outcome = {
  written: Written
  /** All that was found, in the text as it stands and in the words that took a place in it. */
  findings: Finding[]
  /** Those of them that still stand in what would be published without leave. */
  open: Finding[]
}

/**
 * Carries the decisions out. Words put in place are read like any others, so twice more at most; what is found in the end
 * and was not kept, or cannot be, is open. So nothing that was found goes out without a decision.
 */
export function outcomeOf(original: Written, known: Known, decisions: Decision[]): Outcome {
  const byWords = new Map(decisions.map(decision => [decision.words, decision]))
  const all = new Map<string, Finding>()
  const named = findingsIn(original, known).flatMap(({ kind, words }) => (kind === 'NAME' ? words : []))
  let written = original
  for (let round = 0; ; round += 1) {
    const findings = findingsIn(written, { ...known, named })
    for (const finding of findings) if (!all.has(finding.words)) all.set(finding.words, finding)
    const changes = findings.filter(({ words }) => (byWords.get(words)?.choice ?? 'KEEP') !== 'KEEP')
    if (changes.length === 0 || round === 3) {
      const open = findings.filter(({ words, forbidden }) => forbidden || byWords.get(words)?.choice !== 'KEEP')
      return { written, findings: [...all.values()], open }
    }
    written = carriedOut(written, changes, byWords)
  }
}

type Edit = { span: Span; put: string }

function carriedOut(written: Written, findings: Finding[], decisions: Map<string, Decision>): Written {
  const edits = (field: string, block: number | null, part: Place['passage']['part']): Edit[] =>
    findings
      .flatMap(({ words, places }) => {
        const decision = decisions.get(words)
        const put = decision?.choice === 'REPLACE' ? decision.replacement : ''
        return places
          .filter(({ passage }) => passage.field === field && passage.block === block && passage.part === part)
          .map(({ span }) => ({ span, put }))
      })
      .toSorted((one, other) => one.span.start - other.span.start)
  const changed = { ...written }
  const lines = ['title', 'summary', 'quotation', 'quotationSource', 'decisionArea'] as const
  for (const field of lines) changed[field] = edited(written[field], edits(field, null, 'text')).text
  for (const field of proseFields)
    changed[field] = written[field].flatMap((block, at): Prose => {
      if (block.kind === 'figure')
        return [
          {
            ...block,
            alt: edited(block.alt, edits(field, at, 'alt')).text,
            caption: edited(block.caption, edits(field, at, 'caption')).text,
          },
        ]
      return wordsLeft(block, edited(block.text, edits(field, at, 'text')))
    })
  return changed
}

type Words = Exclude<Block, { kind: 'figure' }>

function wordsLeft(block: Words, { text, moved }: Edited): Words[] {
  if (text === '' && block.text !== '') return []
  const cites = block.cites?.map((cite): Cite => ({ ...cite, at: moved(cite.at) }))
  return [{ ...block, text, ...(cites ? { cites } : {}) }]
}

type Edited = { text: string; moved: (at: number) => number }

/** The text with words put in place or taken out, and where its code points stand in it now. */
function edited(text: string, edits: Edit[]): Edited {
  if (edits.length === 0) return { text, moved: at => at }
  let out = ''
  let done = 0
  const shifts: { from: number; to: number; by: number }[] = []
  for (const { span, put } of edits) {
    let [from, to] = [unitAt(text, span.start), unitAt(text, span.end)]
    if (put === '' && inBrackets(text, from, to)) [from, to] = [from - 1, to + 1]
    out += text.slice(done, from) + put
    done = put === '' ? to + gapAfter(out, text.slice(to, to + 8)) : to
    if (put === '') out = closed(out, text.charAt(done))
    shifts.push({ from: pointAt(text, from), to: pointAt(text, done), by: countCharacters(out) - pointAt(text, done) })
  }
  out = (out + text.slice(done)).trimEnd()
  const length = countCharacters(out)
  const moved = (at: number) => {
    const shift = shifts.findLast(({ from }) => from < at)
    if (!shift) return Math.min(at, length)
    return Math.min(Math.max(at, shift.to) + shift.by, length)
  }
  return { text: out, moved }
}

/** Whether words are all that a pair of brackets holds: it goes with them. */
function inBrackets(text: string, from: number, to: number): boolean {
  return ['()', '[]'].includes(text.charAt(from - 1) + text.charAt(to))
}

/** What parted words that are taken out from those before them goes too, where something ends there. */
function closed(before: string, next: string): string {
  if (next === ',') return before.replace(/ $/u, '')
  return next === '' || '.;:!?)]\n'.includes(next) ? before.replace(/[ ,;:]+$/u, '') : before
}

/** How much of what follows goes with words that are taken out: one of two spaces, and at the beginning all that parted them. */
function gapAfter(before: string, after: string): number {
  if (before === '' || before.endsWith('\n')) return /^[\s,;:.-]*/u.exec(after)?.[0].length ?? 0
  return before.endsWith(' ') && after.startsWith(' ') ? 1 : 0
}

/** Words before and after a finding where it stands, to be read with it: at most so many code points on each side. */
export function inContext({ passage, span }: Place, most = 60): { before: string; words: string; after: string } {
  const [from, to] = [unitAt(passage.text, span.start), unitAt(passage.text, span.end)]
  const [before, after] = [Array.from(passage.text.slice(0, from)), Array.from(passage.text.slice(to))]
  const lead = before.slice(-most).join('')
  const rest = after.slice(0, most).join('')
  return {
    before: before.length > most ? `…${lead.replace(/^\S*\s/u, '')}` : lead,
    words: passage.text.slice(from, to),
    after: after.length > most ? `${rest.replace(/\s\S*$/u, '')}…` : rest,
  }
}
