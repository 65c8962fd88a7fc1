'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import type { Result } from '@/lib/result'

import { unsavedQuestion } from './written-form'

type Given = { isUnsaved: () => boolean; settle: (() => Promise<Result<unknown>>) | null }

/** Before a link is followed what was typed is saved; where that may not or cannot be, the person is asked. */
export function useLeaving({ isUnsaved, settle }: Given): void {
  const router = useRouter()
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (!settle && isUnsaved()) event.preventDefault()
    }
    const following = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
      const here = link?.getAttribute('href')?.startsWith('#') || link?.target === '_blank' || link?.download
      if (!link || elsewhere || here || !isUnsaved()) return
      if (!settle) {
        if (window.confirm(unsavedQuestion)) return
        event.preventDefault()
        event.stopPropagation()
        return
      }
      event.preventDefault()
      event.stopPropagation()
      void settle().then(({ ok }) => {
        if (!ok && !window.confirm(unsavedQuestion)) return
        if (link.origin === window.location.origin) router.push(link.href)
        else window.location.assign(link.href)
      })
    }
    window.addEventListener('beforeunload', leaving)
    document.addEventListener('click', following, true)
    return () => {
      window.removeEventListener('beforeunload', leaving)
      document.removeEventListener('click', following, true)
    }
  }, [router, isUnsaved, settle])
}
