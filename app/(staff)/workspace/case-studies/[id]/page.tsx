import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { Main, PageTitle } from '@/components/site/page'
import { PartLinks } from '@/components/site/part-links'
import { SidePanel } from '@/components/site/side-panel'
import { BackLink } from '@/components/ui/back-link'
import { callBySlug } from '@/lib/data/calls'
import { getCaseStudy } from '@/lib/data/case-study-desk'
import { listSourceChoices } from '@/lib/data/case-study-sources'
import { readCitations } from '@/lib/data/citations'
import { listSourcePhotographs } from '@/lib/data/pictures'
import { readReviewChanges } from '@/lib/data/review-changes'
import { CaseStudyId } from '@/lib/domain/case-study'
import { requireViewer } from '@/lib/session'

import { StatusTag } from '@/app/(staff)/workspace/case-studies/status-tag'
import { BeforePublication } from './before-publication'
import { CaseStudyForm } from './case-study-form'
import { CitationWarnings } from './citation-warnings'
import { ChangesSince } from './changes-since'
import { ConsentWords } from './consent-words'
import { needsReaders, OutsideReadersPanel } from './outside-readers-panel'
import { OpenComments } from './open-comments'
import { PassagesToReview } from './passages-to-review'
import { PublishingPanel } from './publishing-panel'
import { RespondentsPanel } from './respondents-panel'
import { ReviewList } from './review-list'
import { SourceEvidence } from './source-evidence'
import { Standing } from './standing'

type Props = PageProps<'/workspace/case-studies/[id]'>

const read = cache(async (id: string) => {
  const [viewer, parsed] = [await requireViewer(), CaseStudyId.safeParse(id)]
  return parsed.success ? getCaseStudy(viewer, parsed.data) : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const study = await read((await params).id)
  return { title: study ? `${study.title} (case study)` : 'Case study' }
}

export default async function CaseStudyDeskPage({ params, searchParams }: Props) {
  const [{ id }, { view, since }] = await Promise.all([params, searchParams])
  const study = await read(id)
  const call = study && (await callBySlug(study.callSlug))
  if (!study || !call) notFound()
  const viewer = await requireViewer()
  const citations = (await readCitations(viewer, id)) ?? { citable: [], cited: [] }
  const [choices, photographs] = study.allows.edit
    ? await Promise.all([listSourceChoices(viewer, id), listSourcePhotographs(viewer, id)])
    : [[], []]
  const begun = study.status === 'DRAFT' || study.status === 'CHANGES_REQUESTED'
  const changes = view === 'changes' ? await readSince(id, since) : null
  const editing = !changes && study.allows.edit && (view === 'edit' || (begun && view !== 'preview'))
  return (
    <Main width="full">
      <BackLink href="/workspace/case-studies">Case studies</BackLink>
      <PageTitle
        title={study.title}
        caption={`Case study by ${study.authors.join(', ')}`}
        lead={<StatusTag status={study.status} />}
      />
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="min-w-0">
          {study.allows.edit ? (
            <PartLinks
              label="Views of this case study"
              links={[
                { href: `/workspace/case-studies/${id}?view=edit`, label: 'Edit', current: editing },
                {
                  href: `/workspace/case-studies/${id}?view=preview`,
                  label: 'As readers will see it',
                  current: !editing && !changes,
                },
              ]}
            />
          ) : null}
          {changes ? (
            <ChangesSince id={id} since={changes} />
          ) : editing ? (
            <CaseStudyForm study={study} call={call} citations={citations} />
          ) : (
            <div className="rounded-md border border-line bg-paper p-4 sm:p-8">
              <PassagesToReview study={study} places={call.places} />
            </div>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <SidePanel title="Where it stands" id="standing">
            <Standing study={study} />
          </SidePanel>
          {study.status === 'WITHDRAWN' ? null : (
            <SidePanel title="Before publication" id="redaction">
              <BeforePublication study={study} />
            </SidePanel>
          )}
          <SidePanel title="Versions" id="versions">
            <p>
              <Link
                href={`/workspace/case-studies/${id}/versions`}
                prefetch={false}
                className="inline-flex min-h-6 items-center"
              >
                See all versions, and what changed
              </Link>
            </p>
          </SidePanel>
          {study.respondents.length > 0 ? (
            <SidePanel title="The respondent’s yes" id="respondents">
              <RespondentsPanel study={study} />
            </SidePanel>
          ) : null}
          {study.status === 'WITHDRAWN' ? null : (
            <SidePanel title="Publication" id="publication">
              <PublishingPanel study={study} />
            </SidePanel>
          )}
          {editing ? (
            <SidePanel title="Comments to answer" id="comments">
              <OpenComments id={id} comments={study.comments} />
            </SidePanel>
          ) : null}
          <SidePanel title="What consent allows" id="consent">
            <ConsentWords study={study} />
          </SidePanel>
          <SidePanel title="Reviews" id="reviews">
            <ReviewList id={id} reviews={study.reviews} comments={study.comments} />
          </SidePanel>
          {needsReaders(study) ? (
            <SidePanel title="Readers outside the teams" id="readers">
              <OutsideReadersPanel study={study} />
            </SidePanel>
          ) : null}
          <SidePanel title="The evidence it rests on" id="evidence">
            <CitationWarnings cited={citations.cited} />
            <SourceEvidence
              study={study}
              citable={citations.citable}
              choices={choices}
              photographs={photographs}
              editing={editing}
            />
          </SidePanel>
        </div>
      </div>
    </Main>
  )
}

async function readSince(id: string, since: string | string[] | undefined) {
  const [viewer, review] = [await requireViewer(), CaseStudyId.safeParse(since)]
  return review.success ? readReviewChanges(viewer, id, review.data) : null
}
