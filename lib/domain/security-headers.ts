/** For files that somebody sent: even if a browser opens one instead of saving it, it runs and loads nothing. */
export const filePolicy = "sandbox; default-src 'none'"

const year = 31_536_000 // seconds

/** The security headers of every answer, by name in lower case. Nothing may run or load, as befits data and files: pages have a policy of their own. */
export function securityHeaders({ https }: { https: boolean }): Record<string, string> {
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Not no-referrer: forms sent without script would then name no origin, and be refused.
    'referrer-policy': 'same-origin',
    'permissions-policy':
      'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), ' +
      'magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': `max-age=${year}; includeSubDomains` } : {}),
  }
}

/** The policy of a page whose scripts carry the nonce. `dev` lets the dev server reload. */
export function pagePolicy(nonce: string, { dev }: { dev: boolean }): string {
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'`
  return [
    "default-src 'self'",
    dev ? `script-src ${script} 'unsafe-eval'` : `script-src ${script}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    dev ? "connect-src 'self' ws: wss:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
