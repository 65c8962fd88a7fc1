'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'

import type { LockDeed } from '@/lib/domain/writing-lock'

const beat = 5_000 // ms

const Lock = z.object({
  mine: z.boolean(),
  writer: z.nullable(z.object({ name: z.string(), since: z.string() })),
  asked: z.nullable(z.object({ name: z.string(), at: z.string(), mine: z.boolean() })),
  mayTakeAt: z.nullable(z.string()),
})
const Answer = z.object({ ok: z.literal(true), value: Lock })
export type Lock = z.infer<typeof Lock>

async function tell(id: string, deed: LockDeed): Promise<Lock | null> {
  try {
    const response = await fetch(`/api/workspace/case-studies/${id}/lock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deed }),
      keepalive: deed === 'leave',
    })
    const parsed = Answer.safeParse(await response.json())
    return parsed.success ? parsed.data.value : null
  } catch {
    return null
  }
}

/**
 * Who writes this case study: takes it when the page opens and nobody has it, keeps it while the page is there, and hears
 * what others do. Null until the portal has answered.
 */
export function useLock(id: string): { lock: Lock | null; work: (deed: LockDeed) => Promise<Lock | null> } {
  const [lock, setLock] = useState<Lock | null>(null)
  const known = useRef<Lock | null>(null)
  const waiting = useRef(false)

  const work = useCallback(
    async (deed: LockDeed) => {
      const answered = await tell(id, deed)
      if (answered) {
        known.current = answered
        setLock(answered)
      }
      return answered
    },
    [id],
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const pulse = async () => {
      const now = known.current
      // whoever asked has it as soon as the writer is gone
      const free = now !== null && now.writer === null
      await work(now === null || now.mine || (free && waiting.current) ? 'hold' : 'look')
      waiting.current = known.current?.asked?.mine ?? (waiting.current && known.current?.writer === null)
      // one after the other: a slow portal is not asked faster than it answers
      if (!gone) timer = setTimeout(() => void pulse(), beat)
    }
    timer = setTimeout(() => void pulse(), 0)
    const leave = () => {
      if (known.current?.mine) void tell(id, 'leave')
    }
    window.addEventListener('pagehide', leave)
    return () => {
      gone = true
      clearTimeout(timer)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [id, work])

  return { lock, work }
}
