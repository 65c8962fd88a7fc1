import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { Main, PageTitle, Section } from '@/components/site/page'
import { ActionForm } from '@/components/ui/action-form'
import { BackLink } from '@/components/ui/back-link'
import { Notice } from '@/components/ui/notice'
import { readImport, type ImportView } from '@/lib/data/codebook-exchange'
import { requireViewer } from '@/lib/session'

import { forgetImport, importCodebook } from '@/app/(staff)/workspace/codebook/import/actions'
import { PlanTable } from './plan-table'

export const metadata: Metadata = { title: 'Import a codebook' }

const mostFaults = 50

export default async function ImportPreviewPage({ params }: PageProps<'/workspace/codebook/import/[id]'>) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  const view = z.uuid().safeParse(id).success ? await readImport(viewer, id) : null
  if (!view) notFound()
  const count = (kind: string) => view.codes.filter(code => code.kind === kind).length
  const [added, changed, same] = [count('add'), count('change'), count('same')]
  return (
    <Main width="wide">
      <BackLink href="/workspace/codebook/import">Choose another file</BackLink>
      <PageTitle title="What this file would do" caption={view.name} />
      {view.faults.length > 0 ? (
        <Faults view={view} />
      ) : (
        <>
          <p className="text-lg">
            It adds {codes(added)}, changes {codes(changed)} and leaves {codes(same)} as they are.
          </p>
          <Notes notes={view.notes} />
          {added + changed > 0 ? (
            <ActionForm
              action={importCodebook}
              submit={`Import ${codes(added + changed)}`}
              className="my-6"
              label="Import this file"
            >
              <input type="hidden" name="id" value={view.id} />
              <input type="hidden" name="seen" value={view.seen} />
            </ActionForm>
          ) : (
            <Notice className="my-6">There is nothing to import: the codebook says all of it already.</Notice>
          )}
        </>
      )}
      <ActionForm action={forgetImport} submit="Forget this file" variant="quiet" small>
        <input type="hidden" name="id" value={view.id} />
      </ActionForm>
      {view.faults.length === 0 && added + changed > 0 ? (
        <Section title="Code by code" id="codes">
          <PlanTable codes={view.codes} />
        </Section>
      ) : null}
    </Main>
  )
}

function Faults({ view }: { view: ImportView }) {
  return (
    <Notice tone="furnace" title="This file cannot be imported yet" className="mb-6">
      <p>Nothing was changed. Mend these in the file, and choose it again.</p>
      <ul className="mt-2 list-disc pl-5">
        {view.faults.slice(0, mostFaults).map((fault, index) => (
          <li key={index}>{fault}</li>
        ))}
      </ul>
      {view.faults.length > mostFaults ? <p className="mt-2">And {view.faults.length - mostFaults} more.</p> : null}
    </Notice>
  )
}

function Notes({ notes }: { notes: string[] }) {
  return notes.map(note => (
    <p key={note} className="mt-2 max-w-[60ch] text-muted">
      {note}
    </p>
  ))
}

function codes(count: number) {
  if (count === 0) return 'no codes'
  return count === 1 ? '1 code' : `${count.toLocaleString('en-GB')} codes`
}
