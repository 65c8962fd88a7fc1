import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { LikelyList } from '@/components/submission/likely-list'
import { DecisionTag, StageTag } from '@/components/submission/progress-tags'
import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { Tag } from '@/components/ui/tag'
import { listAssignable } from '@/lib/data/assignments'
import { currentCall } from '@/lib/data/calls'
import { listCodings } from '@/lib/data/coding-list'
import { readCodingPlan } from '@/lib/data/coding-plan-view'
import { listCodes } from '@/lib/data/codes'
import { listTags } from '@/lib/data/codings'
import { listComments } from '@/lib/data/comments'
import { listFiles } from '@/lib/data/files'
import { getNextToCode } from '@/lib/data/my-work'
import { listCorrections } from '@/lib/data/revisions'
import { likelyDuplicates } from '@/lib/data/likeness'
import { readKin } from '@/lib/data/submission-kin'
import { readLanguage } from '@/lib/data/submission-language'
import { readTexts } from '@/lib/data/submission-texts'
import { getSubmission } from '@/lib/data/submissions'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { AssigneePanel } from './assignee-panel'
import { CaseStudyPanel } from './case-study-panel'
import { CommentPanel } from './comment-panel'
import { ConsentPanel } from './consent-panel'
import { CorrectionPanel } from './correction-panel'
import { Facts } from './facts'
import { FilePanel } from './file-panel'
import { PrivateLinkPanel } from './private-link-panel'
import { CampaignPanel, KinNotices } from './kin'
import { ProgressForm } from './progress-form'
import { SidePanel } from '@/components/site/side-panel'
import { CodedText } from './coding/coded-text'
import { choicesOf, meOf, remarksOf } from './coding/desk-props'
import { CodingDesk } from './coding/coding-context'
import { CodingPanel } from './coding/coding-panel'
import { CodingStatus } from './coding/coding-status'
import { TagPanel } from './tag-panel'

const bothLive = { status: 'SUBMITTED', into: { status: 'SUBMITTED' } } as const

type Props = PageProps<'/workspace/submissions/[reference]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, { reference }] = await Promise.all([requireViewer(), params])
  const submission = await getSubmission(viewer, reference)
  return { title: submission ? `${submission.title} (${submission.reference})` : 'Submission' }
}

export default async function SubmissionPage({ params }: Props) {
  const [viewer, { reference: typed }, call] = await Promise.all([requireViewer(), params, currentCall()])
  const submission = await getSubmission(viewer, typed)
  if (!submission) notFound()
  const { reference } = submission
  const [tags, codes, texts, codings, threads, plan, people, files, corrections, kin, likely, language, next] =
    await Promise.all([
      listTags(viewer, reference),
      listCodes(viewer, call.id),
      readTexts(viewer, reference),
      listCodings(viewer, reference),
      listComments(viewer, reference),
      readCodingPlan(viewer, reference),
      listAssignable(viewer),
      listFiles(viewer, reference),
      listCorrections(viewer, reference),
      readKin(viewer, reference),
      likelyDuplicates(viewer, reference),
      readLanguage(viewer, reference),
      getNextToCode(viewer, call.id, reference),
    ])
  if (!codings) notFound()
  return (
    <Main width="full">
      <BackLink href="/workspace/submissions">Submissions</BackLink>
      <PageTitle
        title={submission.title}
        caption={`${reference} · ${submission.organisationName}`}
        lead={
          <span className="flex flex-wrap gap-2">
            <StageTag stage={submission.stage} />
            {submission.decision ? <DecisionTag decision={submission.decision} /> : null}
            {submission.unseenCorrection ? <Tag tone="furnace">Corrected since</Tag> : null}
          </span>
        }
      />
      <CodingDesk
        reference={reference}
        me={meOf(viewer)}
        texts={texts}
        codes={choicesOf(codes)}
        codings={codings}
        remarks={remarksOf(threads)}
      >
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_23rem]">
          <div className="flex min-w-0 flex-col gap-8">
            <CorrectionPanel submission={submission} corrections={corrections ?? []} />
            {kin ? (
              <KinNotices kin={kin} reference={reference} maySplit={may(viewer, 'mergeSubmissions', bothLive)} />
            ) : null}
            <CodingStatus />
            {texts.map(text => (
              <CodedText key={text.versionId} text={text} />
            ))}
            <Facts submission={submission} language={language} />
            <ConsentPanel submission={submission} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <SidePanel title="Codings" id="codings">
              <CodingPanel />
            </SidePanel>
            <SidePanel title="Tags" id="tags">
              <TagPanel
                reference={reference}
                tags={codings.open ? tags : tags.map(tag => ({ ...tag, removable: false }))}
                open={codings.open}
                codes={codes.filter(code => !code.retired).map(code => code.name)}
              />
            </SidePanel>
            <SidePanel title="Progress" id="progress">
              <ProgressForm submission={submission} />
            </SidePanel>
            <SidePanel title="Assigned to" id="assigned">
              {plan ? <AssigneePanel reference={reference} plan={plan} people={people} next={next} /> : null}
            </SidePanel>
            <SidePanel title="Case studies" id="case-studies">
              <CaseStudyPanel submission={submission} />
            </SidePanel>
            <SidePanel title="Files" id="files">
              <FilePanel files={files} />
            </SidePanel>
            <SidePanel title="Private link" id="private-link">
              <PrivateLinkPanel reference={reference} />
            </SidePanel>
            {kin?.campaign ? (
              <SidePanel title="Same text" id="campaign">
                <CampaignPanel campaign={kin.campaign} reference={reference} />
              </SidePanel>
            ) : null}
            {likely?.length && !kin?.mergedInto ? (
              <SidePanel title="Likely duplicates" id="likely">
                <LikelyList likely={likely} compareWith={reference} />
              </SidePanel>
            ) : null}
            <SidePanel title="Comments" id="comments">
              <CommentPanel reference={reference} threads={threads} />
            </SidePanel>
          </div>
        </div>
      </CodingDesk>
    </Main>
  )
}
