import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { CaseStudyArticle } from '@/components/case-study/case-study-article'
import { Citation } from '@/components/case-study/citation'
import { RelatedCaseStudies } from '@/components/case-study/related-case-studies'
import { Main } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { callBySlug } from '@/lib/data/calls'
import { libraryCaseStudy } from '@/lib/data/gallery'
import { chosenAddress } from '@/lib/domain/briefing'
import { londonDate } from '@/lib/domain/london-time'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'
import { siteOrigin } from '@/lib/site-address'

type Props = PageProps<'/library/case-studies/[slug]'>

const read = cache(async (slug: string) => libraryCaseStudy(await requireViewer(), slug))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).slug))?.title ?? 'Case study' }
}

export default async function LibraryCaseStudyPage({ params }: Props) {
  const [viewer, { slug }] = await Promise.all([requireViewer(), params])
  const study = await read(slug)
  const call = study && (await callBySlug(study.callSlug))
  if (!study || !call) notFound()
  return (
    <Main width="wide">
      <BackLink href="/library">Library</BackLink>
      <CaseStudyArticle
        study={study}
        places={call.places}
        dateline={
          study.publishedAt ? (
            <Link href={`/case-studies/${slug}`} prefetch={false}>
              Published {londonDate(study.publishedAt)}
            </Link>
          ) : (
            <Tag tone="moss">Approved, not yet published</Tag>
          )
        }
      >
        <Citation study={study} call={call} address={`${await siteOrigin()}/case-studies/${slug}`} />
      </CaseStudyArticle>
      <p className="no-print mt-8 flex flex-wrap gap-3">
        {may(viewer, 'gatherInLibrary') ? (
          <LinkButton href={chosenAddress('/library/collections/add', [slug])} variant="secondary">
            Add to a collection
          </LinkButton>
        ) : null}
        <LinkButton href={chosenAddress('/library/briefing', [slug])} variant="secondary">
          Make a briefing
        </LinkButton>
      </p>
      <RelatedCaseStudies studies={study.related} path="/library/case-studies" />
    </Main>
  )
}
