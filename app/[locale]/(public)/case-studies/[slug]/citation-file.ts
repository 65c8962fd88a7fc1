import { callBySlug } from '@/lib/data/calls'
import { publishedCaseStudy } from '@/lib/data/gallery'
import { releaseIsGone } from '@/lib/data/releases'
import { citableOf, citationFiles } from '@/lib/exchange/citing'
import { siteOrigin } from '@/lib/site-address'

/** How to cite a published case study, as a file for a reference manager; 410 where it is gone, 404 where there is none. */
export async function answerWithCitation(slug: string, ending: keyof typeof citationFiles): Promise<Response> {
  if (await releaseIsGone(slug)) return new Response(null, { status: 410 })
  const study = await publishedCaseStudy(slug)
  const call = study && (await callBySlug(study.callSlug))
  if (!call || !study?.publishedAt) return new Response(null, { status: 404 })
  const { write, type } = citationFiles[ending]
  const address = `${await siteOrigin()}/case-studies/${study.slug}`
  const citable = citableOf({ ...study, publishedAt: study.publishedAt }, call, address)
  return new Response(write(citable), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${study.slug}.${ending}"`,
      'cache-control': 'no-cache',
    },
  })
}
