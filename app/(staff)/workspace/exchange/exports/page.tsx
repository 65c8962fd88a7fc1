import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { currentCall } from '@/lib/data/calls'
import { listExports } from '@/lib/data/exports'
import { askedFor } from '@/lib/domain/address'
import { exportDays, mostUnderWay } from '@/lib/domain/export'
import { requireViewer } from '@/lib/session'

import { ExportList } from './export-list'
import { LookAgain } from './look-again'

export const metadata: Metadata = { title: 'Your exports' }

const problems: Record<string, string> = {
  busy: `You have ${mostUnderWay} exports under way. Wait for one of them, or cancel it, and export again.`,
  filters: 'The list was narrowed by something that is there no more. Open the list again, and export from there.',
  form: 'The form could not be read. Open the list again, and export from there.',
}

export default async function ExportsPage({ searchParams }: PageProps<'/workspace/exchange/exports'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const exported = await listExports(viewer, call.id)
  if (!exported) notFound()
  const problem = problems[askedFor(asked, 'problem')]
  const underWay = exported.some(({ status }) => status === 'WAITING' || status === 'RUNNING')
  return (
    <Main width="wide">
      <BackLink href="/workspace/exchange">Exchange</BackLink>
      <PageTitle
        title="Your exports"
        lead={`Files that you made of lists. Nobody else can fetch them, and each is deleted after ${exportDays} days.`}
      />
      {problem ? (
        <Notice tone="furnace" className="mb-4">
          {problem}
        </Notice>
      ) : null}
      {exported.length > 0 ? (
        <ExportList rows={exported} />
      ) : (
        <EmptyState title="No exports">
          Open a list, narrow it, and choose “Export” there:{' '}
          <Link href="/workspace/submissions" prefetch={false}>
            submissions
          </Link>
          ,{' '}
          <Link href="/workspace/passages" prefetch={false}>
            passages
          </Link>
          ,{' '}
          <Link href="/workspace/grid" prefetch={false}>
            the grid
          </Link>{' '}
          or{' '}
          <Link href="/workspace/follow-ups" prefetch={false}>
            follow-ups
          </Link>
          .
        </EmptyState>
      )}
      {underWay ? (
        <>
          <LookAgain />
          <p className="mt-4 text-sm text-muted">
            You can leave this page: a mail tells you when a file is ready.{' '}
            <Link href="/workspace/exchange/exports" prefetch={false} className="inline-block min-h-6">
              Look again
            </Link>
          </p>
        </>
      ) : null}
    </Main>
  )
}
