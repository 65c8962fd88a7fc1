'use client'

import { useEffect, type RefObject } from 'react'

const question = 'You have changes that are not saved. Leave without saving them?'

/** Whether something in a form differs from what the server sent. */
export function isUnsaved(form: HTMLFormElement): boolean {
  return Array.from(form.elements).some(field => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue.replace(/\r\n?/g, '\n')
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false
    return field.type === 'checkbox' || field.type === 'radio'
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue
  })
}

/** Asks before what was typed into a form is lost, by a link or by leaving the portal. */
export function useUnsavedGuard(form: RefObject<HTMLFormElement | null>, guarded: boolean): void {
  useEffect(() => {
    if (!guarded) return
    const unsaved = () => form.current !== null && isUnsaved(form.current)
    const leaving = (event: BeforeUnloadEvent) => {
      if (unsaved()) event.preventDefault()
    }
    // The router opens links without unloading the page, so they are asked about one by one, before it hears of them.
    const following = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.target === '_blank'
      const here = link?.getAttribute('href')?.startsWith('#')
      if (!link || elsewhere || here || !unsaved() || window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', leaving)
    document.addEventListener('click', following, true)
    return () => {
      window.removeEventListener('beforeunload', leaving)
      document.removeEventListener('click', following, true)
    }
  }, [form, guarded])
}
