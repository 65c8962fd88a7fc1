import * as z from 'zod/mini'

import type { Transaction } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/**
 * Runs statements as one, all or nothing: one question to the database instead of many. None of them sees what another
 * writes, each may write a row once, and none begins with WITH. Answers the rows that the last one returns.
 */
export function together<Row>(tx: Transaction, statements: readonly Prisma.Sql[]): Promise<Row[]> {
  const last = statements.at(-1)
  if (!last) return Promise.resolve([])
  const others = statements
    .slice(0, -1)
    .map((statement, index) => Prisma.sql`${Prisma.raw(`part${index}`)} AS (${statement})`)
  return others.length > 0 ? tx.$queryRaw<Row[]>`WITH ${Prisma.join(others)} ${last}` : tx.$queryRaw<Row[]>(last)
}

const Taken = z.object({
  code: z.literal('P2010'),
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ kind: z.literal('UniqueConstraintViolation') }) }),
  }),
})

/** Whether a statement of our own failed because something is there already that may be there only once. */
export function isTaken(error: unknown): boolean {
  return Taken.safeParse(error).success
}
