import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { auditChoices, listAudit } from '@/lib/data/audit-trail'
import { auditAddress, readAuditFilter } from '@/lib/domain/audit-filter'
import { requireViewer } from '@/lib/session'

import { AuditFilters } from './audit-filters'
import { AuditTable } from './audit-table'

export const metadata: Metadata = { title: 'Audit' }

export default async function AuditPage({ searchParams }: PageProps<'/workspace/audit'>) {
  const [viewer, asked] = await Promise.all([requireViewer(), searchParams])
  const { filter, range } = readAuditFilter(asked)
  const [page, choices] = await Promise.all([listAudit(viewer, filter, range), auditChoices(viewer)])
  if (!page) notFound()
  return (
    <Main width="wide">
      <PageTitle title="Audit" lead="Who did what to what, when. Nothing here can be changed or taken away." />
      <AuditFilters filter={filter} choices={choices} />
      {page.rows.length > 0 ? (
        <AuditTable entries={page.rows} filter={filter} />
      ) : (
        <EmptyState title="Nothing in the trail matches.">Take a filter away, or choose another day.</EmptyState>
      )}
      <Pagination
        label="Pages of the trail"
        newer={page.newer ? { href: auditAddress(filter, { before: page.newer }), label: 'Newer' } : undefined}
        older={page.older ? { href: auditAddress(filter, { after: page.older }), label: 'Older' } : undefined}
      />
    </Main>
  )
}
