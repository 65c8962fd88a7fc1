import type { Transaction } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** Every job there is. Each takes the id of the thing that it works on. */
type JobName =
  | 'send-mail'
  | 'read-document'
  | 'tell-mentions'
  | 'tell-finds'
  | 'measure-agreement'
  | 'publish-planned'
  | 'make-export'
  | 'exchange-project'

const attempts = 12 // with the pauses between them growing, some three days

type When = { after?: number }

/**
 * Queues a job inside our transaction: it runs once that is committed, and never if it is not; `after` so many
 * milliseconds. Twice for the same thing is once, at the earlier of the two times.
 */
export async function queueJob(tx: Transaction, name: JobName, id: string, when: When = {}): Promise<void> {
  await tx.$executeRaw`SELECT ${jobFor(name, id, when)}`
}

/** The call that does so, as an expression: for a statement that writes the thing, too. */
export function jobFor(name: JobName, id: string, { after = 0 }: When = {}): Prisma.Sql {
  const mode = after > 0 ? 'preserve_run_at' : 'replace'
  return Prisma.sql`graphile_worker.add_job(${name}, json_build_object('id', ${id}::text),
    job_key := ${`${name}:${id}`}, max_attempts := ${attempts}::int,
    run_at := now() + make_interval(secs => ${after / 1000}::float8), job_key_mode := ${mode})`
}
