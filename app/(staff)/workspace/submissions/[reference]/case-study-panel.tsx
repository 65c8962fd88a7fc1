import Link from 'next/link'

import { startCaseStudy } from '@/app/(staff)/workspace/case-studies/actions'
import { ActionForm } from '@/components/ui/action-form'
import type { SubmissionView } from '@/lib/data/submissions'
import { caseStudyStatusNames } from '@/lib/domain/case-study'

/** What was written from this submission, and the way to begin. */
export function CaseStudyPanel({ submission }: { submission: SubmissionView }) {
  const { caseStudies, allows } = submission
  return (
    <>
      {caseStudies.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {caseStudies.map(study => (
            <li key={study.id}>
              <Link href={`/workspace/case-studies/${study.id}`} prefetch={false} className="inline-block min-h-6">
                {study.title}
              </Link>{' '}
              <span className="text-sm text-muted">{caseStudyStatusNames[study.status]}</span>
            </li>
          ))}
        </ul>
      ) : allows.startCaseStudy ? (
        <ActionForm action={startCaseStudy} submit="Write a case study" variant="secondary" small>
          <input type="hidden" name="reference" value={submission.reference} />
        </ActionForm>
      ) : (
        <p className="text-muted">Shortlist this submission to write a case study from it.</p>
      )}
    </>
  )
}
