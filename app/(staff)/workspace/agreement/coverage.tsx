import type { DoubleCoded } from '@/lib/data/agreement-runs'

import { LeftOutList } from './left-out-list'

/** What is coded by two, and how far. Counts only. */
export function Coverage({ coded }: { coded: DoubleCoded }) {
  return (
    <>
      <p>
        {many(coded.all, 'submission')} {coded.all === 1 ? 'is' : 'are'} coded by two.{' '}
        {coded.compared === 0 ? 'None of them can' : `${coded.compared.toLocaleString('en-GB')} of them can`} be
        compared.
      </p>
      <LeftOutList title="Left out for now" leftOut={coded.leftOut} />
    </>
  )
}

/** `1 submission`, `1,200 submissions`. */
export function many(count: number, thing: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? thing : `${thing}s`}`
}
