'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

import { addressWith } from '@/lib/domain/address'

/** A pause in typing after which the list is asked for, in milliseconds. */
const pause = 200

/**
 * In a form of filters: leads to its address when a choice changes and while words are typed, so that the list follows
 * and focus and caret stay where they are. `values` are what the address says now; fields take them that nobody is in.
 */
export function SearchAsYouType({ path, values }: { path: string; values: Record<string, string> }) {
  const router = useRouter()
  const mark = useRef<HTMLSpanElement>(null)
  const said = JSON.stringify(values)

  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const address = () => {
      const given = [...new FormData(form)].map(([name, value]) => [
        name,
        typeof value === 'string' ? value.trim() : '',
      ])
      return addressWith(path, Object.fromEntries(given))
    }
    const follow = () => router.replace(address(), { scroll: false })
    const onInput = (event: Event) => {
      clearTimeout(timer)
      const composing = 'isComposing' in event && event.isComposing === true
      if (!composing) timer = setTimeout(follow, event.target instanceof HTMLInputElement ? pause : 0)
    }
    const onSubmit = (event: Event) => {
      event.preventDefault()
      clearTimeout(timer)
      router.push(address(), { scroll: false })
    }
    form.addEventListener('input', onInput)
    form.addEventListener('compositionend', onInput)
    form.addEventListener('submit', onSubmit)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', onInput)
      form.removeEventListener('compositionend', onInput)
      form.removeEventListener('submit', onSubmit)
    }
  }, [path, router])

  useEffect(() => {
    const fields = mark.current?.closest('form')?.elements
    for (const [name, value] of Object.entries(JSON.parse(said) as Record<string, string>)) {
      const field = fields?.namedItem(name)
      if (field === document.activeElement) continue
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value
    }
  }, [said])

  return <span ref={mark} hidden />
}
