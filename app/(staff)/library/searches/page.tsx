import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'

import { LibraryParts } from '@/app/(staff)/library/library-parts'
import { Main, PageTitle } from '@/components/site/page'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { currentCall } from '@/lib/data/calls'
import { listSearches } from '@/lib/data/saved-searches'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { SearchForms } from './search-forms'

export const metadata: Metadata = { title: 'Saved searches' }

export default async function SearchesPage() {
  const [viewer, call] = await Promise.all([requireViewer(), currentCall()])
  if (!may(viewer, 'gatherInLibrary')) notFound()
  const searches = await listSearches(viewer, call.id)
  return (
    <Main width="wide">
      <LibraryParts viewer={viewer} part="searches" />
      <PageTitle
        title="Saved searches"
        lead={`A search with mails tells you at ${viewer.email} when something new is approved that matches: within the hour, in one mail for all of them.`}
      />
      {searches.length === 0 ? (
        <EmptyState
          title="You have saved no search yet"
          action={
            <LinkButton href="/library" variant="secondary">
              Search the library
            </LinkButton>
          }
        >
          <p>Choose filters in the library, then “Save this search”.</p>
        </EmptyState>
      ) : (
        <ul aria-label="Saved searches" className="flex flex-col">
          {searches.map(({ id, name, query, mail }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-4"
            >
              <p className="flex min-w-0 flex-wrap items-center gap-x-3">
                <Link
                  href={query ? `/library?${query}` : '/library'}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center font-heading text-xl wrap-anywhere"
                >
                  {name}
                </Link>
                <Tag tone={mail ? 'moss' : 'neutral'}>{mail ? 'Mails on' : 'Mails off'}</Tag>
              </p>
              <SearchForms key={String(mail)} id={id} name={name} mail={mail} />
            </li>
          ))}
        </ul>
      )}
    </Main>
  )
}
