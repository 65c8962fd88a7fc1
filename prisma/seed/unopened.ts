import type { Transaction } from '@/lib/db'
import { seedCall } from './call'
import { seedCodebook } from './codebook'
import { seedTeams } from './people'

/** Fills an empty database with what every portal needs: the call, not opened yet, its codebook, and the three teams. */
export async function seedUnopened(tx: Transaction): Promise<void> {
  const callId = await seedCall(tx, { demonstration: false, opensAt: null, closesAt: null, analysisClosesAt: null })
  await seedCodebook(tx, callId)
  await seedTeams(tx)
}
