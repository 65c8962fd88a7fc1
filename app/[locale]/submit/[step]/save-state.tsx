'use client'

import type { SaveWords } from '@/app/[locale]/submit/step-words'
import { Notice } from '@/components/ui/notice'
import type { SaverState } from './answer-saver'

/** Where I am, and, quietly, when the answers were saved last. */
export function ProgressLine({ progress, state, words }: { progress: string; state: SaverState; words: SaveWords }) {
  const time = state.time ? words.saved.replace('{time}', state.time) : null
  const said = { still: time, saved: time, saving: words.saving, away: words.notSaved, refused: words.notSaved }
  return (
    <p className="mb-2 flex flex-wrap gap-x-4 text-muted tabular-nums">
      <span>{progress}</span>
      <span>{said[state.status]}</span>
    </p>
  )
}

/** Said aloud when it begins: the line is gone, or the call takes no more. It stays in sight and moves nothing. */
export function SaveTrouble({ state, words }: { state: SaverState; words: SaveWords }) {
  const refusal = state.refusal ? (words.refusals[state.refusal] ?? words.refusals.unreadable) : undefined
  return (
    <div role="status" className="sticky bottom-2 z-10 empty:hidden">
      {state.status === 'away' ? (
        <Notice tone="furnace" title={words.away} className="shadow-float">
          {words.awayText}
        </Notice>
      ) : null}
      {state.status === 'refused' && refusal ? (
        <Notice tone="furnace" title={words.notSaved} className="shadow-float">
          {refusal}
        </Notice>
      ) : null}
    </div>
  )
}
