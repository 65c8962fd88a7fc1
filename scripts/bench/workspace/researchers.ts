import { createHash, randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import path from 'node:path'

import { newRespondent, type Respondent } from '@/e2e/http-respondent'
import type { Line } from '@/e2e/http-line'
import type { Viewer } from '@/lib/domain/person'
import { keptSecret } from '@/lib/secrets'
import type { Stage } from '@/scripts/bench/stage'

/** Somebody of a team who is signed in: as the data layer knows them, and the cookie of their browser. */
export type Researcher = { viewer: Viewer; cookie: { name: string; value: string } }

type Row = {
  id: string
  name: string
  email: string
  role: 'RESEARCHER' | 'LEAD'
  teamId: string
  team: string
  short: string
}

/** So many researchers with a session each, made without the sign-in page, whose passwords nobody knows. */
export async function signedIn({ database, portal }: Stage, many: number): Promise<Researcher[]> {
  const { rows } = await database.query<Row>(
    `SELECT p."id", p."name", p."email", p."role", t."id" AS "teamId", t."name" AS "team", t."short"
     FROM "Person" p JOIN "Team" t ON t."id" = p."teamId"
     WHERE p."disabledAt" IS NULL AND p."role" = 'RESEARCHER' ORDER BY p."email" LIMIT $1`,
    [many],
  )
  const secret = keptSecret(path.join(portal.dataDir, 'session.secret'))
  return Promise.all(
    rows.map(async ({ teamId, team, short, ...person }) => {
      const token = randomBytes(32).toString('base64url')
      const made = await database.query<{ id: string }>(
        `INSERT INTO "Session" ("id", "tokenHash", "personId", "expiresAt")
         VALUES (gen_random_uuid(), $1, $2, now() + interval '12 hours') RETURNING "id"`,
        [createHash('sha256').update(token).digest('hex'), person.id],
      )
      const value = await encode({ token: { sid: token }, secret })
      const viewer = { ...person, team: { id: teamId, name: team, short }, sessionId: made.rows[0]?.id ?? '' }
      return { viewer, cookie: { name: 'portal-session', value } }
    }),
  )
}

/** Their browser, at an address of its own. */
export function browserOf({ cookie }: Researcher, line: Line, number: number): Respondent {
  const browser = newRespondent(line, 5_000_000 + number)
  browser.cookies.set(cookie.name, cookie.value)
  return browser
}
