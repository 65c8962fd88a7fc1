import { startPortal, testDataDir } from './portal'

const port = Number(process.env.E2E_PORT ?? 4178)

/** Where the portal is that most journeys walk through. */
export const sharedOrigin = `http://127.0.0.1:${port}`

/** Before all journeys: starts it on fresh data. Answers how to stop it. */
export default async function setup(): Promise<() => Promise<void>> {
  const portal = await startPortal({ dataDir: testDataDir('e2e', { fresh: true }), port })
  return portal.stop
}
