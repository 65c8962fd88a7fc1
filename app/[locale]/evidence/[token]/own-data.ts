import type { EvidenceView } from '@/lib/data/evidence'
import type { KeptAboutView } from '@/lib/data/kept-about'

/** Everything that is kept about a respondent and their evidence, as JSON to keep and to pass on. Times are ISO strings. */
export function dataOf(evidence: EvidenceView, kept: KeptAboutView | null): string {
  const { id: _, callSlug: _slug, correcting: _open, mayCorrect: _may, form, ...own } = evidence
  const { notice, noticeVersion, ...shown } = form
  const { caseStudies, ...outcome } = own.outcome
  const published = caseStudies
    .filter(({ status }) => status === 'PUBLISHED')
    .map(({ title, slug }) => ({ title, slug }))
  const data = {
    made: new Date().toISOString(),
    ...own,
    outcome: { ...outcome, published },
    kept,
    form: shown,
    privacyNotice: { version: noticeVersion, text: notice },
  }
  return `${JSON.stringify(data, null, 2)}\n`
}
