import { describe, expect, it } from 'vitest'

import { securityHeaders } from './security-headers'

const policy = (kind: Parameters<typeof securityHeaders>[0]) => securityHeaders(kind)['content-security-policy'] ?? ''

describe('security headers', () => {
  it('let nothing run on a page but what carries its nonce', () => {
    const page = policy({ nonce: 'abc', https: false, dev: false })
    expect(page).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'")
    expect(page).toContain("style-src 'self' 'nonce-abc'")
    expect(page).not.toMatch(/unsafe|ws:|https?:/)
  })

  it('let nothing run or load in data', () => {
    expect(policy({ https: false, dev: false })).toContain("default-src 'none'")
  })

  it('loosen only what the dev server needs', () => {
    expect(policy({ nonce: 'abc', https: false, dev: true })).toContain("'unsafe-eval'")
  })

  it('promise TLS only where there is TLS', () => {
    expect(securityHeaders({ https: true, dev: false })['strict-transport-security']).toMatch(/^max-age=31536000/)
    expect(securityHeaders({ https: false, dev: false })).not.toHaveProperty('strict-transport-security')
  })

  it('name the origin in forms sent without script', () => {
    expect(securityHeaders({ https: false, dev: false })['referrer-policy']).toBe('same-origin')
  })
})
