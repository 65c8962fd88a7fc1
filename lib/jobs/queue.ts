import type { Transaction } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** Every job there is. Each takes the id of the thing that it works on. */
type JobName = 'send-mail'

const attempts = 12 // with the pauses between them growing, some three days

/** Queues a job inside our transaction: it runs once that is committed, and never if it is not. Twice for the same thing is once. */
export async function queueJob(tx: Transaction, name: JobName, id: string): Promise<void> {
  await tx.$executeRaw`SELECT ${jobFor(name, id)}`
}

/** The call that does so, as an expression: for a statement that writes the thing, too. */
export function jobFor(name: JobName, id: string): Prisma.Sql {
  return Prisma.sql`graphile_worker.add_job(${name}, json_build_object('id', ${id}::text),
    job_key := ${`${name}:${id}`}, max_attempts := ${attempts}::int)`
}
