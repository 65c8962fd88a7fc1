import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { dataDir } from '@/lib/postgres/data-dir'
import { keptSecret, sessionSecret } from './secrets'

test('the session secret is made once, for its owner only', () => {
  const secret = sessionSecret()
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(sessionSecret()).toBe(secret)
  expect(fs.statSync(path.join(dataDir(), 'session.secret')).mode & 0o777).toBe(0o600)
  expect(fs.readdirSync(dataDir())).toEqual(['session.secret'])
})

test('several processes at once get the same secret', async () => {
  const file = path.join(dataDir(), 'shared.secret')
  const code = `import { keptSecret } from './lib/secrets.ts'; process.stdout.write(keptSecret(${JSON.stringify(file)}))`
  const ask = () => promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code])
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(new Set(answers.map(({ stdout }) => stdout))).toEqual(new Set([keptSecret(file)]))
}, 60_000)

test('a file that was cut short is not taken for a secret', () => {
  const file = path.join(dataDir(), 'short.secret')
  fs.writeFileSync(file, 'short')
  expect(() => keptSecret(file)).toThrow(/delete it/)
})
