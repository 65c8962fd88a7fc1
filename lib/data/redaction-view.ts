import { studyOf, type CaseStudyRecord } from '@/lib/data/case-study-record'
import { redactedOf } from '@/lib/data/redaction-record'
import { fieldNames } from '@/lib/domain/case-study'
import type { FindingKind } from '@/lib/domain/finding-kinds'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Finding } from '@/lib/domain/redaction'
import { inContext, type RedactionChoice } from '@/lib/domain/redaction-decision'

/** Words that were found, where they stand, and what was decided of them. */
export type FindingView = {
  kind: FindingKind
  words: string
  /** Consent does not let them stand. */
  forbidden: boolean
  /** Nobody has decided yet, or what was decided does not hold. */
  open: boolean
  places: { field: string; before: string; words: string; after: string }[]
  decision: { choice: RedactionChoice; reason: string; replacement: string; by: string; at: Date } | null
}

/** What stands between a case study and its publication, as its desk shows it. The open ones come first. */
export type RedactionView = {
  findings: FindingView[]
  open: number
  digest: string
  /** Who let this text go; null where nobody has, or where it or a decision changed since. */
  released: { by: string; at: Date } | null
  /** Somebody let an earlier text go. */
  wasReleased: boolean
  allows: { decide: boolean; release: boolean }
}

/** The panel "Before publication" for this viewer. */
export function redactionView(viewer: Viewer, study: CaseStudyRecord): RedactionView {
  const redacted = redactedOf(study)
  const findings = redacted.findings.map(finding => viewOf(finding, study))
  const thing = studyOf(study)
  const { clearance } = study
  return {
    findings: findings.toSorted((one, other) => Number(other.open) - Number(one.open)),
    open: redacted.open.length,
    digest: redacted.digest,
    released: redacted.released && clearance ? { by: clearance.releasedBy.name, at: clearance.releasedAt } : null,
    wasReleased: clearance !== null && !redacted.released,
    allows: {
      decide: may(viewer, 'decideRedactions', thing),
      release:
        redacted.open.length === 0 &&
        redacted.findings.length > 0 &&
        !redacted.released &&
        may(viewer, 'releaseRedactions', { ...thing, deciderIds: redacted.deciderIds }),
    },
  }
}

const mostPlaces = 20

function viewOf({ kind, words, forbidden, places }: Finding, study: CaseStudyRecord): FindingView {
  const { decisions, open } = redactedOf(study)
  const made = decisions.get(words)
  return {
    kind,
    words,
    forbidden,
    open: made === undefined || open.some(finding => finding.words === words),
    places: places.slice(0, mostPlaces).map(place => ({ field: fieldNames[place.passage.field], ...inContext(place) })),
    decision: made
      ? { choice: made.choice, reason: made.reason, replacement: made.replacement, by: made.by, at: made.at }
      : null,
  }
}
