import Link from 'next/link'

import type { DeskView } from '@/lib/data/case-study-desk'
import { approvalsNeeded, tooFewTeams } from '@/lib/domain/case-study'

import { ReviewForm, SendForm, UnpublishForm, WithdrawForm } from './deed-forms'

/** How far it is, what comes next, and what this viewer can do about it. */
export function Standing({ study }: { study: DeskView }) {
  const { id, version, slug, status, allows } = study
  const at = { id, version }
  const lost =
    status === 'WITHDRAWN'
      ? []
      : study.sources.filter(({ publish }) => publish === 'NO').map(source => source.reference)
  return (
    <div className="flex flex-col gap-4">
      <p>{nextStep(study)}</p>
      {lost.map(reference => (
        <p key={reference} className="border-l-4 border-furnace pl-3">
          <span className="font-semibold">The respondent of {reference} has taken it back.</span> Nothing of it may be
          published: take what rests on it out of the text.
        </p>
      ))}
      {status === 'PUBLISHED' ? (
        <p>
          <Link href={`/case-studies/${slug}`} prefetch={false} className="inline-block min-h-6">
            Read it in public
          </Link>
        </p>
      ) : null}
      {allows.sendForReview ? <SendForm {...at} /> : null}
      {allows.review ? <ReviewForm {...at} /> : null}
      {allows.unpublish ? <UnpublishForm {...at} /> : null}
      {allows.withdraw ? <WithdrawForm {...at} slug={slug} /> : null}
    </div>
  )
}

function nextStep({ status, approvals, otherTeams, outsideReaders, respondents, allows }: DeskView): string {
  switch (status) {
    case 'DRAFT':
      return allows.edit
        ? (tooFewTeams(otherTeams, outsideReaders.length) ??
            'Save it, then send it for review. Two teams other than the authors’ must approve it.')
        : 'Its authors are writing it. They send it for review when it is ready.'
    case 'CHANGES_REQUESTED':
      return allows.edit
        ? (tooFewTeams(otherTeams, outsideReaders.length) ??
            'Change what the reviews ask for, save it, then send it for review again.')
        : 'Its authors were asked for changes. It comes back for review when they have made them.'
    case 'IN_REVIEW':
      return `Approved by ${approvals} of the ${approvalsNeeded} teams it needs. An edit takes it back to draft.`
    case 'APPROVED':
      return respondents.some(({ state }) => state !== 'yes' && state !== 'lapsed')
        ? 'It is approved, and stands in the library. It waits for the respondent’s yes before a lead can publish it.'
        : 'It is approved, and stands in the library. A lead can publish it. An edit takes it back to draft.'
    case 'PUBLISHED':
      return 'It is published. An edit takes it back to draft, and off the public pages.'
    case 'WITHDRAWN':
      return 'It is withdrawn for good.'
  }
}
