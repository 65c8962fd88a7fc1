import Link from 'next/link'
import type { ComponentProps } from 'react'

import { classNames } from './class-names'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const shape =
  'inline-flex min-h-control cursor-pointer items-center justify-center gap-2 rounded-md border-2 ' +
  'text-center leading-tight font-semibold no-underline transition-colors aria-disabled:opacity-60 disabled:opacity-60'

const look: Record<ButtonVariant, string> = {
  primary: 'border-canal bg-canal text-on-canal hover:border-canal-strong hover:bg-canal-strong hover:text-on-canal',
  secondary: 'border-edge bg-sheet text-ink hover:border-canal hover:bg-canal-tint hover:text-ink',
  quiet: 'border-transparent bg-transparent text-canal underline hover:bg-canal-tint hover:text-canal-strong',
  danger: 'border-furnace bg-furnace text-on-furnace hover:border-furnace-strong hover:bg-furnace-strong',
}

/** `large` is for the one thing a page is about. */
type ButtonLook = { variant?: ButtonVariant; large?: boolean }

function classesFor({ variant = 'primary', large }: ButtonLook, className?: string) {
  return classNames(shape, look[variant], large ? 'px-6 py-3 text-lg' : 'px-control-pad py-1', className)
}

/** A real button. It sends its form unless `type="button"`. */
export function Button({ variant, large, className, ...rest }: ComponentProps<'button'> & ButtonLook) {
  return <button className={classesFor({ variant, large }, className)} {...rest} />
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({ variant, large, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link prefetch={false} className={classesFor({ variant, large }, className)} {...rest} />
}

/** Buttons and links in a row that wraps. */
export function ButtonRow({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={classNames('flex flex-wrap items-center gap-x-4 gap-y-3', className)} {...rest} />
}
