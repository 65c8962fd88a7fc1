import { describe, expect, it } from 'vitest'

import { pagePolicy, securityHeaders } from './security-headers'

describe('security headers', () => {
  it('let nothing run on a page but what carries its nonce', () => {
    const page = pagePolicy('abc', { dev: false })
    expect(page).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'")
    expect(page).toContain("style-src 'self' 'nonce-abc'")
    expect(page).not.toMatch(/unsafe|ws:|https?:/)
  })

  it('let nothing run or load in data', () => {
    expect(securityHeaders({ https: false })['content-security-policy']).toContain("default-src 'none'")
  })

  it('loosen only what the dev server needs', () => {
    expect(pagePolicy('abc', { dev: true })).toContain("'unsafe-eval'")
  })

  it('promise TLS only where there is TLS', () => {
    expect(securityHeaders({ https: true })['strict-transport-security']).toMatch(/^max-age=31536000/)
    expect(securityHeaders({ https: false })).not.toHaveProperty('strict-transport-security')
  })

  it('name the origin in forms sent without script', () => {
    expect(securityHeaders({ https: false })['referrer-policy']).toBe('same-origin')
  })
})
