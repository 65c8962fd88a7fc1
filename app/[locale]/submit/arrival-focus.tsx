'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * Puts the focus where a step begins: on the field that a link named, else on the heading. The router leaves it on a
 * button that is gone. The first page is left alone, as any page that is loaded.
 */
export function ArrivalFocus() {
  const path = usePathname()
  const seen = useRef(path)

  useEffect(() => {
    if (seen.current === path) return
    seen.current = path
    const named = document.getElementById(location.hash.slice(1))
    if (named) {
      const field = named.querySelector('input') ?? named
      field.focus({ preventScroll: true })
      field.scrollIntoView({ block: 'center' }) // its question stands above it
      return
    }
    const heading = document.querySelector<HTMLElement>('main h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus()
  }, [path])

  return null
}
