import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { answerAs } from '@/app/[locale]/answer-as'
import { CaseStudyList } from '@/components/case-study/case-study-list'
import { GalleryFilters } from '@/components/case-study/gallery-filters'
import { OpenDataLink } from '@/components/case-study/open-data-link'
import { shareCardSize } from '@/components/case-study/share-card-size'
import { Main, PageTitle } from '@/components/site/page'
import { StructuredData } from '@/components/site/structured-data'
import { Notice } from '@/components/ui/notice'
import { currentCall } from '@/lib/data/calls'
import { publishedCaseStudies } from '@/lib/data/gallery'
import { longestSearch } from '@/lib/domain/address'
import { galleryFilter, isNarrowed, readGalleryChoice } from '@/lib/domain/gallery-filter'
import { openPaths } from '@/lib/domain/open-data'
import { describeGallery } from '@/lib/exchange/structured-data'
import { siteOrigin } from '@/lib/site-address'

const path = '/case-studies'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gallery')
  const [title, description] = [t('title'), t('description')]
  const types = { 'application/atom+xml': [{ url: openPaths.feed, title }] }
  const address = (await siteOrigin()) + path
  const images = [{ url: `${address}/card.png`, ...shareCardSize, type: 'image/png', alt: t('cardAlt') }]
  return {
    title,
    description,
    alternates: { canonical: address, types },
    openGraph: { title, description, url: address, images },
    twitter: { card: 'summary_large_image', images },
  }
}

export default async function CaseStudiesPage({ searchParams }: PageProps<'/[locale]/case-studies'>) {
  const [t, call, asked] = await Promise.all([getTranslations('gallery'), currentCall(), searchParams])
  const { choice, after, before, unknown, cut } = readGalleryChoice(asked, call)
  const page = await publishedCaseStudies(call.id, galleryFilter(choice, call.places, after, before))
  if (unknown.length > 0 || page.astray) await answerAs(404)
  const notes = [
    ...unknown.map(facet => t(`unknown.${facet}`)),
    ...(page.astray ? [t('astray')] : []),
    ...(cut ? [t('cut', { most: longestSearch })] : []),
  ]
  const origin = await siteOrigin()
  const here = { name: t('title'), address: `${origin}${path}` }
  const graph = describeGallery({
    ...here,
    description: t('description'),
    crumbs: [{ name: call.name, address: `${origin}/` }, here],
    items: page.cards.map(({ title, slug }) => ({ name: title, address: `${here.address}/${slug}` })),
  })
  return (
    <Main width="wide">
      <StructuredData graph={graph} />
      <PageTitle title={t('title')} lead={t('lead')} />
      {notes.length > 0 ? (
        <Notice className="mb-6">
          {notes.map(note => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      ) : null}
      {page.count > 0 || isNarrowed(choice) ? (
        <GalleryFilters path={path} call={call} choice={choice} facets={page.facets} />
      ) : null}
      <CaseStudyList path={path} studyPath={path} page={page} choice={choice} after={after ?? before} call={call} />
      <OpenDataLink />
    </Main>
  )
}
