import { inject } from 'vitest'
import { withClient, withDatabase } from '@/lib/postgres/client'

// Runs before each test file, and before anything imports `@/lib/db`: a fresh copy of the migrated template, which no
// other worker sees.
const { url, template, prefix } = inject('testServer')
const name = `${prefix}${process.env.VITEST_POOL_ID}`
await withClient(url, async client => {
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
})
process.env.DATABASE_URL = withDatabase(url, name)
