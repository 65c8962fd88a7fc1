'use client'

import { useEffect } from 'react'

/** Once the page is before somebody's eyes, the comments that name them have been seen: no mail tells of them any more. */
export function SeenMentions({ reference, comments }: { reference: string; comments: string[] }) {
  const wanted = comments.join(' ')
  useEffect(() => {
    if (!wanted) return
    const tell = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', tell)
      void fetch(`/workspace/submissions/${reference}/seen`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ comments: wanted.split(' ') }),
        keepalive: true,
      }).catch(() => undefined)
    }
    document.addEventListener('visibilitychange', tell)
    tell()
    return () => document.removeEventListener('visibilitychange', tell)
  }, [reference, wanted])
  return null
}
