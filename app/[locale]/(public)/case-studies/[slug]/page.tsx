import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'

import { CaseStudyArticle } from '@/components/case-study/case-study-article'
import { Citation } from '@/components/case-study/citation'
import { RelatedCaseStudies } from '@/components/case-study/related-case-studies'
import { Main } from '@/components/site/page'
import { callBySlug } from '@/lib/data/calls'
import { publishedCaseStudy } from '@/lib/data/gallery'
import { londonDate } from '@/lib/domain/london-time'
import { siteOrigin } from '@/lib/site-address'

type Props = PageProps<'/[locale]/case-studies/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const study = await publishedCaseStudy((await params).slug)
  if (!study) return {}
  const { title, summary: description, publishedAt } = study
  const url = `/case-studies/${study.slug}`
  const times = publishedAt ? { publishedTime: publishedAt } : {}
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'article', title, description, url, locale: 'en_GB', ...times },
    twitter: { card: 'summary' },
  }
}

export default async function CaseStudyPage({ params }: Props) {
  const { slug } = await params
  const [t, study] = await Promise.all([getTranslations('gallery.study'), publishedCaseStudy(slug)])
  const call = study && (await callBySlug(study.callSlug))
  if (!call || !study?.publishedAt) notFound()
  const day = londonDate(study.publishedAt)
  return (
    <Main width="wide">
      <CaseStudyArticle
        study={study}
        places={call.places}
        dateline={<time dateTime={study.publishedAt}>{t('published', { day })}</time>}
      >
        <Citation study={study} call={call} address={`${await siteOrigin()}/case-studies/${slug}`} />
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
