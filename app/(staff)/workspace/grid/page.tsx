import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { chosenFilters, facetGroups } from '@/components/submission/facet-groups'
import { ExportForm } from '@/components/submission/export-form'
import { FacetFilters } from '@/components/submission/facet-filters'
import { countInWords, LeftOut } from '@/components/submission/filter-notices'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { ActiveFilters } from '@/components/ui/filters'
import { Pagination } from '@/components/ui/pagination'
import { currentCall } from '@/lib/data/calls'
import { readFacetValues } from '@/lib/data/facet-values'
import { readGridPage } from '@/lib/data/grid'
import { inAddress } from '@/lib/domain/address'
import { gridAddress, readGrid, type GridView } from '@/lib/domain/grid-columns'
import { isNarrowed, readFilter } from '@/lib/domain/submission-filter'
import { requireViewer } from '@/lib/session'

import { ColumnForm } from './column-form'
import { GridTable } from './grid-table'

const path = '/workspace/grid'

export const metadata: Metadata = { title: 'Grid' }

export default async function GridPage({ searchParams }: PageProps<'/workspace/grid'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const values = await readFacetValues(viewer, call.id)
  const { filter, ignored } = readFilter(asked, values.known)
  const view = readGrid(asked, values.known)
  const grid = await readGridPage(viewer, call.id, filter, view)
  if (!grid) notFound()
  const groups = facetGroups({ call, values, filter, counts: grid.counts })
  const first = { ...view, page: 1 }
  const address = gridAddress(path, filter, view)
  const to = (page: number, label: string) => ({ href: gridAddress(path, filter, { ...view, page }), label })
  return (
    <Main width="full">
      <PageTitle title="Grid" lead={`${countInWords(grid.total, 'submission', grid.capped)}, a row each`} />
      <LeftOut ignored={ignored} />
      {/* A new address brings new answers, which uncontrolled fields take only when they are made anew. */}
      <div key={address} className="mb-4 flex flex-wrap items-start gap-x-8 gap-y-2">
        <Disclosure summary="Choose columns">
          <ColumnForm path={path} filter={filter} view={view} codes={values.codes} />
        </Disclosure>
        <Disclosure summary="Choose rows" className="min-w-0 basis-80">
          <FacetFilters
            label="Find submissions"
            path={path}
            filter={filter}
            groups={groups}
            applyLabel="Show submissions"
            capped={grid.capped}
            clear={isNarrowed(filter) ? path : undefined}
            keep={kept(view)}
          />
        </Disclosure>
        <ExportForm
          what={['GRID']}
          query={gridAddress(path, filter, first).slice(path.length + 1)}
          of="all rows, in these columns"
        />
      </div>
      <ActiveFilters
        label="Filters that are on"
        removeLabel="Remove filter"
        filters={chosenFilters(groups, filter, other => gridAddress(path, other, first))}
      />
      {grid.rows.length > 0 ? (
        <GridTable path={path} filter={filter} view={view} codes={values.codes} rows={grid.rows} />
      ) : (
        <EmptyState title="No submission matches">Take a filter off, or search for fewer words.</EmptyState>
      )}
      <Pagination
        label="Pages of the grid"
        newer={view.page > 1 ? to(view.page - 1, 'Previous') : undefined}
        older={grid.more ? to(view.page + 1, 'Next') : undefined}
      />
    </Main>
  )
}

/** What the form of the rows keeps of the columns. */
function kept(view: GridView) {
  return [
    ...view.columns.map(column => ({ name: 'column', value: inAddress(column) })),
    ...view.codes.map(value => ({ name: 'codes', value })),
    { name: 'cells', value: inAddress(view.cells) },
    { name: 'sort', value: view.sort },
    { name: 'order', value: view.descending ? 'down' : 'up' },
  ]
}
