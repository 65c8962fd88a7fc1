import { originOf } from '@/lib/site-address'

const closed = [
  '/api/',
  '/submit',
  '/resume/',
  '/evidence/',
  '/sign-in',
  '/invite/',
  '/account',
  '/workspace',
  '/library',
]

/** What search engines may look at, and where every public page is listed. */
export function GET(request: Request): Response {
  const lines = ['User-agent: *', ...closed.map(path => `Disallow: ${path}`), '']
  lines.push(`Sitemap: ${originOf(request.headers)}/sitemap.xml`, '')
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
