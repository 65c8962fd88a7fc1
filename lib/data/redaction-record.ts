import { createHash } from 'node:crypto'

import { namedSources, type CaseStudyRecord } from '@/lib/data/case-study-record'
import { writtenOf } from '@/lib/domain/case-study'
import { namesKeptBack, nameToShow } from '@/lib/domain/case-study-name'
import { findingKinds } from '@/lib/domain/finding-kinds'
import type { Finding, Known } from '@/lib/domain/redaction'
import { outcomeOf, type Decision, type Outcome } from '@/lib/domain/redaction-decision'

/** A decision with who made it and when. */
export type Made = Decision & { byId: string; by: string; at: Date }

/** What stands between a case study and its publication. */
export type Redacted = Outcome & {
  known: Known
  /** Decisions about words that are there, by the words. Those about words that went are kept for when they come back. */
  decisions: Map<string, Made>
  /** Who made those: none of them can release it. */
  deciderIds: string[]
  /** Of the text and all that was decided of it: another text or another decision has another. */
  digest: string
  /** Whether somebody else has let exactly this go. */
  released: boolean
}

const read = new WeakMap<CaseStudyRecord, Redacted>()

/** What was found in a case study, what was decided, and what readers would get. Worked out once for each record that was read. */
export function redactedOf(study: CaseStudyRecord): Redacted {
  const before = read.get(study)
  if (before) return before
  const known = knownOf(study)
  const original = writtenOf(study)
  const made = study.redactions.map(({ words, choice, reason, replacement, decidedBy, decidedAt }): Made => ({
    words,
    choice,
    reason,
    replacement,
    byId: decidedBy.id,
    by: decidedBy.name,
    at: decidedAt,
  }))
  const outcome = outcomeOf(original, known, made)
  const there = new Set(outcome.findings.map(({ words }) => words))
  const decisions = new Map(made.filter(({ words }) => there.has(words)).map(decision => [decision.words, decision]))
  const deciderIds = [...new Set([...decisions.values()].map(({ byId }) => byId))]
  const digest = digestOf(original, outcome, decisions)
  const redacted = {
    ...outcome,
    known,
    decisions,
    deciderIds,
    digest,
    released: study.clearance?.digest === digest && !deciderIds.includes(study.clearance.releasedBy.id),
  }
  read.set(study, redacted)
  return redacted
}

function knownOf(study: CaseStudyRecord): Known {
  const sources = namedSources(study)
  const shown = nameToShow(sources)
  return {
    decided: study.redactions.flatMap(({ kind, words }) => {
      const known = findingKinds.find(name => name === kind)
      return known ? { kind: known, words } : []
    }),
    keptBack: namesKeptBack(sources),
    shown: shown === null ? [] : sources.map(({ organisationName }) => organisationName),
    contacts: study.sources.flatMap(({ submission: { contact } }) =>
      contact ? [{ name: contact.name ?? '', email: contact.email ?? '', telephone: contact.telephone ?? '' }] : [],
    ),
  }
}

function digestOf(original: unknown, outcome: Outcome, decisions: Map<string, Made>): string {
  const decided = [...decisions.values()]
    .map(({ words, choice, reason, replacement, byId }) => [words, choice, reason, replacement, byId])
    .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([original, outcome.written, decided]))
    .digest('hex')
}

/** Words that an address of the page may not hold: all that were replaced or removed here at any time, and what was not decided. */
export function wordsOutOf(study: CaseStudyRecord): string[] {
  const { open, known } = redactedOf(study)
  const out = study.redactions.filter(({ choice }) => choice !== 'KEEP').map(({ words }) => words)
  const kept = study.redactions.filter(({ choice }) => choice === 'KEEP').map(({ words }) => words.toLowerCase())
  const names = known.contacts
    .map(({ name }) => name)
    .filter(name => !kept.some(words => name.toLowerCase().includes(words)))
  return [...known.keptBack, ...names, ...out, ...open.map(({ words }) => words)].filter(words => words !== '')
}

/** Why others cannot judge it yet; null where all that was found is decided. */
export function undecided(study: CaseStudyRecord): string | null {
  const { open } = redactedOf(study)
  if (open.length === 0) return null
  const those = open.slice(0, 3).map(({ words }) => `“${shortened(words)}”`)
  const more = open.length > 3 ? ` and ${open.length - 3} more` : ''
  return `Decide under “Before publication” what is to become of ${those.join(', ')}${more}.`
}

/** Why it cannot go out; null where all is decided and a second person has released it. */
export function redactionRefusal(study: CaseStudyRecord): string | null {
  const waiting = undecided(study)
  if (waiting) return waiting
  if (redactedOf(study).released) return null
  return 'Somebody who decided none of the words under “Before publication” must release this text before it goes out.'
}

function shortened(words: string): string {
  const letters = Array.from(words)
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : words
}

/** The finding that these words are; undefined where they are not there any more. */
export function findingOf(redacted: Redacted, words: string): Finding | undefined {
  return redacted.findings.find(finding => finding.words === words)
}
