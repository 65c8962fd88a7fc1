import Link from 'next/link'

import { ActionForm } from '@/components/ui/action-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import type { PassagePage, PassageView } from '@/lib/data/code-passages'
import type { CodeView } from '@/lib/data/codes'
import { passages as counted } from '@/lib/domain/codebook-change'
import { writeCursor } from '@/lib/domain/cursor'
import { londonDate } from '@/lib/domain/london-time'
import { answerNames } from '@/lib/domain/submission'

import { confirmCoding } from '@/app/(staff)/workspace/codebook/actions'
import { codeChoices } from '@/app/(staff)/workspace/codebook/parent-choices'
import { MovePassages } from './move-passages'

type Props = { code: CodeView; codes: CodeView[]; page: PassagePage; anew: boolean; edits: boolean }

const moving = 'move-passages'

/** Where a code was put, a page at a time; for leads with a tick at each, to move them to another code. */
export function Passages({ code, codes, page, anew, edits }: Props) {
  const here = `/workspace/codebook/${code.id}`
  const others = codeChoices(codes.filter(other => !other.retired)).filter(choice => choice.value !== code.id)
  return (
    <>
      {page.anew > 0 ? (
        <Notice tone="canal" title="Defined anew since" className="mb-4">
          {counted(page.anew)} had this code before it was defined as it is now.{' '}
          <Link href={anew ? `${here}#passages` : `${here}?show=anew#passages`} prefetch={false}>
            {anew ? 'Show all' : 'Show only these'}
          </Link>
        </Notice>
      ) : null}
      {page.passages.length === 0 ? (
        <EmptyState title={anew ? 'Nothing is left to look at' : 'No passages'}>
          {anew ? (
            <Link href={`${here}#passages`} prefetch={false}>
              Show all passages
            </Link>
          ) : (
            'What researchers give this code is listed here. What others code blind is not shown before both have finished.'
          )}
        </EmptyState>
      ) : (
        <ol className="border-t border-line">
          {page.passages.map(passage => (
            <Passage key={passage.id} passage={passage} ticks={edits} />
          ))}
        </ol>
      )}
      <Pagination
        label="Pages of passages"
        older={
          page.older
            ? {
                href: `${here}?${anew ? 'show=anew&' : ''}after=${writeCursor(page.older)}#passages`,
                label: 'Older passages',
              }
            : undefined
        }
      />
      {edits && page.passages.length > 0 ? <MovePassages id={moving} codeId={code.id} others={others} /> : null}
    </>
  )
}

function Passage({ passage, ticks }: { passage: PassageView; ticks: boolean }) {
  const { id, words, memo, by, reference } = passage
  const place = words === null ? 'the whole submission' : placeOf(passage.field)
  return (
    <li className="flex gap-3 border-b border-line py-3">
      {ticks ? (
        <label className="flex size-6 flex-none items-center justify-center">
          <input type="checkbox" name="codingId" value={id} form={moving} className="tick" />
          <span className="sr-only">
            Move the passage of {reference}: {(words ?? passage.title).slice(0, 60)}
          </span>
        </label>
      ) : null}
      <div className="min-w-0 flex-1">
        {words === null ? null : (
          <blockquote dir="auto" className="max-w-[66ch] border-l-4 border-line pl-3 break-words whitespace-pre-line">
            {words}
          </blockquote>
        )}
        <p className="mt-1 text-sm">
          <Link href={`/workspace/submissions/${reference}`} prefetch={false}>
            {passage.title}
          </Link>
          , {passage.organisation}
        </p>
        <p className="text-sm text-muted">
          {reference} · {place} · {passage.agreed ? 'agreed, settled by ' : ''}
          {by.name}
          {by.team ? ` (${by.team})` : ''}, {londonDate(passage.createdAt)}
        </p>
        {memo ? (
          <p dir="auto" className="mt-1 max-w-[66ch] text-sm whitespace-pre-line">
            <span className="font-semibold">Memo: </span>
            {memo}
          </p>
        ) : null}
        {passage.anew ? (
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <Tag tone="furnace">Defined anew since</Tag>
            {passage.mayCheck ? (
              <ActionForm
                action={confirmCoding}
                submit={
                  <>
                    It still fits<span className="sr-only">: {reference}</span>
                  </>
                }
                variant="quiet"
                small
              >
                <input type="hidden" name="codingId" value={id} />
              </ActionForm>
            ) : null}
          </div>
        ) : null}
      </div>
    </li>
  )
}

function placeOf(field: string | null) {
  return Object.entries(answerNames).find(([name]) => name === field)?.[1] ?? 'another text that came with it'
}
