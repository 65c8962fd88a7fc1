import { headers } from 'next/headers'

import { env } from '@/lib/env'

/** Where readers find this site, without a slash at its end: `PUBLIC_URL`, or the name by which they asked. For pages. */
export async function siteOrigin(): Promise<string> {
  return env().publicUrl ?? `http://${(await headers()).get('host') ?? 'localhost'}`
}
