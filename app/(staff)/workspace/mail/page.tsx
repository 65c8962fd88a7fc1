import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { Main, PageTitle } from '@/components/site/page'
import { EmptyState } from '@/components/ui/empty-state'
import { Filters } from '@/components/ui/filters'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { countMail, listMail, mailStatuses } from '@/lib/data/mail'
import { addressWith } from '@/lib/domain/address'
import { requireViewer } from '@/lib/session'

import { mailStatusNames } from './mail-status'
import { MailTable } from './mail-table'

export const metadata: Metadata = { title: 'Mail' }

const path = '/workspace/mail'
const Asked = z.object({
  status: z.catch(z.optional(z.enum(mailStatuses)), undefined),
  before: z.catch(z.optional(z.uuid()), undefined),
  after: z.catch(z.optional(z.uuid()), undefined),
})

export default async function MailPage({ searchParams }: PageProps<'/workspace/mail'>) {
  const [viewer, asked] = await Promise.all([requireViewer(), searchParams])
  const { status, ...range } = Asked.parse(asked)
  const [page, counts] = await Promise.all([listMail(viewer, { status }, range), countMail(viewer)])
  if (!page || !counts) notFound()
  return (
    <Main width="wide">
      <PageTitle title="Mail" lead={`${counts.WAITING} waiting, ${counts.SENT} sent, ${counts.FAILED} failed.`} />
      <div className="mb-6">
        <Filters
          label="Filter mail"
          action={path}
          applyLabel="Apply"
          clear={status ? { href: path, label: 'Show all' } : undefined}
        >
          <Select
            name="status"
            label="State"
            defaultValue={status ?? ''}
            options={[
              { value: '', label: 'All' },
              ...mailStatuses.map(value => ({ value, label: mailStatusNames[value] })),
            ]}
          />
        </Filters>
      </div>
      {page.rows.length > 0 ? (
        <MailTable mails={page.rows} />
      ) : (
        <EmptyState title="No mail here">
          A receipt is written when somebody sends evidence and gives an email address.
        </EmptyState>
      )}
      <Pagination
        label="Pages of mail"
        newer={page.newer ? { href: addressWith(path, { status, before: page.newer }), label: 'Newer' } : undefined}
        older={page.older ? { href: addressWith(path, { status, after: page.older }), label: 'Older' } : undefined}
      />
    </Main>
  )
}
