import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..', '..')

/** Tests of rules and of single files: they start in no time, since they need no database (or bring one of their own). */
const withoutDatabase = [
  'app/[locale]/submit/**/*.test.ts',
  'components/**/*.test.ts',
  'lib/domain/**/*.test.ts',
  'lib/exchange/**/*.test.ts',
  'lib/mail/incoming/*.test.ts',
  'lib/postgres/{data-dir,embedded,faults,lock,programs}.test.ts',
  'lib/files/**/*.test.ts',
  'lib/{answer-status,env,outage,secrets}.test.ts',
  'scripts/**/*.test.ts',
]

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    pool: 'forks',
    testTimeout: 15_000,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: withoutDatabase,
          setupFiles: ['lib/testing/own-settings.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['app/**/*.test.ts', 'lib/**/*.test.ts', 'prisma/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...withoutDatabase],
          globalSetup: ['lib/testing/template-database.ts'],
          setupFiles: ['lib/testing/own-settings.ts', 'lib/testing/own-database.ts'],
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
    ],
  },
})
