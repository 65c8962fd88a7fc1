import { randomBytes } from 'node:crypto'

import { NextResponse, type NextRequest } from 'next/server'

import { securityHeaders } from '@/lib/domain/security-headers'
import { env } from '@/lib/env'

/** Before every page: a nonce for its scripts, and the security headers. */
export function proxy(request: NextRequest) {
  const { publicUrl, nodeEnv } = env()
  const headers = securityHeaders({
    nonce: randomBytes(16).toString('base64'),
    https: publicUrl?.startsWith('https:') ?? false,
    dev: nodeEnv === 'development',
  })

  // Next reads the nonce for its own scripts from the policy on the request.
  const passed = new Headers(request.headers)
  passed.set('content-security-policy', headers['content-security-policy'] ?? '')
  // a page can't see its own address, and whoever signs in wants to come back to it
  passed.set('x-portal-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers: passed } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** Data and files are answered without it: it would hold their bodies in memory and cut them off. */
export const config = { matcher: '/((?!api/|_next/|icon\\.svg$|favicon\\.ico$).*)' }
