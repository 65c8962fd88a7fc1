import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { ProseText } from '@/components/site/prose-text'
import type { PlaceView } from '@/lib/data/calls'
import type { Readable } from '@/lib/domain/case-study'

import { CaseStudyFacts } from './case-study-facts'
import { CaseStudyNotes } from './case-study-notes'
import { whoDidIt } from './who-and-where'

type CaseStudyArticleProps = {
  study: Readable
  places: PlaceView[]
  /** Beneath its title: when it was published, or that it is not. */
  dateline?: ReactNode
  /** A preview stands under the heading of its page. */
  level?: 'h1' | 'h2'
  /** Where its pictures are, where that is not the usual place. */
  picturesAt?: string
  children?: ReactNode
}

/** A case study as a good magazine would print it. `children` come at its end. */
export async function CaseStudyArticle({
  study,
  places,
  dateline,
  level: Title = 'h1',
  picturesAt,
  children,
}: CaseStudyArticleProps) {
  const t = await getTranslations('gallery.study')
  const Part = Title === 'h1' ? 'h2' : 'h3'
  const nameOf = (number: number) => t('note', { number })
  const part = (field: 'whatHappened' | 'whatWasNew' | 'difference' | 'learning') =>
    study[field].length > 0 ? (
      <section>
        <Part className="mb-3 text-2xl">{t(field)}</Part>
        <div className="prose">
          <ProseText prose={study[field]} nameOf={nameOf} picturesAt={picturesAt} />
        </div>
      </section>
    ) : null
  return (
    <article className="@container">
      <header className="max-w-4xl">
        <p className="flex items-center gap-3 font-semibold text-canal">
          <span aria-hidden className="size-3 flex-none bg-furnace" />
          {t('kicker')}
        </p>
        <Title className="mt-3 max-w-[24ch] text-4xl">{study.title}</Title>
        {study.summary ? <p className="mt-5 max-w-[48ch] font-serif text-xl leading-snug">{study.summary}</p> : null}
        <p className="mt-5 text-muted">
          <span className="font-semibold text-ink">{await whoDidIt(study)}</span>
          {dateline ? <> · {dateline}</> : null}
        </p>
      </header>
      <div className="mt-8 grid gap-x-14 gap-y-8 border-t-2 border-ink pt-8 @4xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="order-2 flex min-w-0 flex-col gap-10 @4xl:order-none">
          {part('whatHappened')}
          {study.quotation ? <Quotation text={study.quotation} source={study.quotationSource} /> : null}
          {part('whatWasNew')}
          {part('difference')}
          {part('learning')}
          <CaseStudyNotes notes={study.notes} level={Part} />
          {children}
        </div>
        <CaseStudyFacts study={study} places={places} level={Part} />
      </div>
    </article>
  )
}

function Quotation({ text, source }: { text: string; source: string }) {
  return (
    <figure className="border-l-8 border-furnace py-2 pl-6 sm:pl-8">
      <blockquote className="max-w-[30ch] font-serif text-2xl leading-[1.25] text-pretty sm:text-3xl">
        <p className="whitespace-pre-line">“{text.replace(/^[“"]|[”"]$/gu, '')}”</p>
      </blockquote>
      {source ? <figcaption className="mt-4 text-muted">{source}</figcaption> : null}
    </figure>
  )
}
