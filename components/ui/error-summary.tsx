'use client'

import { useEffect, useRef } from 'react'

/**
 * What has to be corrected, on top of a form. Takes the focus when it appears and whenever `attempt` changes.
 * `fields` are messages by the id of their field (its name, by our convention), in the order of the form.
 */
export function ErrorSummary({ title, message, fields = {}, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const problems = Object.entries(fields).flatMap(([field, messages]) =>
    [messages ?? []].flat().map(text => ({ field, text })),
  )
  const shown = problems.length > 0 || Boolean(message)

  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown, attempt])

  if (!shown) return null
  return (
    <div
      ref={box}
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      autoFocus
      className="mb-8 max-w-2xl rounded-md border-4 border-furnace bg-sheet p-5"
    >
      <h2 id="error-summary-title" className="text-xl">
        {title}
      </h2>
      {message && problems.length === 0 ? <p className="mt-2">{message}</p> : null}
      {problems.length > 0 ? (
        <ul className="mt-3 flex flex-col gap-2">
          {problems.map(({ field, text }) => (
            <li key={field + text}>
              <a href={`#${field}`} className="font-semibold text-furnace hover:text-furnace-strong">
                {text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

type ErrorSummaryProps = {
  title: string
  message?: string | undefined
  fields?: Record<string, string | string[] | undefined> | undefined
  attempt?: number | string
}
