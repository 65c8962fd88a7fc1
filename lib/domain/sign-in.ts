import type { Role } from './person'

/** How long a session lives at most, and how long it may lie idle, in milliseconds. */
export const sessionLife = 12 * 60 * 60 * 1000
export const sessionIdle = 60 * 60 * 1000

/** Where a person begins after signing in. */
export function homeOf(role: Role): '/library' | '/workspace' {
  return role === 'WMCA_STAFF' ? '/library' : '/workspace'
}

/**
 * The address as a path of this portal, or null where it leads anywhere else. Browsers read `\` as `/` and drop tabs
 * and line ends, so that `/\example.org` is another site.
 */
export function localPath(given: string | null | undefined): string | null {
  if (!given || given.length > 2_000 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(given)) return null
  const here = 'http://portal.invalid'
  if (!URL.canParse(given, here)) return null
  const url = new URL(given, here)
  // dots may still make "//" out of it: "/.//example.org"
  if (url.origin !== here || url.pathname.startsWith('//')) return null
  return url.pathname + url.search
}
