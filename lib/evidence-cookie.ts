import { cookies } from 'next/headers'

import { env } from '@/lib/env'

const hours = 24

function cookie() {
  const secure = env().publicUrl?.startsWith('https://') ?? false
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return { name: secure ? '__Host-evidence' : 'evidence', options }
}

/** The token of the private page of what this browser sent last; null a day later. */
export async function readEvidenceToken(): Promise<string | null> {
  return (await cookies()).get(cookie().name)?.value ?? null
}

/** Lets the receipt lead to the private page: for a day, since others may use the machine. For server actions only. */
export async function keepEvidenceToken(token: string): Promise<void> {
  const { name, options } = cookie()
  const jar = await cookies()
  jar.set(name, token, { ...options, maxAge: hours * 3_600 })
}

/** Forgets it. For server actions only. */
export async function dropEvidenceToken(): Promise<void> {
  const { name, options } = cookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}
