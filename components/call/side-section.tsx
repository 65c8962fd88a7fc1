import type { ReactNode } from 'react'

import { classNames } from '@/components/ui/class-names'

type SideSectionProps = { title: string; id: string; wide?: boolean; children: ReactNode }

/** A part of a long page: its heading stands at the side where there is room, or above what is `wide`. */
export function SideSection({ title, id, wide, children }: SideSectionProps) {
  return (
    <section
      aria-labelledby={id}
      className={classNames(
        'mt-12 grid gap-x-12 gap-y-5 border-t-2 border-ink pt-5 xl:mt-16',
        !wide && 'xl:grid-cols-[15rem_minmax(0,1fr)]',
      )}
    >
      <h2 id={id}>{title}</h2>
      <div className={classNames('min-w-0', !wide && 'xl:pt-1.5')}>{children}</div>
    </section>
  )
}
