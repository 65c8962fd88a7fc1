import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'

import { clientAddress } from '@/lib/domain/client-address'

const ourOwn = /^(?:x-portal-|x-forwarded-|x-middleware-|forwarded$|content-security-policy)/

type Given = { origin: string; proxies: BlockList; id: string; policy: string | undefined }

/**
 * Leaves only what the door itself knows of where a request comes from and where it goes: what a client says of itself
 * under these names is dropped. `id` names the request in the log and on the page of a fault; `policy` is the page's.
 */
export function writeOwnHeaders(request: IncomingMessage, { origin, proxies, id, policy }: Given): void {
  const forwardedFor = request.headers['x-forwarded-for']?.toString()
  const client = clientAddress(request.socket.remoteAddress ?? '', forwardedFor, proxies)
  const { host, protocol } = new URL(origin)
  const kept = Object.entries(request.headers).filter(([name]) => !ourOwn.test(name))
  const headers: IncomingHttpHeaders = {
    ...Object.fromEntries(kept),
    host,
    'x-forwarded-for': client,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
    'x-portal-client': client,
    'x-portal-request': id,
    // a page can't see its own address, and whoever signs in wants to come back to it
    'x-portal-path': addressOf(request, origin),
    ...(policy && { 'content-security-policy': policy }),
  }
  // Next answers 500 to a state of the router that it cannot read; without one it answers the whole page.
  const state = headers['next-router-state-tree']?.toString()
  if (state !== undefined && !isReadableState(state)) delete headers['next-router-state-tree']
  request.headers = headers
}

/** The path and the query, without what Next's own script adds. */
function addressOf({ url = '/' }: IncomingMessage, origin: string): string {
  const { pathname, search, searchParams } = new URL(`${origin}${url}`)
  if (!searchParams.has('_rsc')) return pathname + search
  searchParams.delete('_rsc')
  return searchParams.size > 0 ? `${pathname}?${searchParams.toString()}` : pathname
}

function isReadableState(state: string): boolean {
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(state)))
  } catch {
    return false
  }
}
