import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { Main, PageTitle } from '@/components/site/page'
import { WorkProgress } from '@/components/site/work-progress'
import { ActionForm } from '@/components/ui/action-form'
import { BackLink } from '@/components/ui/back-link'
import { Notice } from '@/components/ui/notice'
import { currentCall } from '@/lib/data/calls'
import { getExchange, listCoders } from '@/lib/data/exchange-runs'
import { requireViewer } from '@/lib/session'

import { cancelProject, forgetProject, importProject } from '@/app/(staff)/workspace/exchange/actions'

export const metadata: Metadata = { title: 'Exchange' }

export default async function ExchangeRunPage({ params }: PageProps<'/workspace/exchange/[id]'>) {
  const [viewer, call, { id }] = await Promise.all([requireViewer(), currentCall(), params])
  const run = z.uuid().safeParse(id).success ? await getExchange(viewer, call.id, id) : null
  if (!run) notFound()
  const coders = run.status === 'READ' ? await listCoders(viewer) : []
  const under = run.status === 'WAITING' || run.status === 'RUNNING'
  const { counts = [], losses = [], faults = [], users = [], done = [] } = run.report ?? {}
  return (
    <Main>
      <BackLink href="/workspace/exchange">Exchange</BackLink>
      <PageTitle title={run.kind === 'EXPORT' ? 'An export' : 'An import'} caption={run.name} />
      {under ? (
        <>
          <WorkProgress waiting={run.status === 'WAITING'} percent={run.progress} />
          <ActionForm action={cancelProject} submit={cancelName(run)} variant="secondary" small className="mt-4 mb-6">
            <input type="hidden" name="id" value={run.id} />
          </ActionForm>
        </>
      ) : null}
      {run.file ? (
        <p className="mb-4 text-lg">
          <a href={`/workspace/exchange/${run.id}/file`} download>
            Save the file
          </a>{' '}
          (it is deleted after 7 days)
        </p>
      ) : null}
      {run.status === 'FAILED' ? (
        <Notice tone="furnace" title="Nothing was changed" className="mb-6">
          {faults.length > 0 ? (
            <Items items={faults} />
          ) : (
            'Something failed here. Try again; if it fails again, tell who runs the portal.'
          )}
        </Notice>
      ) : null}
      {done.length > 0 ? (
        <Notice title="It is imported" className="mb-6">
          New: {done.map(({ what, count }) => `${count.toLocaleString('en-GB')} ${what}`).join(', ')}.
        </Notice>
      ) : null}
      {counts.length > 0 && faults.length === 0 ? (
        <>
          <h2 className="mt-4 text-lg">What the file holds</h2>
          <Items items={counts.map(({ what, count }) => `${count.toLocaleString('en-GB')} ${what}`)} />
        </>
      ) : null}
      {losses.length > 0 && faults.length === 0 ? (
        <>
          <h2 className="mt-4 text-lg">What is lost or comes otherwise</h2>
          <Items items={losses} />
        </>
      ) : null}
      {run.status === 'READ' ? (
        <ActionForm action={importProject} submit="Import this project" label="Import this project" className="my-6">
          <input type="hidden" name="id" value={run.id} />
          {users.map(user => (
            <p key={user.guid} className="my-2">
              <label htmlFor={`user-${user.guid}`} className="mr-2">
                {user.name} ({user.codings.toLocaleString('en-GB')} codings) is
              </label>
              <select
                id={`user-${user.guid}`}
                name={`user-${user.guid}`}
                defaultValue={user.suggested ?? ''}
                className="min-h-control rounded-md border-2 border-edge bg-paper px-2"
              >
                <option value="">kept as a name</option>
                {coders.map(coder => (
                  <option key={coder.id} value={coder.id}>
                    {coder.name}, {coder.team}
                  </option>
                ))}
              </select>
            </p>
          ))}
        </ActionForm>
      ) : null}
      {under ? null : (
        <ActionForm action={forgetProject} submit="Forget this file" variant="quiet" small>
          <input type="hidden" name="id" value={run.id} />
        </ActionForm>
      )}
    </Main>
  )
}

function cancelName({ kind, confirmed }: { kind: string; confirmed: boolean }): string {
  if (kind === 'EXPORT') return 'Cancel the export'
  return confirmed ? 'Cancel the import' : 'Cancel reading'
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <ul className="mt-2 list-disc pl-5">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
}
