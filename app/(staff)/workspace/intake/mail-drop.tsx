'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, type FormEvent } from 'react'
import * as z from 'zod/mini'

import { Button } from '@/components/ui/button'

const Answer = z.object({
  sentence: z.optional(z.string()),
  total: z.optional(z.object({ new: z.number(), known: z.number(), tooLarge: z.number() })),
})

type State =
  { step: 'waiting' } | { step: 'sending'; percent: number } | { step: 'told'; sentence: string; good: boolean }

/** Adds mails from files. With script it says how far it is; without, the same form goes to the same place. */
export function MailDrop() {
  const [state, setState] = useState<State>({ step: 'waiting' })
  const under = useRef<XMLHttpRequest | null>(null)
  const router = useRouter()

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (state.step === 'sending') return
    const form = event.currentTarget
    const request = new XMLHttpRequest()
    under.current = request
    request.open('POST', form.action)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      setState({ step: 'sending', percent: total > 0 ? Math.floor((loaded / total) * 100) : 0 }),
    )
    request.addEventListener('loadend', () => {
      const told = sentenceOf(request)
      setState({ step: 'told', ...told })
      if (told.good) form.reset()
      router.refresh()
    })
    setState({ step: 'sending', percent: 0 })
    request.send(new FormData(form))
  }

  return (
    <form
      action="/api/intake/messages"
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      className="flex min-w-0 flex-col gap-3 rounded-md border border-line bg-sheet p-5"
    >
      <h2 className="text-xl">Add mails from files</h2>
      <label htmlFor="mail-files" className="text-muted">
        Files that end in .eml or .mbox, up to 100 MB. Each mail comes once, however often it is added.
      </label>
      <input
        id="mail-files"
        name="file"
        type="file"
        accept=".eml,.mbox,message/rfc822,application/mbox"
        multiple
        required
        className="w-full min-w-0 file:mr-3 file:min-h-control file:cursor-pointer file:rounded-md file:border-2 file:border-solid file:border-edge file:bg-paper file:px-control-pad file:font-semibold"
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" aria-disabled={state.step === 'sending' || undefined}>
          Add mails
        </Button>
        {state.step === 'sending' ? (
          <Button type="button" variant="quiet" onClick={() => under.current?.abort()}>
            Stop
          </Button>
        ) : null}
        <p role="status" className={state.step === 'told' && !state.good ? 'font-semibold text-furnace' : 'text-muted'}>
          {state.step === 'told' ? state.sentence : null}
          {state.step === 'sending' ? (state.percent < 100 ? `${state.percent}% sent` : 'Reading the mails …') : null}
        </p>
      </div>
      {state.step === 'sending' ? (
        <progress aria-label="Sent" max={100} value={state.percent} className="w-full" />
      ) : null}
    </form>
  )
}

function sentenceOf(request: XMLHttpRequest): { sentence: string; good: boolean } {
  const parsed = Answer.safeParse(jsonOf(request.responseText))
  if (!parsed.success)
    return { sentence: 'The files did not arrive. Add them again: no mail comes twice.', good: false }
  const { sentence, total } = parsed.data
  if (sentence) return { sentence, good: false }
  const large = total?.tooLarge ? `, ${total.tooLarge} too large` : ''
  return { sentence: `${total?.new ?? 0} new, ${total?.known ?? 0} that were here already${large}.`, good: true }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
