'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const every = 2_000

/** How far something is that is done in the background. Asks the server again until the page has none under way. */
export function WorkProgress({ waiting, percent }: { waiting: boolean; percent: number }) {
  const router = useRouter()
  useEffect(() => {
    const clock = setInterval(() => router.refresh(), every)
    return () => clearInterval(clock)
  }, [router])
  return (
    <div className="flex max-w-xl flex-col gap-2">
      <label htmlFor="work-progress">{waiting ? 'Waiting for its turn' : `${percent}% done`}</label>
      <progress id="work-progress" max={100} value={percent} className="w-full accent-canal" />
      <p className="text-sm text-muted">You can leave this page. The work goes on.</p>
    </div>
  )
}
