import { getLocale, getTranslations } from 'next-intl/server'

import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
import { chartOf } from '@/lib/charts/chart-option'
import { pictureSize } from '@/lib/charts/picture-frame'
import { countInFigures, type AnalysisTable } from '@/lib/domain/analysis-table'
import { describe } from '@/lib/domain/analysis-title'
import type { EditionChart } from '@/lib/domain/report-edition'
import { dateInWords } from '@/lib/i18n/in-words'

type EditionFigureProps = { figure: EditionChart; fileOf: (ending: 'svg' | 'png' | 'csv') => string }

/** A figure as it was counted when the edition was made: a picture, what it shows in a sentence, and every number of it. */
export async function EditionFigure({ figure, fileOf }: EditionFigureProps) {
  const [t, locale] = await Promise.all([getTranslations('report.figure'), getLocale()])
  const { number, title, caption, table } = figure
  const name = t('name', { number })
  const size = pictureSize(chartOf(table, figure.view), table.soFar)
  const saved = (ending: 'svg' | 'png' | 'csv') =>
    `${fileOf(ending)}${fileOf(ending).includes('?') ? '&' : '?'}save=yes`
  return (
    <div className="my-4">
      <figure id={figure.id} aria-label={`${name}: ${title}`} className="scroll-mt-4">
        <div
          role="region"
          aria-label={name}
          tabIndex={0}
          className="relative max-w-full overflow-x-auto rounded-md border border-line bg-sheet print:border-0"
        >
          {/* eslint-disable-next-line @next/next/no-img-element -- drawn on the server, nothing to optimise */}
          <img
            src={fileOf('svg')}
            alt={t('alt', { title, description: describe(table) })}
            {...size}
            className="h-auto max-w-none print:max-w-full"
          />
        </div>
        <figcaption className="mt-2 max-w-[66ch]">
          <span className="font-semibold">
            {name}: {title}
          </span>
          {caption ? ` ${caption}` : ''}{' '}
          <span className="text-muted">
            {t('counted', { day: dateInWords(figure.takenAt, locale) })}
            {table.soFar ? ` ${t('notSettled')}.` : ''}
          </span>
        </figcaption>
      </figure>
      <Disclosure summary={t('data')} className="mt-1">
        <FigureTable table={table} title={title} all={t('all')} plain={figure.view.kind} />
        <p className="no-print mt-3 flex flex-wrap items-center gap-x-4">
          {t('save', { number })}
          {(['svg', 'png', 'csv'] as const).map(ending => (
            <a key={ending} href={saved(ending)} download className="inline-flex min-h-control items-center">
              {t(ending)}
            </a>
          ))}
        </p>
      </Disclosure>
    </div>
  )
}

type FigureTableProps = { table: AnalysisTable; title: string; all: string; plain: EditionChart['view']['kind'] }

function FigureTable({ table, title, all, plain }: FigureTableProps) {
  const { rows, base, rowHead } = table
  const columns = plain === 'frequencies' ? [] : table.columns
  const words = plain === 'words'
  return (
    <Table caption={title} wide={columns.length > 2}>
      <thead>
        <tr>
          <th scope="col">{rowHead}</th>
          {words ? null : (
            <th scope="col" className="number">
              {all}
            </th>
          )}
          {columns.map(({ key, label }) => (
            <th key={key} scope="col" className="number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {words ? null : (
          <tr>
            <th scope="row" className="text-left">
              {all}
            </th>
            <td className="number">{countInFigures(base)}</td>
            {columns.map(column => (
              <td key={column.key} className="number">
                {countInFigures(column.base)}
              </td>
            ))}
          </tr>
        )}
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row" className="text-left font-normal">
              {row.label}
            </th>
            {words ? null : <td className="number">{countInFigures(row.total)}</td>}
            {columns.map((column, index) => {
              const cell = row.cells[index] ?? null
              return (
                <td key={column.key} className="number">
                  {cell === null ? '–' : countInFigures(cell)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
