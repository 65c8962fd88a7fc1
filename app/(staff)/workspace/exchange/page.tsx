import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'

import { Main, PageTitle, Section } from '@/components/site/page'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { currentCall } from '@/lib/data/calls'
import { listExchanges } from '@/lib/data/exchange-runs'
import { readExportPlan } from '@/lib/data/project-export'
import { londonDateTime } from '@/lib/domain/london-time'
import { requireViewer } from '@/lib/session'

import { exportProject } from './actions'

export const metadata: Metadata = { title: 'Exchange' }

const said = {
  WAITING: 'waiting',
  RUNNING: 'under way',
  READ: 'read, not imported yet',
  DONE: 'done',
  FAILED: 'refused',
}

export default async function ExchangePage({ searchParams }: PageProps<'/workspace/exchange'>) {
  const [viewer, call, { problem }] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const [plan, runs] = await Promise.all([readExportPlan(viewer, call.id), listExchanges(viewer, call.id)])
  if (!plan) notFound()
  return (
    <Main>
      <PageTitle
        title="Exchange"
        lead="Take the whole project to NVivo, ATLAS.ti, MAXQDA or another portal, and bring one in, as REFI-QDA has it."
      />
      {problem ? (
        <Notice tone="furnace" title="No file was taken" className="mb-6">
          {problem === 'large' ? 'The file is larger than 200 MB.' : 'Choose a file and send it again.'}
        </Notice>
      ) : null}
      <Section title="Export" id="export">
        <p>
          {plan.counts.map(({ what, count }) => `${count.toLocaleString('en-GB')} ${what}`).join(', ')} go out as one
          .qdpx file.
        </p>
        <details className="my-3">
          <summary className="cursor-pointer">What it does not carry</summary>
          <ul className="mt-2 list-disc pl-5">
            {[...plan.losses, ...plan.now].map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
        <ActionForm action={exportProject} submit="Export the project" label="Export the project">
          {null}
        </ActionForm>
        {plan.counts.some(({ what, count }) => what === 'codes' && count > 0) ? (
          <p className="mt-3">
            {/* a file to save, not a page to go to */}
            <a href="/api/codebook/codebook.qdc" download>
              Save the codebook alone (.qdc)
            </a>
          </p>
        ) : null}
      </Section>
      <Section title="Import" id="import">
        <form
          action="/api/exchange/imports"
          method="post"
          encType="multipart/form-data"
          className="flex flex-col items-start gap-3 rounded-md border border-line bg-sheet p-5"
        >
          <label htmlFor="file" className="font-semibold">
            Project file
          </label>
          <p id="file-hint" className="max-w-[60ch] text-muted">
            A .qdpx of up to 200 MB. First you see what would come. Nothing of it can be published: it comes without
            consents.
          </p>
          <input
            id="file"
            name="file"
            type="file"
            aria-describedby="file-hint"
            accept=".qdpx,.qde"
            required
            className="w-full min-w-0 file:mr-3 file:min-h-control file:cursor-pointer file:rounded-md file:border-2 file:border-solid file:border-edge file:bg-paper file:px-control-pad file:font-semibold"
          />
          <Button>Show what would come</Button>
        </form>
        <p className="mt-3">
          <Link href="/workspace/codebook/import">Import a codebook alone (.qdc or CSV)</Link>
        </p>
      </Section>
      <Section title="Lists" id="lists">
        <p>
          Submissions, passages, the grid and follow-ups are exported where they are, as CSV, Excel, JSON Lines or Word.{' '}
          <Link href="/workspace/exchange/exports">See your exports</Link>
        </p>
      </Section>
      {runs.length > 0 ? (
        <Section title="Latest files" id="latest">
          <ul className="flex flex-col gap-2">
            {runs.map(run => (
              <li key={run.id}>
                <Link href={`/workspace/exchange/${run.id}`}>{run.name}</Link>:{' '}
                {run.kind === 'EXPORT' ? 'export' : 'import'}, {said[run.status]}, {run.by},{' '}
                {londonDateTime(run.createdAt)}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Main>
  )
}
