import Link from 'next/link'

import { Paragraphs } from '@/components/site/paragraphs'
import { Disclosure } from '@/components/ui/disclosure'
import type { SourceView } from '@/lib/data/case-study-desk'
import { answerNames } from '@/lib/domain/submission'

/** The respondents' own words, to be read beside the text that is written from them. */
export function SourceEvidence({ sources }: { sources: SourceView[] }) {
  return (
    <div className="flex flex-col gap-4">
      {sources.map(({ reference, evidence }) =>
        evidence ? (
          <div key={reference}>
            <p className="font-semibold">{evidence.title}</p>
            <p>{evidence.organisationName}</p>
            <p className="text-sm">
              <Link href={`/workspace/submissions/${reference}`} prefetch={false} className="inline-block min-h-6">
                {reference}
              </Link>
            </p>
            <Disclosure summary="Read the answers" className="mt-1">
              <div className="flex flex-col gap-4">
                {evidence.answers.map(({ field, body }) => (
                  <section key={field}>
                    <h3 className="mb-1 text-base">{answerNames[field]}</h3>
                    <div className="prose font-serif">
                      <Paragraphs text={body} />
                    </div>
                  </section>
                ))}
              </div>
            </Disclosure>
          </div>
        ) : (
          <p key={reference}>The respondent has withdrawn {reference}.</p>
        ),
      )}
    </div>
  )
}
