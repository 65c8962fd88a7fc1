import Link from 'next/link'

import type { SectionRow } from '@/lib/data/reports'
import { londonShortDate } from '@/lib/domain/london-time'
import { sectionKindNames } from '@/lib/domain/report'

import { MoveForm, RemoveForm } from './outline-forms'

type OutlineListProps = { sections: SectionRow[]; editable: boolean }

/** The sections in reading order with their numbers, then the appendices. */
export function OutlineList({ sections, editable }: OutlineListProps) {
  const parts = [
    { label: 'Sections', rows: sections.filter(({ appendix }) => !appendix) },
    { label: 'Appendices', rows: sections.filter(({ appendix }) => appendix) },
  ].filter(({ rows }) => rows.length > 0)
  return parts.map(({ label, rows }) => (
    <div key={label} className="mb-6">
      <h3 className="mb-1 text-base">{label}</h3>
      <ol aria-label={label} className="border-t border-line">
        {rows.map((row, index) => (
          <li key={row.id} className={row.depth === 2 ? 'border-b border-line py-2 pl-8' : 'border-b border-line py-2'}>
            <Row row={row} moves={editable ? movesOf(row, rows, index) : null} />
          </li>
        ))}
      </ol>
    </div>
  ))
}

function Row({ row, moves }: { row: SectionRow; moves: ReturnType<typeof movesOf> | null }) {
  const { id, number, title, kind, version, characters, updatedAt, updatedBy } = row
  return (
    <div className="grid gap-x-6 gap-y-1 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex gap-3">
          <span className="min-w-6 tabular-nums">{number}</span>
          <Link
            href={`/workspace/report/sections/${id}`}
            prefetch={false}
            className="inline-block min-h-6 min-w-0 font-semibold wrap-anywhere"
          >
            {title}
          </Link>
        </p>
        <p className="pl-9 text-sm text-muted">
          {kind === 'WRITTEN' ? '' : `${sectionKindNames[kind]} · `}
          {extent(characters, kind !== 'WRITTEN')} · {updatedBy},{' '}
          <time dateTime={updatedAt.toISOString()}>{londonShortDate(updatedAt)}</time>
        </p>
      </div>
      {moves ? (
        <div className="flex flex-wrap items-start gap-x-2 pl-9 md:pl-0">
          <MoveForm id={id} name={`${number} ${title}`} moves={moves} />
          <RemoveForm id={id} version={version} number={characters > 0 ? number : ''} name={`${number} ${title}`} />
        </div>
      ) : null}
    </div>
  )
}

function extent(characters: number, made: boolean): string {
  if (characters === 0) return made ? 'Only what is made for it' : 'Empty'
  return `${characters.toLocaleString('en-GB')} ${characters === 1 ? 'character' : 'characters'}`
}

/** Which moves change anything: a section passes whole ones, a part the line beside it. */
function movesOf(row: SectionRow, rows: SectionRow[], index: number) {
  const whole = rows.filter(({ depth }) => depth === 1)
  const part = row.depth === 2
  return {
    up: part ? index > 0 : whole[0]?.id !== row.id,
    down: part ? index < rows.length - 1 : whole.at(-1)?.id !== row.id,
    in: !part && index > 0,
    out: part,
  }
}
