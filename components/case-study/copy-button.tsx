'use client'

import { useState } from 'react'

import { Button } from '@/components/ui/button'

type CopyButtonProps = { text: string; words: { copy: string; copied: string; refused: string }; describedBy: string }

/** Puts a text that stands beside it on the clipboard. Without script it does nothing: the text can be marked by hand. */
export function CopyButton({ text, words, describedBy }: CopyButtonProps) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(words.copied),
      () => setSaid(words.refused),
    )
  return (
    <span className="no-print flex flex-wrap items-center gap-3">
      <Button type="button" variant="secondary" aria-describedby={describedBy} onClick={() => void copy()}>
        {words.copy}
      </Button>
      <span role="status" className="text-sm text-muted">
        {said}
      </span>
    </span>
  )
}
