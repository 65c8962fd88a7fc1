import { randomUUID } from 'node:crypto'

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { SidePanel } from '@/components/site/side-panel'
import { ContactForm } from '@/components/submission/contact-form'
import { BackLink } from '@/components/ui/back-link'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { getFollowUp, type FollowUpView } from '@/lib/data/follow-up'
import { followUpAddress } from '@/lib/domain/follow-up'
import { londonDate, londonDateTime } from '@/lib/domain/london-time'
import { requireViewer } from '@/lib/session'

import { showNumber } from './actions'
import { AttemptForm } from './attempt-form'
import { AttemptList } from './attempt-list'
import { ClosingForm, PlanForm, TakingForm } from './standing-forms'

type Props = PageProps<'/workspace/follow-ups/[reference]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, { reference }] = await Promise.all([requireViewer(), params])
  const followUp = await getFollowUp(viewer, reference)
  return { title: followUp ? `Follow-up: ${followUp.title} (${followUp.reference})` : 'Follow-up' }
}

export default async function FollowUpPage({ params }: Props) {
  const [viewer, { reference: typed }] = await Promise.all([requireViewer(), params])
  const followUp = await getFollowUp(viewer, typed)
  if (!followUp) notFound()
  const { reference, barred, closedAt, attempts } = followUp
  return (
    <Main width="full">
      <BackLink href={followUpAddress({})}>Follow-ups</BackLink>
      <PageTitle
        title={followUp.title}
        caption={`Follow-up of ${reference} · ${followUp.organisationName}`}
        lead={<Standing followUp={followUp} />}
      />
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="flex min-w-0 flex-col gap-8">
          {barred ? <Barred why={barred} /> : null}
          <section aria-labelledby="brief">
            <h2 id="brief" className="mb-2 text-lg">
              What they wrote, in brief
            </h2>
            <p dir="auto" className="max-w-[65ch] font-serif text-lg">
              {followUp.brief}
            </p>
            <p className="mt-2">
              <Link href={`/workspace/submissions/${reference}`} prefetch={false} className="inline-block min-h-6">
                Read the submission
              </Link>{' '}
              <span className="text-muted">sent {londonDate(followUp.submittedAt)}</span>
            </p>
          </section>
          {barred || closedAt ? null : (
            <>
              <SidePanel title="How to reach them" id="number">
                <p dir="auto" className="mb-4 break-words">
                  <span className="text-muted">Best times:</span> {followUp.bestTimes || 'not given'}
                </p>
                <ContactForm reference={reference} action={showNumber} />
              </SidePanel>
              <section aria-labelledby="attempt">
                <h2 id="attempt" className="mb-3 text-lg">
                  Write down a call
                </h2>
                <AttemptForm reference={reference} formId={randomUUID()} />
              </section>
            </>
          )}
          <section aria-labelledby="calls">
            <h2 id="calls" className="mb-3 text-lg">
              Calls so far
            </h2>
            <AttemptList reference={reference} attempts={attempts} />
          </section>
        </div>
        {barred ? null : <Side followUp={followUp} />}
      </div>
    </Main>
  )
}

function Standing({ followUp: { barred, closedAt, nextAt } }: { followUp: FollowUpView }) {
  if (barred) return <Tag tone="furnace">Not to be called</Tag>
  if (closedAt) return <Tag>Closed {londonDate(closedAt)}</Tag>
  if (!nextAt) return <Tag>No date yet</Tag>
  return new Date(nextAt) <= new Date() ? (
    <Tag tone="furnace">Call due {londonDateTime(nextAt)}</Tag>
  ) : (
    <Tag tone="canal">Next call {londonDateTime(nextAt)}</Tag>
  )
}

function Barred({ why }: { why: 'consent' | 'merged' }) {
  return why === 'consent' ? (
    <Notice tone="furnace" title="Do not call this respondent.">
      They no longer wish to be telephoned. Their number is erased. What was noted before stands.
    </Notice>
  ) : (
    <Notice tone="furnace" title="Call about the other submission.">
      This one is merged into another, with which it is read and followed up.
    </Notice>
  )
}

function Side({ followUp }: { followUp: FollowUpView }) {
  const { reference, taker, nextAt, closedAt } = followUp
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <SidePanel title="Who calls" id="taker">
        <TakingForm reference={reference} taker={taker} />
      </SidePanel>
      {closedAt ? null : (
        <SidePanel title="Next call" id="next">
          <PlanForm reference={reference} nextAt={nextAt} />
        </SidePanel>
      )}
      <SidePanel title={closedAt ? 'Closed' : 'Nothing more to call about?'} id="closing">
        <ClosingForm reference={reference} closed={closedAt !== null} />
      </SidePanel>
    </div>
  )
}
