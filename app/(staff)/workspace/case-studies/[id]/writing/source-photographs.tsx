'use client'

import { useState } from 'react'

import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { editorInUse } from '@/components/writing/cite-target'
import type { SourcePhotograph } from '@/lib/data/pictures'

import { insertPicture, sendPicture } from './add-picture'

type Props = { caseStudyId: string; photographs: SourcePhotograph[] }

/** Photographs that came with the evidence, each to be put into the text where the caret is. */
export function SourcePhotographs({ caseStudyId, photographs }: Props) {
  const [sending, setSending] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  if (photographs.length === 0) return null
  const use = async ({ file }: SourcePhotograph) => {
    const editor = editorInUse()
    if (!editor) return setSaid('There is no text to put it into.')
    setSending(file)
    const sent = await sendPicture(caseStudyId, file)
    setSending(null)
    if (!sent.ok) return setSaid(sent.message)
    insertPicture(editor, { ...sent.value, caption: '' })
    setSaid(sent.value.alt ? 'Put into the text.' : 'Put into the text. Say what it shows.')
  }
  return (
    <Disclosure summary={`Photographs (${photographs.length})`}>
      <p role="status" className="text-sm text-muted empty:hidden">
        {said}
      </p>
      <ul className="flex flex-col gap-4">
        {photographs.map(photograph => (
          <li key={photograph.file}>
            {/* drawn anew when it came */}
            {/* eslint-disable-next-line @next/next/no-img-element */}
            <img
              src={`/api/files/${photograph.file}`}
              alt={photograph.alt || photograph.name}
              loading="lazy"
              className="max-h-40 max-w-full rounded-md"
            />
            <p dir="auto" className="text-sm break-words">
              {photograph.alt || <span className="text-muted">Not described</span>}
            </p>
            <Button
              type="button"
              variant="secondary"
              aria-label={`Use this picture: ${photograph.alt || photograph.name}`}
              aria-disabled={sending !== null}
              onClick={() => (sending ? undefined : void use(photograph))}
            >
              {sending === photograph.file ? 'Adding …' : 'Use this picture'}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
