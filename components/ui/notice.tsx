import type { ReactNode } from 'react'

import { classNames } from './class-names'

export type Tone = 'neutral' | 'canal' | 'moss' | 'furnace'

const look: Record<Tone, string> = {
  neutral: 'border-edge bg-sheet',
  canal: 'border-canal bg-canal-tint',
  moss: 'border-moss bg-moss-tint',
  furnace: 'border-furnace bg-furnace-tint',
}

type NoticeProps = { tone?: Tone; title?: ReactNode; children?: ReactNode; live?: boolean; className?: string }

/** Something to know before going on. `live` says it aloud when it appears. The title says what the colour means. */
export function Notice({ tone = 'canal', title, children, live, className }: NoticeProps) {
  return (
    <div
      role={live ? 'status' : undefined}
      className={classNames('max-w-2xl rounded-md border-l-8 px-5 py-4', look[tone], className)}
    >
      {title ? <p className="font-semibold">{title}</p> : null}
      {children ? <div className={title ? 'mt-1' : ''}>{children}</div> : null}
    </div>
  )
}
