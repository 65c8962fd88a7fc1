'use client'

import { Button } from '@/components/ui/button'
import { londonTime } from '@/lib/domain/london-time'

import type { WritingState } from './use-writing'

type SaveBarProps = {
  state: WritingState
  byItself: boolean
  /** Somebody else's text stands beside this one, to be chosen from. */
  choosing: boolean
}

/** The button that saves, and what is saved. It stays in sight. */
export function SaveBar({ state, byItself, choosing }: SaveBarProps) {
  const { saving, saved, trouble } = state
  return (
    <div className="sticky bottom-0 z-1 flex flex-wrap items-center gap-x-4 gap-y-2 border-t-2 border-line bg-paper py-3">
      <Button aria-disabled={saving === 'button' || undefined}>{choosing ? 'Save mine' : 'Save'}</Button>
      <p role="status" className="text-sm text-muted empty:hidden">
        {saved?.byButton && !saving ? 'Saved.' : null}
      </p>
      {saving ? <p className="text-sm text-muted">Saving</p> : null}
      {saved && !saved.byButton && !saving && !trouble ? (
        <p className="text-sm text-muted">
          Saved at <time dateTime={saved.at}>{londonTime(saved.at)}</time>
        </p>
      ) : null}
      {trouble && !saving ? (
        <p role="alert" className="text-sm font-semibold text-furnace">
          Not saved. {trouble}
        </p>
      ) : null}
      {byItself ? null : (
        <p className="text-sm">Saving a change takes it back to draft: its approvals no longer count.</p>
      )}
    </div>
  )
}
