import { randomBytes } from 'node:crypto'

import { NextResponse, type NextRequest } from 'next/server'

import { securityHeaders } from '@/lib/domain/security-headers'

/** As the portal's own: a nonce for the page's scripts, and the security headers. */
export function proxy(request: NextRequest) {
  const headers = securityHeaders({ nonce: randomBytes(16).toString('base64'), https: false, dev: false })
  const passed = new Headers(request.headers)
  passed.set('content-security-policy', headers['content-security-policy'] ?? '')
  const response = NextResponse.next({ request: { headers: passed } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

export const config = { matcher: '/((?!api/|_next/).*)' }
