import { db } from '@/lib/db'

/** The name of the latest migration that is applied. Throws while the database is away. */
export async function latestMigration(): Promise<string | null> {
  const rows = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name DESC LIMIT 1`
  return rows[0]?.migration_name ?? null
}
