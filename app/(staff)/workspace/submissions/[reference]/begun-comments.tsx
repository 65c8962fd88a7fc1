'use client'

import { useState, type MouseEvent } from 'react'

import { Button } from '@/components/ui/button'
import { useKeptFields, type KeptFields } from '@/components/ui/kept-text'

import { keptOnWords, SpanCommentForm } from './span-comment-form'

/** Comments on words that were begun in this browser and never sent, to go on with or to let go of. */
export function BegunComments({ reference }: { reference: string }) {
  const begun = useKeptFields(keptOnWords(reference)).flatMap(wordsOf)
  const [done, setDone] = useState<string[]>([])
  const open = begun.filter(({ key }) => !done.includes(key))
  if (open.length === 0) return null
  return (
    <div className="mb-5 flex flex-col gap-5">
      <p>{open.length === 1 ? 'You had begun this comment:' : 'You had begun these comments:'}</p>
      {open.map(({ key, ...words }) => {
        const close = () => setDone(before => [...before, key])
        const letGo = (event: MouseEvent<HTMLButtonElement>) => {
          event.currentTarget.form?.reset()
          close()
        }
        return (
          <SpanCommentForm
            key={key}
            reference={reference}
            {...words}
            onDone={close}
            instead={
              <Button type="button" variant="quiet" className="self-start" onClick={letGo}>
                Discard<span className="sr-only"> the comment that was begun</span>
              </Button>
            }
          />
        )
      })}
    </div>
  )
}

function wordsOf({ textVersionId, start, end, quotation }: KeptFields) {
  if (!textVersionId || !start || !end || !quotation) return []
  return [{ key: `${textVersionId}-${start}-${end}`, textVersionId, start: Number(start), end: Number(end), quotation }]
}
