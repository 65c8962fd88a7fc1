import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'

import { answerAs } from '@/app/[locale]/answer-as'
import { NothingHere } from '@/app/[locale]/nothing-here'
import { CaseStudyArticle } from '@/components/case-study/case-study-article'
import { Citation } from '@/components/case-study/citation'
import { RelatedCaseStudies } from '@/components/case-study/related-case-studies'
import { shareCardSize } from '@/components/case-study/share-card-size'
import { whoDidIt } from '@/components/case-study/who-and-where'
import { Main, PageTitle } from '@/components/site/page'
import { StructuredData } from '@/components/site/structured-data'
import { callBySlug } from '@/lib/data/calls'
import { publishedCaseStudy } from '@/lib/data/gallery'
import { movedTo, releaseIsGone } from '@/lib/data/releases'
import { describeCaseStudy } from '@/lib/exchange/structured-data'
import { dateInWords } from '@/lib/i18n/in-words'
import { siteOrigin } from '@/lib/site-address'

type Props = PageProps<'/[locale]/case-studies/[slug]'>

/** Asked of the database each time, whatever a cache still holds: what was taken back is not shown once more. */
const isGone = cache(releaseIsGone)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const gone = await isGone(slug)
  if (gone) return { title: (await getTranslations('gallery.gone'))(titleOf(gone)), robots: { index: false } }
  const study = await publishedCaseStudy(slug)
  if (!study) return { title: (await getTranslations('site'))('notFound.title') }
  const { title, summary: description, publishedAt } = study
  const url = `${await siteOrigin()}/case-studies/${study.slug}`
  const times = publishedAt ? { publishedTime: publishedAt } : {}
  const t = await getTranslations('gallery.study')
  const alt = t('cardAlt', { title, who: await whoDidIt(study) })
  const images = [{ url: `${url}/card.png`, ...shareCardSize, type: 'image/png', alt }]
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'article', title, description, url, locale: 'en_GB', images, ...times },
    twitter: { card: 'summary_large_image', images },
  }
}

export default async function CaseStudyPage({ params }: Props) {
  const { slug } = await params
  const gone = await isGone(slug)
  if (gone) return <GonePage forGood={gone.forGood} />
  const [t, locale, study] = await Promise.all([
    getTranslations('gallery.study'),
    getLocale(),
    publishedCaseStudy(slug),
  ])
  const call = study && (await callBySlug(study.callSlug))
  if (!call || !study?.publishedAt) {
    const moved = await movedTo(slug)
    if (moved) permanentRedirect(`/case-studies/${moved}`)
    return <NothingHere />
  }
  const day = dateInWords(study.publishedAt, locale)
  const origin = await siteOrigin()
  const address = `${origin}/case-studies/${study.slug}`
  const crumbs = [
    { name: call.name, address: `${origin}/` },
    { name: t('gallery'), address: `${origin}/case-studies` },
    { name: study.title, address },
  ]
  const where = { address, picture: `${address}/card.png`, crumbs }
  return (
    <Main width="wide">
      <StructuredData graph={describeCaseStudy({ ...study, publishedAt: study.publishedAt }, call, where)} />
      <CaseStudyArticle
        study={study}
        places={call.places}
        dateline={<time dateTime={study.publishedAt}>{t('published', { day })}</time>}
      >
        <Citation study={study} call={call} address={address} />
      </CaseStudyArticle>
      <RelatedCaseStudies studies={study.related} path="/case-studies" />
      <p className="no-print mt-10">
        <Link href="/case-studies" prefetch={false} className="inline-flex min-h-control items-center">
          {t('all')}
        </Link>
      </p>
    </Main>
  )
}

const titleOf = ({ forGood }: { forGood: boolean }) => (forGood ? 'titleForGood' : 'title')

/** Taken back for good, or not public at the moment: the page says which. */
async function GonePage({ forGood }: { forGood: boolean }) {
  await answerAs(410)
  const t = await getTranslations('gallery.gone')
  return (
    <Main>
      <PageTitle title={t(titleOf({ forGood }))} lead={t(forGood ? 'textForGood' : 'text')} />
      <Link href="/case-studies" prefetch={false} className="inline-flex min-h-control items-center">
        {t('all')}
      </Link>
    </Main>
  )
}
