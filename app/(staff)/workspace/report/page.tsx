import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { SidePanel } from '@/components/site/side-panel'
import { currentCall } from '@/lib/data/calls'
import { readReport } from '@/lib/data/reports'
import { requireViewer } from '@/lib/session'

import { AddSectionForm, ReportForm } from './outline-forms'
import { OutlineList } from './outline-list'
import { ReportLinks } from './report-links'
import { EditionList, nextStep, WordList } from './standing'
import { StatusTag } from './status-tag'

export const metadata: Metadata = { title: 'Report' }

export default async function ReportPage() {
  const [viewer, call] = await Promise.all([requireViewer(), currentCall()])
  const report = await readReport(viewer, call.id)
  if (!report) notFound()
  const { editable, sections } = report
  return (
    <Main width="full">
      <PageTitle title="Report" caption={report.title} lead={<StatusTag status={report.status} />} />
      <ReportLinks at="outline" />
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <section aria-labelledby="sections">
            <h2 id="sections" className="mb-3 text-xl">
              Sections and appendices
            </h2>
            {sections.length === 0 ? (
              <p>Nothing is written yet. Add the first section below.</p>
            ) : (
              <OutlineList sections={sections} editable={editable} />
            )}
          </section>
          {editable ? (
            <section aria-labelledby="add">
              <h2 id="add" className="mb-3 text-xl">
                Add a section
              </h2>
              <AddSectionForm />
            </section>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <SidePanel title="Where it stands" id="standing">
            <p>{nextStep(report)}</p>
          </SidePanel>
          {editable ? (
            <SidePanel title="Title and summary" id="words">
              <ReportForm version={report.version} title={report.title} summary={report.summary} />
            </SidePanel>
          ) : null}
          <SidePanel title="Editions" id="editions">
            <EditionList editions={report.editions} />
          </SidePanel>
          <SidePanel title="Reviews" id="reviews">
            <WordList words={report.words} version={report.version} />
          </SidePanel>
        </div>
      </div>
    </Main>
  )
}
