import { headers } from 'next/headers'

import { networkOf } from '@/lib/domain/network'

/** The network that this request comes from, as the door has found it. For counting attempts; never kept. */
export async function requestNetwork(): Promise<string> {
  return networkOf((await headers()).get('x-portal-client'))
}
