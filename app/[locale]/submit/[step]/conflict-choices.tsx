'use client'

import type { MouseEvent } from 'react'

import type { ConflictInWords } from '@/app/[locale]/submit/conflict-words'
import type { SaveWords } from '@/app/[locale]/submit/step-words'
import { Button } from '@/components/ui/button'
import { Radios } from '@/components/ui/choices'

type Props = {
  conflicts: ConflictInWords[]
  /** What this page holds of a field, to be read. */
  mine: (field: string) => string
  words: SaveWords
  onChoose: (conflict: ConflictInWords, which: 'mine' | 'theirs') => void
}

/** Answers that another page saved meanwhile: both are shown, and the respondent chooses. Without script, the button sends the form. */
export function ConflictChoices({ conflicts, mine, words, onChoose }: Props) {
  if (conflicts.length === 0) return null

  /** Nothing is sent where the browser can do it; what was not selected stays to be chosen. */
  function choose(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget.form ?? undefined)
    for (const conflict of conflicts) {
      const which = form.get(`keep.${conflict.field}`)
      if (which !== null) onChoose(conflict, which === 'theirs' ? 'theirs' : 'mine')
    }
  }

  return (
    <div role="alert" className="mb-8 flex flex-col gap-6 rounded-md border-4 border-furnace bg-sheet p-5">
      {conflicts.map(conflict => (
        <Radios
          key={`${conflict.field}-${conflict.version}`}
          name={`keep.${conflict.field}`}
          label={words.conflict.replace('{label}', conflict.label)}
          hint={words.conflictHint}
          choices={[
            { value: `mine:${conflict.version}`, label: words.mine, hint: shown(mine(conflict.field), words) },
            {
              value: 'theirs',
              label: words.theirs.replace('{time}', conflict.time),
              hint: shown(conflict.words, words),
            },
          ]}
        />
      ))}
      <div>
        <Button variant="secondary" onClick={choose}>
          {words.keep}
        </Button>
      </div>
    </div>
  )
}

function shown(text: string, words: SaveWords) {
  return <span className="block whitespace-pre-line text-ink">{text || words.nothing}</span>
}
