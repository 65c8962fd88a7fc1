import { workOnRun } from '@/lib/data/agreement-runs'
import { publishReport } from '@/lib/data/report-review'
import { db } from '@/lib/db'

/**
 * Publishes the demonstration's report as a lead does, once all that is seeded stands: the same code makes this edition
 * as any other. Does nothing where it is published, or where somebody has begun to change it.
 */
export async function publishSeededReport(): Promise<void> {
  const report = await db.report.findFirst({
    where: { call: { demonstration: true }, status: 'APPROVED', editions: { none: {} } },
    select: { callId: true, version: true },
  })
  const lead = await db.person.findUnique({ where: { email: 'lead@wlv.example' }, include: { team: true } })
  if (!report || !lead) return
  const { callId, version } = report
  const waiting = await db.agreementRun.findMany({ where: { callId, status: 'WAITING' }, select: { id: true } })
  for (const { id } of waiting) await workOnRun(id)
  const { id, name, email, role, team } = lead
  await publishReport({ id, name, email, role, team, sessionId: '' }, callId, { version, changes: '' })
}
