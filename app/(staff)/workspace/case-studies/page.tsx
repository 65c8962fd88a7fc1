import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { currentCall } from '@/lib/data/calls'
import { listCaseStudies, type CaseStudyRow } from '@/lib/data/case-studies'
import { addressWith } from '@/lib/domain/address'
import { CaseStudyListInput } from '@/lib/domain/case-study'
import { londonShortDate } from '@/lib/domain/london-time'
import { requireViewer } from '@/lib/session'

import { StatusLinks } from './status-links'
import { StatusTag } from './status-tag'

const path = '/workspace/case-studies'

export const metadata: Metadata = { title: 'Case studies' }

export default async function CaseStudiesPage({ searchParams }: PageProps<'/workspace/case-studies'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const { status, after } = CaseStudyListInput.parse(asked)
  const list = await listCaseStudies(viewer, call.id, { status, after })
  if (!list) notFound()
  return (
    <Main width="wide">
      <PageTitle title="Case studies" />
      <StatusLinks path={path} current={status ?? null} counts={list.counts} />
      {list.rows.length > 0 ? <Rows rows={list.rows} /> : <NothingHere />}
      <Pagination
        label="Pages of case studies"
        newer={after ? { href: addressWith(path, { status }), label: 'Newest' } : undefined}
        older={list.older ? { href: addressWith(path, { status, after: list.older }), label: 'Older' } : undefined}
      />
    </Main>
  )
}

function Rows({ rows }: { rows: CaseStudyRow[] }) {
  return (
    <ol aria-label="Case studies" className="mt-6 border-t border-line">
      {rows.map(({ id, title, status, authors, places, updatedAt }) => (
        <li key={id} className="grid gap-x-8 gap-y-1 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_15rem]">
          <div className="min-w-0">
            <h2 className="text-lg leading-snug">
              <Link href={`${path}/${id}`} prefetch={false} className="inline-block min-h-6">
                {title}
              </Link>
            </h2>
            <p className="text-sm text-muted">{places.join(', ')}</p>
          </div>
          <div className="flex flex-col gap-1 text-sm">
            <p>
              <StatusTag status={status} />
            </p>
            <p>{authors}</p>
            <p className="text-muted">
              Changed <time dateTime={updatedAt.toISOString()}>{londonShortDate(updatedAt)}</time>
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function NothingHere() {
  return (
    <div className="mt-6">
      <EmptyState
        title="No case studies here"
        action={
          <LinkButton href="/workspace/submissions?decision=shortlisted" variant="secondary">
            Show shortlisted submissions
          </LinkButton>
        }
      >
        <p>A case study is started from the page of a shortlisted submission.</p>
      </EmptyState>
    </div>
  )
}
