import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'

import { Main, PageTitle, Section } from '@/components/site/page'
import { ButtonRow, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Swatch } from '@/components/ui/tag'
import { currentCall } from '@/lib/data/calls'
import { countUses, listCodes } from '@/lib/data/codes'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { CodeForm } from './code-form'
import { CodeTree } from './code-tree'
import { parentChoices } from './parent-choices'
import { used } from './used'

export const metadata: Metadata = { title: 'Codebook' }

export default async function CodebookPage({ searchParams }: PageProps<'/workspace/codebook'>) {
  const [viewer, call, { code: asked }] = await Promise.all([requireViewer(), currentCall(), searchParams])
  if (!may(viewer, 'readCodebook')) notFound()
  const [codes, uses] = await Promise.all([listCodes(viewer, call.id), countUses(viewer, call.id)])
  const edits = may(viewer, 'editCodebook')
  const inUse = codes.filter(code => !code.retired)
  const retired = codes.filter(code => code.retired)
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
          <CodeForm code={null} parents={parentChoices(inUse)} />
        </section>
      ) : null}
      <h2 className="sr-only">Codes in use</h2>
      {inUse.length > 0 ? (
        <CodeTree
          edits={edits}
          codes={inUse.map(({ id, parentId, position, name, colour, definition }) => ({
            id,
            parentId,
            position,
            name,
            colour,
            definition,
            used: used(uses.get(id)),
          }))}
        />
      ) : (
        <EmptyState title="No codes yet">
          {edits
            ? 'Add the first code, or import a codebook: a name and a definition are enough to begin.'
            : 'A lead adds the first ones.'}
        </EmptyState>
      )}
      {retired.length > 0 ? (
        <Section title="Retired codes" id="retired">
          <p className="mb-4 max-w-[60ch] text-muted">
            They cannot be chosen any more. Where they were used, they stay, unless they were merged.
          </p>
          <ul className="border-t border-line">
            {retired.map(code => (
              <li
                key={code.id}
                id={code.id}
                className="flex flex-wrap items-center gap-x-3 border-b border-line py-1.5"
              >
                <Swatch colour={code.colour} />
                <Link
                  href={`/workspace/codebook/${code.id}`}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center"
                >
                  {code.name}
                </Link>
                <span className="text-sm text-muted">
                  {code.mergedIntoId
                    ? `merged into ${codes.find(other => other.id === code.mergedIntoId)?.name ?? 'another'}`
                    : used(uses.get(code.id))}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Take it elsewhere" id="exchange">
        <p className="mb-4 max-w-[60ch] text-muted">
          CSV for spreadsheets; REFI-QDA (.qdc) for NVivo, ATLAS.ti, MAXQDA and other programs. Retired codes are in
          both, in the .qdc as a set of their own. Neither says what a code was merged into, or what was changed and
          when.
          {codes.length > 0 ? null : ' A .qdc needs one code at least: add a code first.'}
        </p>
        <ButtonRow>
          <a href="/api/codebook/codebook.csv" download className="inline-flex min-h-control items-center">
            Export as CSV
          </a>
          {codes.length > 0 ? (
            <a href="/api/codebook/codebook.qdc" download className="inline-flex min-h-control items-center">
              Export as REFI-QDA
            </a>
          ) : null}
          {edits ? (
            <LinkButton variant="secondary" href="/workspace/codebook/import">
              Import a codebook
            </LinkButton>
          ) : null}
        </ButtonRow>
      </Section>
    </Main>
  )
}
