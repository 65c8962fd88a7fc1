import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { emptyDatabase } from './database'

test('a test works in a migrated database of its own, and can empty it', async () => {
  await db.$executeRaw`CREATE TABLE "Note" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, words text)`
  await db.$executeRaw`CREATE TABLE "Reply" ("noteId" int REFERENCES "Note" (id))`
  await db.$executeRaw`INSERT INTO "Note" (words) VALUES ('one'), ('two')`
  await db.$executeRaw`INSERT INTO "Reply" VALUES (1)`
  await emptyDatabase()
  await db.$executeRaw`INSERT INTO "Note" (words) VALUES ('three')`
  expect(await db.$queryRaw`SELECT FROM "Reply"`).toEqual([])
  expect(await db.$queryRaw`SELECT id, words FROM "Note"`).toEqual([{ id: 1, words: 'three' }])
  const applied = await db.$queryRaw<unknown[]>`SELECT FROM "_prisma_migrations"`
  expect(applied.length).toBeGreaterThan(0)
})
