'use client'

import { createContext, useContext, useEffect, useState, type ReactNode, type RefObject } from 'react'

// What was typed into a form and is not saved, in this browser: it outlives the page, the session and a lost line.

const prefix = 'portal-typed/'
const longestKept = 7 * 86_400_000

/** The values of a form's fields, hidden ones included, by their names. */
export type KeptFields = Record<string, string>

const Owner = createContext<string | null>(null)

/** Whose texts are kept below: on a shared machine they come back to nobody else. */
export function KeepTextFor({ person, children }: { person: string; children: ReactNode }) {
  return <Owner value={person}>{children}</Owner>
}

/**
 * Keeps what is typed into a form under `name` until it is saved or let go of, both of which reset the form, and puts it
 * back when the form is shown again. Answers whether it did.
 */
export function useKeptText(form: RefObject<HTMLFormElement | null>, name: string | undefined): boolean {
  const owner = useContext(Owner)
  const key = owner && name ? `${prefix}${owner}/${name}` : null
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    const element = form.current
    if (!key || !element) return
    const typed = () => keep(key, element)
    const letGo = () => {
      forget(key)
      setRestored(false)
    }
    if (putBack(element, read(key))) queueMicrotask(() => setRestored(true))
    element.addEventListener('input', typed)
    element.addEventListener('reset', letGo)
    return () => {
      element.removeEventListener('input', typed)
      element.removeEventListener('reset', letGo)
    }
  }, [form, key])
  return restored
}

/** What earlier pages of this browser kept under names that begin so; read once, when the page is there. */
export function useKeptFields(beginning: string): KeptFields[] {
  const owner = useContext(Owner)
  const [found, setFound] = useState<KeptFields[]>([])
  useEffect(() => {
    if (!owner) return
    const wanted = `${prefix}${owner}/${beginning}`
    const fields = keys()
      .filter(key => key.startsWith(wanted))
      .map(read)
      .filter(kept => kept !== null)
    if (fields.length > 0) queueMicrotask(() => setFound(fields))
  }, [owner, beginning])
  return found
}

type TextField = HTMLTextAreaElement | HTMLInputElement

function isTextField(field: Element): field is TextField {
  return field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')
}

const textFields = (form: HTMLFormElement) => Array.from(form.elements).filter(isTextField)

function isHidden(field: Element): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === 'hidden' && !field.name.startsWith('$')
}

const plain = (text: string) => text.replace(/\r\n?/g, '\n')
const differs = (field: TextField) => plain(field.value) !== plain(field.defaultValue)

function keep(key: string, form: HTMLFormElement): void {
  const fields = textFields(form)
  if (!fields.some(differs)) return forget(key)
  const hidden = Array.from(form.elements).filter(isHidden)
  const values = [...hidden, ...fields.filter(differs)].map(field => [field.name, field.value])
  // a browser that keeps nothing, or has no room, goes on without
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: Object.fromEntries(values) }))
  } catch {}
}

function putBack(form: HTMLFormElement, kept: KeptFields | null): boolean {
  let any = false
  for (const field of kept ? textFields(form) : []) {
    const value = kept?.[field.name]
    if (value === undefined || differs(field) || plain(value) === plain(field.defaultValue)) continue
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    any = true
  }
  if (any) openAround(form)
  return any
}

function openAround(form: HTMLFormElement): void {
  for (let around = form.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.open = true
}

function keys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {}
}

/** Null where nothing is kept; what is too old, or not ours, is thrown away. */
function read(key: string): KeptFields | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (kept === null) return null
    if (isKept(kept) && Date.now() - kept.at < longestKept) return kept.fields
    forget(key)
  } catch {
    forget(key)
  }
  return null
}

function isKept(kept: unknown): kept is { at: number; fields: KeptFields } {
  if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('fields' in kept)) return false
  const { at, fields } = kept
  if (typeof at !== 'number' || typeof fields !== 'object' || fields === null) return false
  return Object.values(fields).every(value => typeof value === 'string')
}
