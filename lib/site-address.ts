import { headers } from 'next/headers'

import { env } from '@/lib/env'

/** Where readers find this site, without a slash at its end: `PUBLIC_URL`, or the name by which they asked. For pages. */
export async function siteOrigin(): Promise<string> {
  return originOf(await headers())
}

/** The same for a route, by the headers of the request. */
export function originOf(asked: Headers): string {
  return env().publicUrl ?? `http://${asked.get('host') ?? 'localhost'}`
}
