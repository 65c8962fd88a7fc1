import { addressWith, allAskedFor, askedFor, inAddress, type Asked } from './address'
import { filterQuery, type SubmissionFilter } from './submission-filter'
import { answerFields, answerNames } from './submission'

/** Columns beside the submission itself, in the order in which they stand. */
export const gridColumns = [
  ...(['organisation', 'type', 'places', 'themes', 'stage', 'decision', 'coders', 'language', 'received'] as const),
  ...answerFields,
] as const
export type GridColumn = (typeof gridColumns)[number]

export const gridColumnNames: Record<GridColumn, string> = {
  organisation: 'Organisation',
  type: 'Organisation type',
  places: 'Places',
  themes: 'Themes',
  stage: 'Stage',
  decision: 'Decision',
  coders: 'Assigned to',
  language: 'Language',
  received: 'Received',
  ...answerNames,
}

export const gridSorts = ['received', 'title', 'organisation', 'type', 'stage', 'decision', 'language'] as const
export type GridSort = (typeof gridSorts)[number]

/** More columns of codes than this are read by nobody. */
export const mostCodes = 12

/** How the grid stands: which columns, which codes, in which order. */
export type GridView = {
  columns: GridColumn[]
  /** Ids of codes: each is a column, with what lies below it. */
  codes: string[]
  /** What stands in a code's column: how many codings, or the first passage. */
  cells: 'COUNT' | 'PASSAGE'
  sort: GridSort
  descending: boolean
  /** From 1. */
  page: number
}

const atFirst: GridColumn[] = ['organisation', 'type', 'places', 'stage', 'coders']

/** Reads it from an address. Where no column is named those stand that most want. */
export function readGrid(asked: Asked, known: { codes: readonly string[] }): GridView {
  const named = allAskedFor(asked, 'column')
  const columns = gridColumns.filter(column => named.includes(inAddress(column)) || named.includes(column))
  const sort = gridSorts.find(name => name === askedFor(asked, 'sort')) ?? 'received'
  const order = askedFor(asked, 'order')
  const page = askedFor(asked, 'page')
  return {
    columns: named.length > 0 ? columns : atFirst,
    codes: allAskedFor(asked, 'codes')
      .filter(code => known.codes.includes(code))
      .slice(0, mostCodes),
    cells: askedFor(asked, 'cells') === 'passage' ? 'PASSAGE' : 'COUNT',
    sort,
    descending: order ? order === 'down' : sort === 'received',
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}

/** The address of a grid; `title` stands for no other column. */
export function gridAddress(path: string, filter: SubmissionFilter, view: GridView): string {
  return addressWith(path, {
    ...filterQuery(filter),
    column: view.columns.length > 0 ? view.columns : ['title'],
    codes: view.codes,
    cells: view.cells === 'PASSAGE' ? 'passage' : null,
    sort: view.sort === 'received' ? null : view.sort,
    order: view.descending === (view.sort === 'received') ? null : view.descending ? 'down' : 'up',
    page: view.page > 1 ? String(view.page) : null,
  })
}
