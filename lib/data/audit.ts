import type { Transaction } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** Who did it: a signed-in person, a respondent (known by nothing but their submission), or the portal itself. */
export type Actor = { id: string } | 'respondent' | 'portal'

export type Deed = {
  actor: Actor
  /** A verb and its object, such as `submission.tag`. */
  action: string
  thing: { kind: string; id: string }
  callId?: string
  /** Ids, names of fields, numbers of versions: never a personal value, never what somebody typed. */
  details?: Prisma.InputJsonObject
}

/** Writes a deed down in its own transaction, so that neither stands without the other. */
export async function record(tx: Transaction, deed: Deed): Promise<void> {
  await tx.$executeRaw(deedRow(deed))
}

/** The statement that does so. */
export function deedRow({ actor, action, thing, callId, details = {} }: Deed): Prisma.Sql {
  const [kind, person] = typeof actor === 'string' ? [actor, null] : ['person', actor.id]
  return Prisma.sql`
    INSERT INTO "AuditEntry" ("actorKind", "actorId", "action", "thingKind", "thingId", "callId", "details")
    VALUES (${kind}, ${person}::uuid, ${action}, ${thing.kind}, ${thing.id}, ${callId ?? null}::uuid, ${JSON.stringify(details)}::jsonb)`
}

/** The same for many deeds at once. */
export async function recordAll(tx: Transaction, deeds: Deed[]): Promise<void> {
  await tx.auditEntry.createMany({
    data: deeds.map(({ actor, action, thing, callId, details = {} }) => ({
      actorKind: typeof actor === 'string' ? actor : 'person',
      actorId: typeof actor === 'string' ? null : actor.id,
      action,
      thingKind: thing.kind,
      thingId: thing.id,
      callId: callId ?? null,
      details,
    })),
  })
}
