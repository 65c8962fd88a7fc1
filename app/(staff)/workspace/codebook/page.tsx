import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle, Section } from '@/components/site/page'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { currentCall } from '@/lib/data/calls'
import { listCodes } from '@/lib/data/codes'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { CodeForm } from './code-form'
import { CodeList } from './code-list'

export const metadata: Metadata = { title: 'Codebook' }

export default async function CodebookPage({ searchParams }: PageProps<'/workspace/codebook'>) {
  const [viewer, call, { code: asked }] = await Promise.all([requireViewer(), currentCall(), searchParams])
  if (!may(viewer, 'readCodebook')) notFound()
  const codes = await listCodes(viewer, call.id)
  const edits = may(viewer, 'editCodebook')
  const inUse = codes.filter(code => !code.retired)
  const retired = codes.filter(code => code.retired)
  const edited = edits ? codes.find(code => code.id === asked)?.id : undefined
  return (
    <Main width="wide">
      <PageTitle
        title="Codebook"
        lead={`${inUse.length} ${inUse.length === 1 ? 'code' : 'codes'} in use. ${edits ? '' : 'Leads change it.'}`}
        actions={edits ? <LinkButton href="/workspace/codebook?code=new#new">Add a code</LinkButton> : null}
      />
      {edits && asked === 'new' ? (
        <section id="new" aria-labelledby="new-title" className="mb-8 rounded-md border border-line bg-sheet p-4">
          <h2 id="new-title" className="mb-4 text-lg">
            New code
          </h2>
          <CodeForm code={null} />
        </section>
      ) : null}
      <h2 className="sr-only">Codes in use</h2>
      {inUse.length > 0 ? (
        <CodeList codes={inUse} edits={edits} edited={edited} />
      ) : (
        <EmptyState title="No codes yet">
          {edits ? 'Add the first code: a name and a definition are enough to begin.' : 'A lead adds the first ones.'}
        </EmptyState>
      )}
      {retired.length > 0 ? (
        <Section title="Retired codes" id="retired">
          <p className="mb-4 max-w-[60ch] text-muted">
            They cannot be chosen any more. Where they were used, they stay.
          </p>
          <CodeList codes={retired} edits={edits} edited={edited} />
        </Section>
      ) : null}
    </Main>
  )
}
