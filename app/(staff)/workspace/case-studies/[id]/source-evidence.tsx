import Link from 'next/link'

import { Paragraphs } from '@/components/site/paragraphs'
import { Disclosure } from '@/components/ui/disclosure'
import { CitableList } from '@/components/writing/citable-list'
import type { DeskView } from '@/lib/data/case-study-desk'
import type { SourceChoice } from '@/lib/data/case-study-sources'
import type { SourcePhotograph } from '@/lib/data/pictures'
import type { CitableSpan } from '@/lib/domain/citation'
import { answerNames } from '@/lib/domain/submission'

import { AddSourceForm, RemoveSourceForm } from './source-forms'
import { SourcePhotographs } from './writing/source-photographs'

type SourceEvidenceProps = {
  study: Pick<DeskView, 'id' | 'version' | 'sources' | 'allows'>
  citable: CitableSpan[]
  choices: SourceChoice[]
  photographs: SourcePhotograph[]
  editing: boolean
}

/** The respondents' own words, to be read beside the text that is written from them. */
export function SourceEvidence({ study, citable, choices, photographs, editing }: SourceEvidenceProps) {
  const { sources, allows } = study
  const at = { id: study.id, version: study.version }
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
            {editing ? (
              <>
                <CitableList spans={citable.filter(span => span.reference === reference)} />
                <SourcePhotographs
                  caseStudyId={study.id}
                  photographs={photographs.filter(photograph => photograph.reference === reference)}
                />
              </>
            ) : null}
            {allows.edit && sources.length > 1 ? <RemoveSourceForm {...at} reference={reference} /> : null}
          </div>
        ) : (
          <div key={reference}>
            <p>The respondent has withdrawn {reference}.</p>
            {allows.edit && sources.length > 1 ? <RemoveSourceForm {...at} reference={reference} /> : null}
          </div>
        ),
      )}
      {allows.edit ? <AddSourceForm {...at} choices={choices} /> : null}
    </div>
  )
}
