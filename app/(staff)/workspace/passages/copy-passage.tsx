'use client'

import { useState } from 'react'

import { Button } from '@/components/ui/button'

/** Puts a passage with its reference on the clipboard. Where the browser refuses, it is shown to be copied by hand. */
export function CopyPassage({ text }: { text: string }) {
  const [said, setSaid] = useState<'nothing' | 'copied' | 'refused'>('nothing')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('copied')
    } catch {
      setSaid('refused')
    }
  }
  return (
    <>
      <Button type="button" variant="quiet" className="-ml-control-pad" onClick={() => void copy()}>
        Copy with reference
      </Button>
      <span role="status" className="empty:hidden">
        {said === 'copied' ? 'Copied.' : said === 'refused' ? text : ''}
      </span>
    </>
  )
}
