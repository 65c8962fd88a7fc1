import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { env } from '@/lib/env'
import { dataDir } from '@/lib/postgres/data-dir'
import { beforeOpening } from './checklist'

const wellKnownPassword = 'demonstration'

/**
 * Gives a database that has no call yet its first contents: the demonstration where it is our own and `DEMO` is on,
 * else an unopened call. All or nothing. Answers what the person who started the portal should be told.
 */
export async function firstContents({ embedded, now }: { embedded: boolean; now: Date }): Promise<string[]> {
  const { db } = await import('@/lib/db')
  if ((await db.call.count()) === 0) {
    await db.$transaction(
      async tx => {
        // Two starters at once: the second finds the first one's call.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first contents'))`
        if ((await tx.call.count()) > 0) return
        if (embedded && env().demo) {
          const { seedDemonstration } = await import('@/prisma/seed/demonstration')
          await seedDemonstration(tx, { password: demonstrationPassword(), now })
        } else {
          const { seedUnopened } = await import('@/prisma/seed/unopened')
          await seedUnopened(tx)
        }
      },
      { timeout: 120_000, maxWait: 60_000 },
    )
  }
  // at each start, for whoever was stopped between the two
  const { publishSeededReport } = await import('@/prisma/seed/report-publishing')
  await publishSeededReport()
  await guardWellKnownPassword()
  return whatToSay()
}

/** A demonstration that was made for this machine alone, and is now served to others, gets a password that nobody knows. */
async function guardWellKnownPassword(): Promise<void> {
  const { db } = await import('@/lib/db')
  const demonstration = await db.call.count({ where: { isCurrent: true, demonstration: true } })
  if (demonstration === 0 || isForThisMachine() || fs.existsSync(passwordFile())) return
  const { changeDemonstrationPasswords } = await import('@/prisma/seed/people')
  await changeDemonstrationPasswords(db, wellKnownPassword, demonstrationPassword())
}

async function whatToSay(): Promise<string[]> {
  const { readCall } = await import('@/lib/data/calls')
  const { demonstrationAccounts } = await import('@/prisma/seed/people')
  const { placeholderContact } = await import('@/prisma/seed/call')
  const call = await readCall({ isCurrent: true })
  const lines: string[] = []
  if (call?.demonstration) {
    lines.push('This is a demonstration: everything in it is fictional. Sign in at /sign-in with the password')
    lines.push(`  ${demonstrationPassword()}`)
    for (const { email, role } of demonstrationAccounts)
      lines.push(`  ${email.padEnd(30)} ${role.toLowerCase().replace('_', ' ')}`)
    lines.push('`npm run admin -- start-fresh` leaves it.')
  }
  if (call?.contactEmail === placeholderContact)
    lines.push(
      `Warning: the call's contact address is still the placeholder ${placeholderContact}. A lead sets it at /workspace/call.`,
    )
  if (call && !call.opensAt) lines.push(...beforeOpening)
  return lines
}

const passwordFile = () => path.join(dataDir(), 'demonstration.password')
const loopback = ['127.0.0.1', '::1', '[::1]', 'localhost']

/** A portal behind a proxy listens on loopback and is for others all the same: then it has a public address. */
function isForThisMachine(): boolean {
  const { host, publicUrl } = env()
  return loopback.includes(host) && (!publicUrl || loopback.includes(new URL(publicUrl).hostname))
}

/** Known to everyone where only this machine can reach the portal; elsewhere made once and kept beside the data. */
function demonstrationPassword(): string {
  const kept = passwordFile()
  if (fs.existsSync(kept)) return fs.readFileSync(kept, 'utf8').trim()
  if (isForThisMachine()) return wellKnownPassword
  const password = randomBytes(12).toString('base64url')
  fs.writeFileSync(kept, `${password}\n`, { mode: 0o600 })
  return password
}
