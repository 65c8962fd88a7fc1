'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const every = 2_000

/** Asks the server again for as long as it stands in the page: while something is under way. */
export function LookAgain() {
  const router = useRouter()
  useEffect(() => {
    const clock = setInterval(() => router.refresh(), every)
    return () => clearInterval(clock)
  }, [router])
  return null
}
