import { getTranslations } from 'next-intl/server'

import { answerWithCard } from '@/app/[locale]/(public)/share-card'
import { drawShareCard } from '@/components/case-study/share-card'
import { whoDidIt } from '@/components/case-study/who-and-where'
import { cached } from '@/lib/data/cached'
import { callBySlug } from '@/lib/data/calls'
import { publishedCaseStudy } from '@/lib/data/gallery'
import { galleryTag, releaseIsGone } from '@/lib/data/releases'

/** The picture that is shown where a case study is shared; gone as soon as the case study is. */
export async function GET(request: Request, { params }: RouteContext<'/[locale]/case-studies/[slug]/card.png'>) {
  const { slug } = await params
  if (await releaseIsGone(slug)) return new Response(null, { status: 410 })
  const card = (await publishedCaseStudy(slug)) && (await cardOf(slug))
  return card ? answerWithCard(request, card) : new Response(null, { status: 404 })
}

const cardOf = cached(
  async (slug: string) => {
    const study = await publishedCaseStudy(slug)
    if (!study) return null
    const [t, site, call, who] = await Promise.all([
      getTranslations('gallery.study'),
      getTranslations('site'),
      callBySlug(study.callSlug),
      whoDidIt(study),
    ])
    const places = study.organisationName ? [who, study.placeNames.join(', ')] : [who]
    return drawShareCard({
      kicker: t('kicker'),
      title: study.title,
      foot: places.filter(Boolean).join(' · '),
      site: site('name'),
      tiles: (call?.places ?? []).flatMap(({ key, tileColumn: column, tileRow: row }) =>
        column === null || row === null ? [] : [{ column, row, here: study.placeKeys.includes(key) }],
      ),
    })
  },
  'share-card',
  galleryTag,
)
