import { expectWhole, startPortal, testDataDir } from './portal'

const port = Number(process.env.E2E_PORT ?? 4178)

/** Where the portal is that most journeys walk through. */
export const sharedOrigin = `http://127.0.0.1:${port}`

/** Before all journeys: starts it on fresh data. Answers what comes after them: the database must be whole, and the portal stops. */
export default async function setup(): Promise<() => Promise<void>> {
  const portal = await startPortal({ dataDir: testDataDir('e2e', { fresh: true }), port })
  return async () => {
    await expectWhole(portal.dataDir).finally(portal.stop)
  }
}
