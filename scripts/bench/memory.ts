import fs from 'node:fs'

/** What a process holds in memory, in MB; null where the system does not say. */
export function residentMemory(pid: number): number | null {
  const file = `/proc/${pid}/status`
  if (!fs.existsSync(file)) return null
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(fs.readFileSync(file, 'utf8'))?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}

/** The most that a process held while the work was done, in MB. */
export async function peakWhile(pid: number, work: () => Promise<unknown>): Promise<number> {
  let peak = residentMemory(pid) ?? 0
  const look = setInterval(() => (peak = Math.max(peak, residentMemory(pid) ?? 0)), 20)
  await work().finally(() => clearInterval(look))
  return peak
}
