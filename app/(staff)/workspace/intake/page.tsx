import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { Main, PageTitle, Section } from '@/components/site/page'
import { PartLinks } from '@/components/site/part-links'
import { ActionForm } from '@/components/ui/action-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { currentCall } from '@/lib/data/calls'
import { listIncoming } from '@/lib/data/intake'
import { listEntries, type EntryRow } from '@/lib/data/intake-entry'
import { addressWith } from '@/lib/domain/address'
import { channelNames, dropProblems, inboxLists, type InboxList } from '@/lib/domain/intake'
import { londonDateTime } from '@/lib/domain/london-time'
import { requireViewer } from '@/lib/session'

import { beginResponse } from './actions'
import { MailDrop } from './mail-drop'
import { MailRows } from './mail-rows'

export const metadata: Metadata = { title: 'Intake' }

const path = '/workspace/intake'
const count = z.catch(z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(1_000_000))), undefined)
const Asked = z.object({
  list: z.catch(z.optional(z.enum(inboxLists)), undefined),
  before: z.catch(z.optional(z.uuid()), undefined),
  after: z.catch(z.optional(z.uuid()), undefined),
  added: count,
  known: count,
  problem: z.catch(z.optional(z.enum(['signedOut', 'forbidden', 'large', 'cut', 'none'])), undefined),
})

const listNames: Record<InboxList, string> = {
  new: 'New',
  automatic: 'Bounces and automatic',
  taken: 'Made into responses',
  aside: 'Set aside',
}

const emptyWords: Record<InboxList, string> = {
  new: 'Letters to the contact address stand here as soon as they arrive.',
  automatic: 'Mails that came back and what programs wrote stand here.',
  taken: 'Mails that have become responses stand here.',
  aside: 'Mails that are no responses stand here, with the reason.',
}

export default async function IntakePage({ searchParams }: PageProps<'/workspace/intake'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const { list: chosen, added, known, problem, ...range } = Asked.parse(asked)
  const list = chosen ?? 'new'
  const [mails, entries] = await Promise.all([listIncoming(viewer, call.id, list, range), listEntries(viewer, call.id)])
  if (!mails || !entries) notFound()
  const { newer, older } = mails
  return (
    <Main width="wide">
      <PageTitle
        title="Intake"
        lead="Responses that come by mail, by telephone or on paper."
        actions={
          <Link href={`${path}/quarantine`} prefetch={false}>
            Quarantine
          </Link>
        }
      />
      {added ? (
        <Notice tone="moss" className="mb-6">{`${added} new, ${known ?? 0} that were here already.`}</Notice>
      ) : null}
      {problem ? (
        <Notice tone="furnace" className="mb-6">
          {dropProblems[problem]}
        </Notice>
      ) : null}
      <div className="grid gap-6 lg:grid-cols-2">
        <section aria-labelledby="enter" className="min-w-0 rounded-md border border-line bg-sheet p-5">
          <h2 id="enter" className="mb-2 text-xl">
            Enter a response
          </h2>
          <p className="mb-4 text-muted">
            The questions stand in the order of the form, with the exact words to read out.
          </p>
          <div className="flex flex-wrap gap-3">
            <Begin channel="telephone" label="From a telephone call" />
            <Begin channel="paper" label="From paper" />
          </div>
        </section>
        <MailDrop />
      </div>
      {entries.length > 0 ? <Entries entries={entries} /> : null}
      <Section title="Mail" id="mail">
        <PartLinks
          label="Lists of mail"
          links={inboxLists.map(each => ({
            href: addressWith(path, { list: each === 'new' ? undefined : each }),
            label: `${listNames[each]} (${mails.counts[each]})`,
            current: each === list,
          }))}
        />
        {mails.rows.length > 0 ? (
          <MailRows rows={mails.rows} />
        ) : (
          <EmptyState title="Nothing here">{emptyWords[list]}</EmptyState>
        )}
        <Pagination
          label="Pages of mail"
          newer={newer ? { href: addressWith(path, { list: chosen, before: newer }), label: 'Newer' } : undefined}
          older={older ? { href: addressWith(path, { list: chosen, after: older }), label: 'Older' } : undefined}
        />
      </Section>
    </Main>
  )
}

function Begin({ channel, label }: { channel: 'telephone' | 'paper'; label: string }) {
  return (
    <ActionForm action={beginResponse} submit={label} variant="secondary" small>
      <input type="hidden" name="channel" value={channel} />
    </ActionForm>
  )
}

function Entries({ entries }: { entries: EntryRow[] }) {
  return (
    <Section title="Being entered" id="entries">
      <ul className="border-t border-line">
        {entries.map(entry => (
          <li key={entry.id} className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-line py-3">
            <div className="min-w-0">
              <Link
                href={`/workspace/intake/${entry.id}`}
                prefetch={false}
                className="inline-block min-h-6 font-semibold"
              >
                {entry.title || entry.organisationName || 'Without a title yet'}
              </Link>
              <p className="text-sm text-muted">
                {[entry.title ? entry.organisationName : '', channelNames[entry.channel], entry.takenBy]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <p className="text-sm text-muted">{londonDateTime(entry.updatedAt)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
