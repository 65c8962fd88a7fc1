import { createHash } from 'node:crypto'

import type { CallView } from '@/lib/data/calls'
import { db } from '@/lib/db'
import { FormContent, formContentOf } from '@/lib/domain/form-version'
import { noticeText } from '@/lib/i18n/notice-text'

// A form is never changed once it is kept, so what was read or written once is known for good.
const idsByCall = new Map<string, string>()
const formsByCall = new Map<string, FormContent>()
const contents = new Map<string, FormContent>()
const mostKept = 100

function keep<T>(map: Map<string, T>, key: string, value: T): T {
  const [oldest] = map.keys()
  if (oldest !== undefined && map.size >= mostKept) map.delete(oldest)
  map.set(key, value)
  return value
}

/** The form as a call shows it now: its choices, its wordings, the notice. */
export function currentForm(call: CallView): FormContent {
  const key = `${call.id}:${call.version}`
  const known = formsByCall.get(key)
  if (known) return known
  const notice = noticeText({ ...call, partners: call.partners.map(({ name }) => name) })
  return keep(formsByCall, key, formContentOf(call, notice))
}

/** The same id where it is known already, of a call that was not read whole. */
export function knownFormVersion(call: { id: string; version: number }): string | undefined {
  return idsByCall.get(`${call.id}:${call.version}`)
}

/** The id of the form that a call shows now; the same form is kept once. */
export async function formVersionFor(call: CallView): Promise<string> {
  const known = knownFormVersion(call)
  if (known) return known
  const content = currentForm(call)
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  await db.formVersion.createMany({ data: [{ callId: call.id, hash, content }], skipDuplicates: true })
  const where = { callId_hash: { callId: call.id, hash } }
  const { id } = await db.formVersion.findUniqueOrThrow({ where, select: { id: true } })
  return keep(idsByCall, `${call.id}:${call.version}`, id)
}

/** A form that was kept. Throws where there is none of this id: nothing deletes them. */
export async function readFormVersion(id: string): Promise<FormContent> {
  const known = contents.get(id)
  if (known) return known
  const { content } = await db.formVersion.findUniqueOrThrow({ where: { id }, select: { content: true } })
  return keep(contents, id, FormContent.parse(content))
}
