'use client'

import { useEffect, useRef, useState } from 'react'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { FileView } from '@/lib/data/files'
import { fileLimits } from '@/lib/domain/material'
import type { FileWords } from './file-words'

const pause = 800 // ms of silence at the keyboard

/** What a picture shows, in words: saved as it is typed. Without script its button posts the form named `form`. */
export function FileDescription({ file, form, words }: { file: FileView; form: string; words: FileWords }) {
  const [state, setState] = useState<'quiet' | 'saved' | 'failed' | 'long'>('quiet')
  const saved = useRef(file.alt)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  async function save(alt: string) {
    clearTimeout(timer.current)
    if (alt === saved.current) return
    if (Array.from(alt).length > fileLimits.alt) return setState('long')
    const ok = await fetch(`/api/draft/files/${file.id}`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ deed: 'describe', alt }),
      keepalive: true,
    })
      .then(response => response.ok)
      .catch(() => false)
    if (ok) saved.current = alt
    setState(ok ? 'saved' : 'failed')
  }

  const error = state === 'failed' ? words.altFailed : state === 'long' ? words.errors.long : undefined
  return (
    <div className="flex flex-col gap-1.5">
      <Field
        id={`alt-${file.id}`}
        name="alt"
        form={form}
        label={words.alt.replace('{name}', file.name)}
        hint={words.altHint}
        error={error}
        defaultValue={file.alt}
        autoComplete="off"
        onChange={({ target: { value } }) => {
          setState('quiet')
          clearTimeout(timer.current)
          timer.current = setTimeout(() => void save(value), pause)
        }}
        onBlur={({ target }) => void save(target.value)}
      />
      <p role="status" className="text-muted">
        {state === 'saved' ? words.altSaved : ''}
      </p>
      <noscript>
        <Button variant="secondary" form={form} name="deed" value="describe">
          {words.altSave}
        </Button>
      </noscript>
    </div>
  )
}
