import { readByKey, type KeyPage, type KeyRange } from '@/lib/data/key-page'
import { db } from '@/lib/db'
import type { AuditFilter } from '@/lib/domain/audit-filter'
import { fromLondonField } from '@/lib/domain/london-time'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'
import type { Prisma } from '@/prisma/generated/client'

export const auditPerPage = 50

/** A line of the trail. Names are looked up to be shown; the trail itself holds ids alone. */
export type AuditView = {
  id: string
  at: Date
  actor: { kind: string; id: string | null; name: string }
  action: string
  thing: { kind: string; id: string; name: string | null }
  details: { name: string; value: string }[]
}

/** A page of the audit trail, newest first; null for those who may not read it. */
export async function listAudit(
  viewer: Viewer,
  filter: AuditFilter,
  range: KeyRange,
): Promise<KeyPage<AuditView> | null> {
  if (!may(viewer, 'readAudit')) return null
  const where = await whereFor(filter)
  const page = await readByKey(
    range,
    auditPerPage,
    ({ order, beyond, take }) =>
      db.auditEntry.findMany({
        where: { AND: [where, beyond === null ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: BigInt(beyond) } }] },
        orderBy: { id: order },
        take,
      }),
    entry => String(entry.id),
  )
  const names = await namesFor(
    page.rows.flatMap(({ actorId, thingKind, thingId }) => [actorId, thingKind === 'person' ? thingId : null]),
  )
  return {
    ...page,
    rows: page.rows.map(entry => ({
      id: String(entry.id),
      at: entry.at,
      actor: {
        kind: entry.actorKind,
        id: entry.actorId,
        name: names.get(entry.actorId ?? '') ?? actorName(entry.actorKind),
      },
      action: entry.action,
      thing: { kind: entry.thingKind, id: entry.thingId, name: names.get(entry.thingId) ?? null },
      details: detailsOf(entry.details),
    })),
  }
}

function actorName(kind: string): string {
  if (kind === 'respondent') return 'A respondent'
  return kind === 'portal' ? 'The portal' : 'Somebody'
}

function detailsOf(details: Prisma.JsonValue): { name: string; value: string }[] {
  if (typeof details !== 'object' || details === null || Array.isArray(details)) return []
  return Object.entries(details).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }))
}

async function whereFor({ person, action, thing, day }: AuditFilter): Promise<Prisma.AuditEntryWhereInput> {
  const conditions: Prisma.AuditEntryWhereInput[] = []
  if (person) conditions.push({ actorId: person })
  if (action) conditions.push({ action })
  if (thing) conditions.push({ thingId: await thingIdOf(thing) })
  const midnight = day ? fromLondonField(`${day}T00:00`) : null
  // 36 hours on is the next day, also where the clocks change
  const next = midnight
    ? fromLondonField(`${new Date(midnight.getTime() + 36 * 3_600_000).toISOString().slice(0, 10)}T00:00`)
    : null
  if (midnight && next) conditions.push({ at: { gte: midnight, lt: next } })
  return { AND: conditions }
}

async function thingIdOf(given: string): Promise<string> {
  const reference = readReference(given)
  if (!reference) return given.trim()
  const found = await db.submission.findUnique({ where: { reference }, select: { id: true } })
  return found?.id ?? given
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function namesFor(ids: (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter(id => id !== null && uuid.test(id)).map(String))]
  if (asked.length === 0) return new Map()
  const people = await db.person.findMany({ where: { id: { in: asked } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** What the trail can be filtered by: everyone who has an account, and every deed that was ever done. */
export async function auditChoices(
  viewer: Viewer,
): Promise<{ people: { id: string; name: string }[]; actions: string[] }> {
  if (!may(viewer, 'readAudit')) return { people: [], actions: [] }
  const [people, actions] = await Promise.all([
    db.person.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    db.auditEntry.groupBy({ by: ['action'], orderBy: { action: 'asc' } }),
  ])
  return { people, actions: actions.map(({ action }) => action) }
}
