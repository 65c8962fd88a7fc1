import { defineConfig } from 'prisma/config'
import { env } from './lib/env'

// Commands that need no database (generate, validate) run without one; the others say that none answers.
const unset = 'postgresql://unset:unset@127.0.0.1:1/unset'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: env().databaseUrl ?? unset },
})
