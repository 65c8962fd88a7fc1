import { etagOf } from '@/lib/conditional'
import { cached } from '@/lib/data/cached'
import { currentCall, olderCalls } from '@/lib/data/calls'
import { publicAddresses } from '@/lib/data/open-data'
import { galleryTag } from '@/lib/data/releases'
import { readEdition } from '@/lib/data/report-editions'
import { openAnswer, problemAnswer } from '@/lib/exchange/open-answer'
import { mostListed, writeSitemap, writeSitemapIndex, type Listed } from '@/lib/exchange/sitemap'
import { originOf } from '@/lib/site-address'

const standing = ['/', '/case-studies', '/press', '/data', '/privacy', '/accessibility', '/contact']

/** Every public page of all calls. With more than one list may hold, a list of lists, each at `?list=<number>`. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('list')
  if (asked !== null && !/^[1-9]\d?$/.test(asked)) return problemAnswer(noSuchList)
  const written = await write(originOf(request.headers), asked === null ? null : Number(asked))
  if (!written) return problemAnswer(noSuchList)
  return openAnswer(request, written.version, { 'content-type': 'application/xml; charset=utf-8' }, () => written.body)
}

const noSuchList = { title: 'No such list', status: 404, detail: 'There is no such list of pages: see /sitemap.xml.' }

const write = cached(
  async (origin: string, list: number | null) => {
    const [older, studies, report] = await Promise.all([olderCalls(), publicAddresses(), reportAddresses()])
    const latest = studies.map(study => study.publishedAt).reduce((one, other) => (one > other ? one : other), '')
    const pages: Listed[] = [
      ...standing.map(path => ({ url: origin + path, lastmod: path === '/case-studies' ? latest : undefined })),
      ...report.map(({ path, publishedAt }) => ({ url: origin + path, lastmod: publishedAt })),
      ...older.map(slug => ({ url: `${origin}/calls/${slug}` })),
      ...studies.map(({ slug, publishedAt }) => ({ url: `${origin}/case-studies/${slug}`, lastmod: publishedAt })),
    ]
    const lists = Math.ceil(pages.length / mostListed)
    if (list !== null && (lists === 1 || list > lists)) return null
    const body =
      list === null && lists > 1
        ? writeSitemapIndex(Array.from({ length: lists }, (_, at) => ({ url: `${origin}/sitemap.xml?list=${at + 1}` })))
        : writeSitemap(list === null ? pages : pages.slice((list - 1) * mostListed, list * mostListed))
    return { body, version: { etag: etagOf(body), lastModified: null } }
  },
  'sitemap',
  galleryTag,
)

/** The pages of the report's newest edition, but for those of single notes. */
async function reportAddresses(): Promise<{ path: string; publishedAt: string }[]> {
  const view = await readEdition((await currentCall()).id)
  if (!view) return []
  const { sections, notes, works } = view.edition
  const pages = [
    '/report',
    ...sections.map(({ slug }) => `/report/${slug}`),
    ...(notes.length > 0 ? ['/report/notes'] : []),
    ...(works.length > 0 ? ['/report/references'] : []),
  ]
  return pages.map(path => ({ path, publishedAt: view.publishedAt }))
}
