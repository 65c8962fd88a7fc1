'use client'

import { useState, type FormEvent } from 'react'
import * as z from 'zod/mini'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { CitableSpans } from '@/components/writing/citable-list'
import type { CitableSpan } from '@/lib/domain/citation'

const Answer = z.union([
  z.object({
    spans: z.array(
      z.object({ coding: z.string(), reference: z.string(), code: z.string(), words: z.string(), href: z.string() }),
    ),
  }),
  z.object({ ok: z.literal(false), message: z.string() }),
])

type Found = { turn: number; spans: CitableSpan[]; trouble: string }
const noLine = 'The portal did not answer. Try again when you are back online.'

type FindPassagesProps = { codes: { id: string; name: string }[]; onFound: (spans: CitableSpan[]) => void }

/** Looks for coded passages by their words or their code. What is found can be quoted or cited. */
export function FindPassages({ codes, onFound }: FindPassagesProps) {
  const [found, setFound] = useState<Found | null>(null)
  const [looking, setLooking] = useState(false)
  const find = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = new URLSearchParams()
    for (const [name, value] of new FormData(event.currentTarget)) asked.set(name, String(value))
    setLooking(true)
    const answer = await ask(asked)
    setLooking(false)
    setFound(before => ({ turn: (before?.turn ?? 0) + 1, ...answer }))
    onFound(answer.spans)
  }
  return (
    <>
      <form onSubmit={event => void find(event)} role="search" aria-label="Passages" className="flex flex-col gap-4">
        <Field id="passage-words" name="words" type="search" label="Words in them" maxLength={200} width="full" />
        <Select
          id="passage-code"
          name="code"
          label="Code"
          options={[{ value: '', label: 'Any' }, ...codes.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <div>
          <Button variant="secondary" aria-disabled={looking || undefined}>
            Find passages
          </Button>
        </div>
      </form>
      <p role="status" className="mt-3 empty:hidden">
        {found && !looking ? (found.trouble ? `Nothing was found. ${found.trouble}` : said(found.spans.length)) : ''}
      </p>
      {found && found.spans.length > 0 ? <CitableSpans key={found.turn} spans={found.spans} mixed /> : null}
    </>
  )
}

const most = 50

function said(count: number): string {
  if (count === 0) return 'No passage that you may see holds these words under this code.'
  if (count >= most) return `The latest ${most}. Narrow the search to see others.`
  return count === 1 ? 'One passage.' : `${count} passages.`
}

async function ask(asked: URLSearchParams): Promise<{ spans: CitableSpan[]; trouble: string }> {
  try {
    const response = await fetch(`/api/workspace/report/passages?${asked}`)
    const parsed = Answer.safeParse(await response.json())
    if (!parsed.success) return { spans: [], trouble: noLine }
    return 'spans' in parsed.data
      ? { spans: parsed.data.spans, trouble: '' }
      : { spans: [], trouble: parsed.data.message }
  } catch {
    return { spans: [], trouble: noLine }
  }
}
