/** A page, and when it last changed, where that is known. */
export type Listed = { url: string; lastmod?: string | undefined }

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** As many as one list may hold. */
export const mostListed = 50_000

/** A list of pages (sitemaps.org). Throws where there are too many for one. */
export function writeSitemap(pages: readonly Listed[]): string {
  if (pages.length > mostListed) throw new Error(`A list of pages holds ${mostListed} at most.`)
  return write('urlset', 'url', pages)
}

/** A list of such lists, for more pages than one may hold. */
export function writeSitemapIndex(lists: readonly Listed[]): string {
  return write('sitemapindex', 'sitemap', lists)
}

function write(all: string, one: string, listed: readonly Listed[]): string {
  const entries = listed.map(({ url, lastmod }) => {
    const changed = lastmod ? `<lastmod>${escape(lastmod)}</lastmod>` : ''
    return `<${one}><loc>${escape(url)}</loc>${changed}</${one}>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${all} xmlns="${namespace}">\n${entries.join('')}</${all}>\n`
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
