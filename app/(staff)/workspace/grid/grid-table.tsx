import Link from 'next/link'

import { Swatch } from '@/components/ui/tag'
import type { CodeChoice } from '@/lib/data/facet-values'
import type { GridRow } from '@/lib/data/grid'
import {
  gridAddress,
  gridColumnNames,
  gridSorts,
  type GridColumn,
  type GridSort,
  type GridView,
} from '@/lib/domain/grid-columns'
import { answerFields } from '@/lib/domain/submission'
import type { SubmissionFilter } from '@/lib/domain/submission-filter'

type Props = { path: string; filter: SubmissionFilter; view: GridView; codes: CodeChoice[]; rows: GridRow[] }

/** One row a submission, in a box of its own that scrolls both ways: the names of rows and columns stay in sight. */
export function GridTable({ path, filter, view, codes, rows }: Props) {
  const chosen = view.codes.flatMap(id => codes.find(code => code.id === id) ?? [])
  const head = (name: string, sort: GridSort | null, wide = false) => (
    <Head key={name} name={name} sort={sort} view={view} wide={wide} to={next => gridAddress(path, filter, next)} />
  )
  return (
    <div
      role="region"
      aria-label="Grid of submissions"
      tabIndex={0}
      className="relative mt-4 max-h-[75vh] max-w-full overflow-auto rounded-md border border-line"
    >
      <table className="w-max min-w-full border-separate border-spacing-0 text-left text-sm">
        <thead>
          <tr>
            <Head name="Submission" sort="title" view={view} first to={next => gridAddress(path, filter, next)} />
            {view.columns.map(column => head(gridColumnNames[column], sortOf(column), isAnswer(column)))}
            {chosen.map(code => (
              <th key={code.id} scope="col" className={`${headLook} ${view.cells === 'PASSAGE' ? 'min-w-64' : ''}`}>
                <span className="inline-flex items-center gap-2">
                  <Swatch colour={code.colour} />
                  {code.name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.reference}>
              <th
                scope="row"
                className="sticky left-0 z-[1] max-w-40 min-w-32 border-r border-b border-line bg-sheet px-3 py-2 align-top font-normal sm:max-w-64 sm:min-w-52"
              >
                <Link href={`/workspace/submissions/${row.reference}`} prefetch={false} className="font-semibold">
                  {row.title}
                </Link>
                <span className="block text-muted tabular-nums">{row.reference}</span>
              </th>
              {row.cells.map((cell, index) => (
                <td key={index} dir="auto" className={cellLook}>
                  {cell}
                </td>
              ))}
              {row.codes.map(({ count, passage }, index) => (
                <td key={index} dir="auto" className={cellLook}>
                  {view.cells === 'COUNT' ? <Count count={count} /> : passage || <Count count={count} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const cellLook = 'max-w-sm border-b border-line px-3 py-2 align-top'
const headLook = 'sticky top-0 z-[2] border-b-2 border-ink bg-sheet px-3 py-2 align-bottom'

function Count({ count }: { count: number }) {
  return count > 0 ? <span className="tabular-nums">{count}</span> : <span className="text-muted">0</span>
}

type HeadProps = {
  name: string
  sort: GridSort | null
  view: GridView
  first?: boolean
  wide?: boolean
  to: (view: GridView) => string
}

/** The name of a column; where it can be sorted by, a link that does, and turns it round. */
function Head({ name, sort, view, first, wide, to }: HeadProps) {
  const on = sort !== null && sort === view.sort
  const look = `${headLook} ${first ? 'left-0 z-[3] border-r border-r-line' : ''} ${wide ? 'min-w-72' : ''}`
  return (
    <th scope="col" className={look} aria-sort={on ? (view.descending ? 'descending' : 'ascending') : undefined}>
      {sort ? (
        <Link
          href={to({ ...view, sort, descending: on ? !view.descending : sort === 'received', page: 1 })}
          prefetch={false}
          className="inline-flex min-h-6 items-center gap-1 whitespace-nowrap text-ink"
        >
          {name}
          <span aria-hidden>{on ? (view.descending ? '↓' : '↑') : ''}</span>
        </Link>
      ) : (
        name
      )}
    </th>
  )
}

function sortOf(column: GridColumn): GridSort | null {
  return gridSorts.find(sort => sort === column) ?? null
}

const answers: readonly string[] = answerFields
const isAnswer = (column: GridColumn) => answers.includes(column)
