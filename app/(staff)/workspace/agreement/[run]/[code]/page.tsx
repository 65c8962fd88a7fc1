import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { PartLinks } from '@/components/site/part-links'
import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { changedSince, readPassages } from '@/lib/data/agreement-passages'
import { getRun } from '@/lib/data/agreement-runs'
import { currentCall } from '@/lib/data/calls'
import { addressWith, askedFor } from '@/lib/domain/address'
import { comparedUnits, unitNames } from '@/lib/domain/agreement-words'
import { requireViewer } from '@/lib/session'

import { CodeSummary } from './code-summary'
import { PassageList } from './passage-list'

export const metadata: Metadata = { title: 'Passages behind a figure' }

const Id = z.uuid()

export default async function PassagesPage({ params, searchParams }: PageProps<'/workspace/agreement/[run]/[code]'>) {
  const [viewer, call, { run: runId, code: codeId }, asked] = await Promise.all([
    requireViewer(),
    currentCall(),
    params,
    searchParams,
  ])
  const run = Id.safeParse(runId).success ? await getRun(viewer, call.id, runId) : null
  const code = run?.report?.codes.find(each => each.codeId === codeId) ?? null
  if (!run?.report || (!code && codeId !== 'all')) notFound()
  const unit = comparedUnits.find(each => each === askedFor(asked, 'unit')) ?? 'submission'
  const from = Id.safeParse(askedFor(asked, 'from'))
  const [passages, changed] = await Promise.all([
    readPassages(viewer, {
      callId: call.id,
      codeId: code?.codeId ?? null,
      unit,
      from: from.success ? from.data : null,
    }),
    changedSince(call.id, code?.codeId ?? null, run.createdAt),
  ])
  if (!passages) notFound()
  const path = `/workspace/agreement/${run.id}/${codeId}`
  const figures = code ?? run.report.overall
  const moved =
    changed ||
    passages.compared !== run.report.submissions ||
    (code !== null && passages.total !== code.submission.both + code.submission.onlyFirst + code.submission.onlySecond)
  return (
    <Main width="wide">
      <BackLink href={`/workspace/agreement/${run.id}`}>The measurement</BackLink>
      <PageTitle
        title={code?.name ?? 'All codes'}
        caption="Passages behind the figures of agreement"
        lead={`${passages.total.toLocaleString('en-GB')} of ${passages.compared.toLocaleString('en-GB')} submissions in which at least one of two coders used ${code ? 'it' : 'a code'}.`}
      />
      <PartLinks
        label="Ways of comparing"
        links={comparedUnits.map(each => ({
          href: `${path}?unit=${each}`,
          label: unitNames[each],
          current: each === unit,
        }))}
      />
      <CodeSummary figures={figures} unit={unit} />
      {moved ? (
        <Notice className="mb-6" title="Something has changed since this was measured">
          Shown are the codings as they stand now. Measure again for figures that fit them.
        </Notice>
      ) : null}
      {passages.rows.length > 0 ? (
        <PassageList rows={passages.rows} unit={unit} named={code === null} />
      ) : (
        <EmptyState title="No passages">Neither of two coders used it in a submission that is compared.</EmptyState>
      )}
      <Pagination
        label="Pages of passages"
        newer={from.success ? { href: addressWith(path, { unit }), label: 'From the beginning' } : undefined}
        older={passages.next ? { href: addressWith(path, { unit, from: passages.next }), label: 'More' } : undefined}
      />
    </Main>
  )
}
