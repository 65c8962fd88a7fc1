'use client'

import { useEffect, useRef } from 'react'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

import { useCoding } from './coding-context'
import type { QueueState } from './coding-queue'

const keys = [
  ['Left, Right', 'Select the word before or after'],
  ['Up, Down', 'Select the sentence before or after'],
  ['Shift with an arrow', 'Select more, or less'],
  ['A letter, or Enter', 'Choose a code for what is selected'],
  ['[ and ]', 'Go to the coding before or after'],
  ['Delete', 'Take off the coding that you have gone to'],
  ['Ctrl Z, Ctrl Y', 'Take back, do again'],
  ['Esc', 'Back to the text; once more, nothing is selected'],
  ['?', 'This list'],
] as const

/** What stands beside the texts, or far below them on a small window. */
const parts = [
  ['codings', 'Codings'],
  ['tags', 'Tags'],
  ['progress', 'Stage and decision'],
  ['assigned', 'Finish coding'],
  ['comments', 'Comments'],
] as const

const list = new Intl.ListFormat('en-GB')

/** Above the texts: what waits to be saved and why, who else is here, undo and redo, and the keys. */
export function CodingStatus() {
  const { queue, live, me, said, undo, redo, undoable, redoable } = useCoding()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const asked = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key === '?' && !typing) dialog.current?.showModal()
    }
    document.addEventListener('keydown', asked)
    return () => document.removeEventListener('keydown', asked)
  }, [])
  const others = live.people
    .filter(person => person.id !== me.id)
    .map(({ name, team }) => (team ? `${name} (${team})` : name))
  return (
    <div className="flex flex-col gap-2 bg-paper lg:sticky lg:top-0 lg:z-20 lg:-mx-1.5 lg:px-1.5">
      <div className="-ml-control-pad flex flex-wrap items-center gap-x-1 text-sm">
        <Button type="button" variant="quiet" disabled={!undoable} onClick={undo}>
          Take back
        </Button>
        <Button type="button" variant="quiet" disabled={!redoable} onClick={redo}>
          Do again
        </Button>
        <Button type="button" variant="quiet" onClick={() => dialog.current?.showModal()}>
          Keys
        </Button>
        <p role="status" className="pl-control-pad text-muted">
          {waitingWords(queue)}
          {others.length > 0 ? ` Also here: ${list.format(others)}.` : ''}
        </p>
      </div>
      <nav aria-label="Parts of this page" className="border-b border-line pb-1 text-sm">
        <ul className="flex flex-wrap gap-x-5">
          {parts.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-flex min-h-6 items-center">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <noscript>
        <Notice tone="furnace">Passages are coded with JavaScript, which this browser does not run.</Notice>
      </noscript>
      {queue.held === 'session' ? (
        <Notice tone="furnace">
          You are no longer signed in. Your codings wait in this browser.{' '}
          <a href={`/sign-in?to=${encodeURIComponent(typeof location === 'undefined' ? '' : location.pathname)}`}>
            Sign in
          </a>{' '}
          and they are saved.
        </Notice>
      ) : null}
      {queue.refusal ? <Notice tone="furnace">{queue.refusal}</Notice> : null}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        className="m-auto max-w-lg rounded-md border border-edge bg-sheet p-5 text-ink"
      >
        <h2 id="keys-title" className="mb-3 text-lg">
          Keys in a text
        </h2>
        <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {keys.map(([key, does]) => (
            <div key={key} className="contents">
              <dt className="font-semibold">{key}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <Button type="button" variant="secondary" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </dialog>
    </div>
  )
}

function waitingWords({ ready, waiting: { length: count }, held }: QueueState): string {
  if (!ready) return 'Getting ready to code …'
  if (count === 0) return 'All codings are saved.'
  const codings = count === 1 ? '1 coding' : `${count} codings`
  return held === 'line' ? `The line is cut: ${codings} will be saved when it is back.` : `Saving ${codings} …`
}
