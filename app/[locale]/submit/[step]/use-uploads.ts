'use client'

import { useEffect, useRef, useState } from 'react'

import type { FileView } from '@/lib/data/files'
import { fileLimits, sizeInWords } from '@/lib/domain/material'
import type { FileWords } from './file-words'

const address = '/api/draft/files'

/** What a second try would not change: too many, too large, no such kind, or no longer taken. */
const final = [403, 409, 413, 422]

/** A file that is not there yet: waiting, on its way (`percent`), looked at by the server, or refused. */
export type Upload = {
  key: number
  name: string
  size: string
  state: 'queued' | 'sending' | 'looking' | 'failed'
  percent: number
  error: string
  /** Whether it can be tried again: not where the file itself is at fault. */
  again: boolean
}

type Answer = { file?: FileView; message?: string }

function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return {}
  }
}

/** Sends files one after another, each with its progress, and keeps the list of those that have arrived. */
export function useUploads(before: FileView[], words: FileWords) {
  const [files, setFiles] = useState(before)
  const [uploads, setUploads] = useState<Upload[]>([])
  const [said, setSaid] = useState('')
  const queue = useRef<{ key: number; file: File }[]>([])
  const kept = useRef(new Map<number, File>())
  const running = useRef<{ key: number; request: XMLHttpRequest } | null>(null)
  const next = useRef(1)

  // a page that was left and comes back out of the browser's memory may know too few of them
  useEffect(() => {
    const stop = new AbortController()
    fetch(address, { signal: stop.signal, cache: 'no-store' })
      .then(response => (response.ok ? response.json() : null))
      .then((answer: { files: FileView[] } | null) => answer && setFiles(answer.files))
      .catch(() => undefined)
    return () => stop.abort()
  }, [])

  const say = (sentence: string, name: string) => setSaid(sentence.replace('{name}', name))
  const change = (key: number, changes: Partial<Upload>) =>
    setUploads(all => all.map(upload => (upload.key === key ? { ...upload, ...changes } : upload)))
  const drop = (key: number) => {
    kept.current.delete(key)
    setUploads(all => all.filter(upload => upload.key !== key))
  }

  function fail(key: number, name: string, error: string, again: boolean) {
    change(key, { state: 'failed', error, again })
    say(`${words.said.failed}: ${error}`, name)
  }

  function begin() {
    const first = running.current ? undefined : queue.current.shift()
    if (!first) return
    const { key, file } = first
    const request = new XMLHttpRequest()
    running.current = { key, request }
    const done = () => {
      running.current = null
      begin()
    }
    request.upload.onprogress = event => {
      const percent = Math.floor((event.loaded / Math.max(1, event.total)) * 100)
      change(key, { state: event.loaded < event.total ? 'sending' : 'looking', percent })
    }
    request.onload = () => {
      const answer = readAnswer(request.responseText)
      if (request.status === 200 && answer.file) {
        const { file: view } = answer
        drop(key)
        setFiles(all => [...all.filter(({ id }) => id !== view.id), view])
        say(words.said.added, view.name)
      } else fail(key, file.name, answer.message ?? words.errors.unreachable, !final.includes(request.status))
      done()
    }
    request.onerror = () => {
      fail(key, file.name, words.errors.unreachable, true)
      done()
    }
    request.onabort = done
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    const form = new FormData()
    form.append('file', file, file.name)
    change(key, { state: 'sending', percent: 0, error: '' })
    request.send(form)
  }

  /** Takes files that somebody chose; what cannot be taken is said at once, before a byte of it is sent. */
  function add(chosen: readonly File[]) {
    let room = fileLimits.files - files.length - uploads.filter(({ state }) => state !== 'failed').length
    for (const file of chosen) {
      const key = next.current++
      const error =
        room <= 0
          ? words.errors.many
          : file.size > fileLimits.bytes
            ? words.errors.large
            : file.size === 0
              ? words.errors.empty
              : ''
      const state = error ? 'failed' : 'queued'
      const shown = { key, name: file.name, size: sizeInWords(file.size), percent: 0, error, again: false } as const
      setUploads(all => [...all, { ...shown, state }])
      if (error) {
        say(`${words.said.failed}: ${error}`, file.name)
        continue
      }
      room -= 1
      kept.current.set(key, file)
      queue.current.push({ key, file })
    }
    begin()
  }

  function cancel({ key, name, state }: Upload) {
    queue.current = queue.current.filter(waiting => waiting.key !== key)
    if (running.current?.key === key) running.current.request.abort()
    drop(key)
    if (state !== 'failed') say(words.said.cancelled, name)
  }

  function retry({ key }: Upload) {
    const file = kept.current.get(key)
    if (!file) return
    change(key, { state: 'queued', error: '', percent: 0 })
    queue.current.push({ key, file })
    begin()
  }

  /** Takes a file away; answers why not, or nothing. */
  async function remove({ id, name }: FileView): Promise<string> {
    const answer = await fetch(`${address}/${id}`, { method: 'DELETE', headers: { accept: 'application/json' } })
      .then(async response => ({ status: response.status, ...readAnswer(await response.text()) }))
      .catch(() => null)
    if (!answer) return words.errors.unreachable
    // one that is gone already is what was asked for
    if (answer.status !== 200 && answer.status !== 404) return answer.message ?? words.errors.unreachable
    setFiles(all => all.filter(file => file.id !== id))
    say(words.said.removed, name)
    return ''
  }

  const busy = uploads.some(({ state }) => state !== 'failed')
  return { files, uploads, said, busy, add, cancel, retry, remove }
}
