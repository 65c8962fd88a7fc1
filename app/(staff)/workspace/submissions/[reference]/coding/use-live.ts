'use client'

import { useEffect, useRef, useState } from 'react'

import type { Present } from '@/lib/data/live-hub'

type Told = { onCodings: () => void; onComments: () => void }

/**
 * Hears what colleagues do on a submission, and who else is here. The browser connects again by itself; each time it
 * does, the server says that all is to be read anew, so that nothing is missed.
 */
export function useLive(reference: string, told: Told): { people: Present[]; connected: boolean } {
  const [people, setPeople] = useState<Present[]>([])
  const [connected, setConnected] = useState(false)
  const latest = useRef(told)
  useEffect(() => {
    latest.current = told
  })
  useEffect(() => {
    const source = new EventSource(`/api/workspace/submissions/${reference}/live`)
    let opened = 0
    source.addEventListener('open', () => {
      setConnected(true)
      opened += 1
      if (opened > 1) latest.current.onComments()
    })
    source.addEventListener('error', () => setConnected(false))
    source.addEventListener('codings', () => latest.current.onCodings())
    source.addEventListener('comments', () => latest.current.onComments())
    source.addEventListener('people', event => setPeople(readPeople(event.data)))
    return () => source.close()
  }, [reference])
  return { people, connected }
}

function readPeople(data: unknown): Present[] {
  try {
    const read: unknown = JSON.parse(String(data))
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}
