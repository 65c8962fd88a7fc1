'use client'

import Link from 'next/link'

import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import type { SavedViewView } from '@/lib/data/saved-views'

import { changeSavedView, removeSavedView, saveFilters } from './actions'

type Props = { views: SavedViewView[]; path: string; query: string }

/** Filters under names, one's own and shared ones, and the forms to keep the present ones and to change one's own. */
export function SavedViews({ views, path, query }: Props) {
  const mine = views.filter(view => view.mine)
  return (
    <section aria-label="Saved views" className="mb-6 flex flex-col gap-2">
      {views.length > 0 ? (
        <ul aria-label="Saved views" className="flex flex-wrap gap-2">
          {views.map(view => (
            <li key={view.id}>
              <Link
                href={view.query ? `${path}?${view.query}` : path}
                prefetch={false}
                aria-current={view.query === query ? 'page' : undefined}
                className="inline-flex min-h-control items-center gap-2 rounded-md border border-line bg-sheet px-3 no-underline hover:border-canal hover:underline aria-[current]:border-canal aria-[current]:bg-canal-tint aria-[current]:font-semibold"
              >
                {view.name}
                {view.mine ? null : <span className="text-sm text-muted">by {view.owner}</span>}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-x-6">
        {query ? (
          <Disclosure summary="Save this view">
            <ActionForm
              action={saveFilters}
              submit="Save view"
              variant="secondary"
              done="Saved."
              label="Save this view"
            >
              {errors => (
                <>
                  <input type="hidden" name="query" value={query} />
                  <Field name="name" id="view-name" label="Name of the view" error={errors('name')} maxLength={100} />
                  <Shared />
                </>
              )}
            </ActionForm>
          </Disclosure>
        ) : null}
        {mine.length > 0 ? (
          <Disclosure summary="Change your views">
            <ul className="flex flex-col gap-6">
              {mine.map(view => (
                <li key={view.id} aria-label={view.name} className="flex flex-col gap-2">
                  <ChangeForms view={view} />
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </section>
  )
}

function ChangeForms({ view }: { view: SavedViewView }) {
  const id = `view-${view.id}`
  return (
    <>
      <ActionForm
        action={changeSavedView}
        submit={<Named what="Save changes">{view.name}</Named>}
        variant="secondary"
        small
        done="Saved."
        label={`Change ${view.name}`}
      >
        <input type="hidden" name="id" value={view.id} />
        <Field key={view.name} name="name" id={id} label="Name" defaultValue={view.name} maxLength={100} />
        <Shared key={String(view.shared)} on={view.shared} />
      </ActionForm>
      <ActionForm action={removeSavedView} submit={<Named what="Delete">{view.name}</Named>} variant="quiet" small>
        <input type="hidden" name="id" value={view.id} />
      </ActionForm>
    </>
  )
}

function Shared({ on = false }: { on?: boolean }) {
  return (
    <label className="inline-flex min-h-control items-center gap-2">
      <input type="checkbox" name="shared" value="yes" defaultChecked={on} className="tick" />
      Share with all teams
    </label>
  )
}

function Named({ what, children }: { what: string; children: string }) {
  return (
    <span>
      {what}
      <span className="sr-only"> {children}</span>
    </span>
  )
}
