import Link from 'next/link'

import { Section } from '@/components/site/page'
import type { CaseStudyNews } from '@/lib/data/case-study-news'
import type { MyWork } from '@/lib/data/my-work'

type MyCaseStudiesProps = { work: MyWork; news: CaseStudyNews[] }

/** Case studies that wait for the viewer's team, for leads those that wait to be published, and what respondents and the clock brought. */
export function MyCaseStudies({ work: { toReview, toChange, toPublish }, news }: MyCaseStudiesProps) {
  if (!toReview) return null
  return (
    <Section title="Case studies" id="case-studies">
      <div className="grid gap-8 md:grid-cols-2">
        <Waiting
          title="To review, by your team"
          studies={toReview}
          none="No case study waits for your team’s review."
        />
        <Waiting title="To change, by your team" studies={toChange ?? []} none="Reviewers want nothing changed." />
        {toPublish ? (
          <Waiting title="Approved, to publish" studies={toPublish} none="Nothing waits to be published." />
        ) : null}
        {news.length > 0 ? <Waiting title="Heard since" studies={news} none="" /> : null}
      </div>
    </Section>
  )
}

type WaitingProps = { title: string; studies: { id: string; title: string; what?: string }[]; none: string }

function Waiting({ title, studies, none }: WaitingProps) {
  return (
    <div>
      <h3 className="mb-2">{title}</h3>
      {studies.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {studies.map(study => (
            <li key={study.id}>
              <Link
                href={`/workspace/case-studies/${study.id}`}
                prefetch={false}
                className="inline-flex min-h-6 items-center"
              >
                {study.title}
              </Link>
              {study.what ? <span className="block text-muted">{study.what}</span> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{none}</p>
      )}
    </div>
  )
}
