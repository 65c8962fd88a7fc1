import { readFileSync } from 'node:fs'
import type { Client } from 'pg'

import { expect, test } from './fixtures'
import { freePort, openDatabase, startPortal, testDataDir, type Portal } from './portal'

// Every server action and route of the build, found in its own manifests, is called by nobody: nothing may change.

type Manifest = { node: Record<string, { workers: Record<string, unknown>; exportedName?: string; filename?: string }> }

/** What a respondent may do without an account. They begin drafts and send evidence; their own tests say how. */
const forEveryone = /\/submit\//

function read<T>(file: string): T {
  return JSON.parse(readFileSync(`.next/server/${file}`, 'utf8'))
}

/** `app/(staff)/workspace/submissions/[reference]/page` is reached at `/workspace/submissions/x`. */
function addressOf(route: string): string {
  const path = route
    .replace(/^app/, '')
    .replace(/\/(?:page|route)$/, '')
    .replace(/\/\([^)]+\)/g, '')
    .replace(/\/\[locale\]/, '')
    .replace(/\[\[?\.{3}[^\]]+\]\]?|\[[^\]]+\]/g, 'x')
  return path === '' ? '/' : path
}

const actions = Object.entries(read<Manifest>('server-reference-manifest.json').node).map(([id, action]) => ({
  id,
  name: action.exportedName ?? id,
  routes: Object.keys(action.workers),
}))
const routes = Object.keys(read<Record<string, string>>('app-paths-manifest.json')).filter(route =>
  route.endsWith('/route'),
)

const bodies = [
  '[]',
  '[null]',
  '[{}]',
  '["x"]',
  '[{"id":"00000000-0000-7000-8000-000000000000","reference":"WM-0000-0000"}]',
]

/** A hash for each table of all that it holds. */
async function contents(database: Client): Promise<Record<string, string>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await database.query<{ hash: string }>(
      `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM "${name}" t`,
    )
    hashes[name] = rows[0]?.hash ?? ''
  }
  return hashes
}

test.describe('somebody without an account', () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 })
  let portal: Portal
  let database: Client

  test.beforeAll(async () => {
    portal = await startPortal({ dataDir: testDataDir('uninvited', { fresh: true }), port: await freePort() })
    database = await openDatabase(portal.dataDir)
  })
  test.afterAll(async () => {
    await database?.end()
    await portal?.stop()
  })

  test('the build names actions and routes to call', () => {
    expect(actions.length).toBeGreaterThan(20)
    expect(routes.length).toBeGreaterThan(2)
  })

  test('changes nothing by calling any server action', async ({ request }) => {
    const before = await contents(database)
    for (const action of actions.filter(({ routes: from }) => !from.some(route => forEveryone.test(route)))) {
      for (const data of bodies) {
        const answer = await request.post(portal.origin + addressOf(action.routes[0] ?? ''), {
          headers: { 'next-action': action.id, origin: portal.origin, 'content-type': 'text/plain;charset=UTF-8' },
          data,
          maxRedirects: 0,
        })
        // 404 would say that there is no such action: then nothing was tried.
        expect([200, 303], `${action.name} with ${data} answers ${answer.status()}`).toContain(answer.status())
      }
    }
    const after = await contents(database)
    // Refused attempts to sign in are counted and written down: that is what these two are for.
    for (const table of ['RateLimit', 'AuditEntry']) [before[table], after[table]] = ['', '']
    expect(after).toEqual(before)
  })

  test('is told so when what they post cannot be read', async ({ request }) => {
    const before = await contents(database)
    const unreadable = {
      'text/plain;charset=UTF-8': ['', '{', 'not json', '["$F1"]'],
      'multipart/form-data; boundary=x': ['--x\r\ncut'],
    }
    for (const action of actions) {
      for (const [type, posted] of Object.entries(unreadable)) {
        for (const data of posted) {
          const answer = await request.post(portal.origin + addressOf(action.routes[0] ?? ''), {
            headers: { 'next-action': action.id, origin: portal.origin, 'content-type': type },
            data,
            maxRedirects: 0,
          })
          expect(answer.status(), `${action.name} with ${data}`).toBe(400)
        }
      }
    }
    expect(await contents(database)).toEqual(before)
  })

  test('is refused every action that comes from another site, or from nowhere', async ({ request }) => {
    const before = await contents(database)
    for (const origin of ['https://elsewhere.example', undefined]) {
      for (const action of actions) {
        const answer = await request.post(portal.origin + addressOf(action.routes[0] ?? ''), {
          headers: {
            'next-action': action.id,
            ...(origin ? { origin } : {}),
            'content-type': 'text/plain;charset=UTF-8',
          },
          data: '[{}]',
          maxRedirects: 0,
        })
        expect(answer.status(), action.name).toBe(403)
      }
    }
    expect(await contents(database)).toEqual(before)
  })

  test('changes nothing by calling any route', async ({ request }) => {
    const before = await contents(database)
    for (const route of routes) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await request.fetch(portal.origin + addressOf(`app${route}`), {
          method,
          headers: { origin: portal.origin },
          ...(method === 'GET' ? {} : { data: '{}' }),
          maxRedirects: 0,
        })
        expect(answer.status(), `${method} ${route}`).toBeLessThan(500)
      }
    }
    const after = await contents(database)
    for (const table of ['RateLimit', 'AuditEntry']) [before[table], after[table]] = ['', '']
    expect(after).toEqual(before)
  })
})
