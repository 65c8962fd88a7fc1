'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'

import { Button, ButtonRow } from '@/components/ui/button'
import { londonTime } from '@/lib/domain/london-time'
import type { LockDeed } from '@/lib/domain/writing-lock'

import type { Lock } from './use-lock'

type LockNoticeProps = {
  lock: Lock
  /** What the writer's own page says of words that were not saved when somebody else took over. */
  kept: string | null
  /** Where the versions are. */
  versions: string
  work: (deed: LockDeed) => void
  onWrite: () => void
}

/** Who writes, and what can be done about it. Says nothing to a writer whom nobody asks. */
export function LockNotice({ lock, kept, versions, work, onWrite }: LockNoticeProps) {
  if (lock.mine) return lock.asked ? <Asked by={lock.asked.name} work={work} /> : null
  return (
    <div role="status" className="mb-6 rounded-md border-2 border-furnace bg-sheet p-4">
      {lock.writer ? (
        <p className="font-semibold">
          {lock.writer.name} is writing this case study, since {londonTime(lock.writer.since)}.
        </p>
      ) : (
        <p className="font-semibold">Nobody is writing this case study now.</p>
      )}
      {kept ? (
        <p className="mt-2">
          {kept}{' '}
          <Link href={versions} prefetch={false}>
            See all versions
          </Link>
        </p>
      ) : null}
      <ButtonRow className="mt-3">
        {lock.writer ? (
          <Asking lock={lock} work={work} onWrite={onWrite} />
        ) : (
          <Button type="button" onClick={onWrite}>
            Write
          </Button>
        )}
      </ButtonRow>
    </div>
  )
}

function Asked({ by, work }: { by: string; work: (deed: LockDeed) => void }) {
  return (
    <div role="status" className="mb-6 rounded-md border-2 border-furnace bg-sheet p-4">
      <p className="font-semibold">{by} asks to write.</p>
      <p className="mt-1">Without an answer they can take over after a minute. Nothing that you wrote is lost.</p>
      <ButtonRow className="mt-3">
        <Button type="button" variant="secondary" onClick={() => work('give')}>
          Hand it over
        </Button>
      </ButtonRow>
    </div>
  )
}

function Asking({ lock, work, onWrite }: Pick<LockNoticeProps, 'lock' | 'work' | 'onWrite'>) {
  const due = lock.mayTakeAt
  const now = useNow(due !== null)
  if (lock.asked && !lock.asked.mine) return <p>{lock.asked.name} has asked to write.</p>
  if (!due)
    return (
      <Button type="button" onClick={() => work('ask')}>
        Ask to write
      </Button>
    )
  if (now < new Date(due).getTime()) return <p>You have asked. Without an answer you can take over at {clock(due)}.</p>
  return (
    <Button type="button" variant="danger" onClick={onWrite}>
      Take over
    </Button>
  )
}

/** To the second: it is waited for. */
function clock(time: string) {
  return new Date(time).toLocaleTimeString('en-GB', { timeZone: 'Europe/London' })
}

function useNow(ticking: boolean): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (!ticking) return
    const tick = () => setNow(Date.now())
    const first = setTimeout(tick, 0)
    const timer = setInterval(tick, 1_000)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [ticking])
  return now
}
