import type { ReactNode } from 'react'

import { classNames } from './class-names'
import type { Tone } from './notice'

const look: Record<Tone, string> = {
  neutral: 'border-edge bg-paper text-ink',
  canal: 'border-canal bg-canal-tint text-ink',
  moss: 'border-moss bg-moss-tint text-ink',
  furnace: 'border-furnace bg-furnace-tint text-ink',
}

/** A state in a word or two. The word says it; the colour only helps. */
export function Tag({
  tone = 'neutral',
  children,
  className,
}: {
  tone?: Tone
  children: ReactNode
  className?: string
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-sm border px-2 py-0.5 text-sm leading-snug font-semibold whitespace-nowrap',
        look[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}

const swatches = [
  'bg-code-1',
  'bg-code-2',
  'bg-code-3',
  'bg-code-4',
  'bg-code-5',
  'bg-code-6',
  'bg-code-7',
  'bg-code-8',
  'bg-code-9',
  'bg-code-10',
  'bg-code-11',
  'bg-code-12',
]

/** One of the twelve code colours (1 to 12), as a mark beside the code's name and never instead of it. */
export function Swatch({ colour }: { colour: number }) {
  return (
    <span
      aria-hidden
      className={classNames('inline-block size-3 flex-none rounded-sm', swatches[(colour - 1) % 12] ?? 'bg-edge')}
    />
  )
}
