import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { ReportLinks } from '@/app/(staff)/workspace/report/report-links'
import { nextStep, WordList } from '@/app/(staff)/workspace/report/standing'
import { StatusTag } from '@/app/(staff)/workspace/report/status-tag'
import { Main, PageTitle } from '@/components/site/page'
import { SidePanel } from '@/components/site/side-panel'
import { EmptyState } from '@/components/ui/empty-state'
import { currentCall } from '@/lib/data/calls'
import { previewReport, type ReportPreview } from '@/lib/data/report-review'
import { readReport, type ReportView } from '@/lib/data/reports'
import { requireViewer } from '@/lib/session'

import { PublishForm, ReviewForm, SendForm } from './deed-forms'
import { FaultList } from './fault-list'
import { FindingList } from './finding-list'
import { WholeEdition } from './whole-edition'

export const metadata: Metadata = { title: 'The report as readers will get it' }

export default async function PreviewPage() {
  const [viewer, call] = await Promise.all([requireViewer(), currentCall()])
  const [report, preview] = await Promise.all([readReport(viewer, call.id), previewReport(viewer, call.id)])
  if (!report) notFound()
  return (
    <Main width="full">
      <PageTitle title="As readers will get it" caption={report.title} lead={<StatusTag status={report.status} />} />
      <ReportLinks at="preview" />
      {preview ? (
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_25rem]">
          <div className="order-2 min-w-0 rounded-md border border-line bg-paper p-4 sm:p-8 xl:order-1">
            <WholeEdition edition={preview.edition} sections={report.editable ? report.sections : []} />
          </div>
          <div className="order-1 flex min-w-0 flex-col gap-4 xl:order-2">
            <Panels report={report} preview={preview} />
          </div>
        </div>
      ) : (
        <EmptyState title="Nothing is written yet">
          <p>Add a section to the outline and write it. It then stands here with its notes and figures.</p>
        </EmptyState>
      )}
    </Main>
  )
}

function Panels({ report, preview }: { report: ReportView; preview: ReportPreview }) {
  const { version, faults, findings, ready } = preview
  const sendable = report.editable && (report.status === 'DRAFT' || report.status === 'CHANGES_REQUESTED')
  const listed = faults.length > 0 || findings.some(({ kept }) => !kept)
  return (
    <>
      <SidePanel title="Where it stands" id="panel-standing">
        <div className="flex flex-col gap-4">
          <p>{nextStep(report)}</p>
          {ready ? (
            <p className="border-l-4 border-furnace pl-3 wrap-anywhere">
              {listed ? 'It is not ready: what stands in the way is listed below.' : ready}
            </p>
          ) : null}
          {sendable && !ready ? <SendForm version={version} /> : null}
          {report.reviewable ? <ReviewForm version={version} /> : null}
          {report.publishable && !ready ? (
            <PublishForm version={version} number={(report.editions[0]?.number ?? 0) + 1} />
          ) : null}
        </div>
      </SidePanel>
      {faults.length > 0 ? (
        <SidePanel title="What stands in the way" id="panel-faults">
          <FaultList faults={faults} />
        </SidePanel>
      ) : null}
      <SidePanel title="What may be personal" id="panel-findings">
        <FindingList findings={findings} sections={report.sections} editable={report.editable} />
      </SidePanel>
      <SidePanel title="Reviews" id="panel-reviews">
        <WordList words={report.words} version={report.version} />
      </SidePanel>
    </>
  )
}
