import * as z from 'zod/mini'

import { normaliseLine } from './text-normal'

import { addressWith, type Asked as Query } from './address'

const key = z.catch(z.optional(z.string().check(z.regex(/^[1-9]\d{0,17}$/))), undefined)
const line = z.catch(
  z.optional(z.string().check(z.overwrite(normaliseLine), z.minLength(1), z.maxLength(100))),
  undefined,
)

// What cannot be read is left out: an address that was cut short still shows the trail.
const Asked = z.object({
  person: z.catch(z.optional(z.uuid()), undefined),
  action: line,
  thing: line,
  day: z.catch(z.optional(z.iso.date()), undefined),
  before: key,
  after: key,
})

/** What the trail is narrowed to. `thing` is an id or a reference, `day` is `2026-11-23` in the region's time. */
export type AuditFilter = {
  person?: string | undefined
  action?: string | undefined
  thing?: string | undefined
  day?: string | undefined
}

/** Filter and page out of the address of the trail. */
export function readAuditFilter(asked: Query) {
  const { before, after, ...filter } = Asked.parse(asked)
  return { filter, range: { before, after } }
}

/** The address of the trail with a filter, and a page of it where one is given. */
export function auditAddress(filter: AuditFilter, range: { before?: string; after?: string } = {}): string {
  return addressWith('/workspace/audit', { ...filter, ...range })
}
