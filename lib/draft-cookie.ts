import { cookies } from 'next/headers'

import { env } from '@/lib/env'

const days = 30

function cookie() {
  const secure = env().publicUrl?.startsWith('https://') ?? false
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return { name: secure ? '__Host-draft' : 'draft', options }
}

/** The token of this browser's draft, or of what it sent last; null where there is none. Whether it is any good, lib/data says. */
export async function readDraftToken(): Promise<string | null> {
  return (await cookies()).get(cookie().name)?.value ?? null
}

/** Lets this browser keep a draft's token, from now on for thirty days. For server actions only. */
export async function keepDraftToken(token: string): Promise<void> {
  const { name, options } = cookie()
  const jar = await cookies()
  jar.set(name, token, { ...options, maxAge: days * 86_400 })
}

/** Lets go of the draft, so that this browser can begin another. For server actions only. */
export async function dropDraftToken(): Promise<void> {
  const { name, options } = cookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}
