import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { discardResponse } from '@/app/(staff)/workspace/intake/actions'
import { Main, PageTitle, Section } from '@/components/site/page'
import { ActionForm } from '@/components/ui/action-form'
import { BackLink } from '@/components/ui/back-link'
import { Notice } from '@/components/ui/notice'
import { getEntry } from '@/lib/data/intake-entry'
import { channelNames } from '@/lib/domain/intake'
import { londonDateTime, toLondonField } from '@/lib/domain/london-time'
import { sizeInWords } from '@/lib/domain/material'
import { requireViewer } from '@/lib/session'

import { EntryForm } from './entry-form'
import { entryWords } from './entry-words'

export const metadata: Metadata = { title: 'Enter a response' }

export default async function EntryPage({ params }: PageProps<'/workspace/intake/[id]'>) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  const entry = z.uuid().safeParse(id).success ? await getEntry(viewer, id) : null
  if (!entry) notFound()
  return (
    <Main>
      <BackLink href="/workspace/intake">Intake</BackLink>
      <PageTitle
        title="Enter a response"
        caption={`${channelNames[entry.channel]}${entry.takenBy ? ` · taken by ${entry.takenBy}` : ''}`}
        lead="Save it as often as you like, finished or not. It counts once it is sent."
      />
      {entry.linkSentAt ? (
        <Notice className="mb-6">
          The sender got a private link on {londonDateTime(entry.linkSentAt)} and can complete this too. Their changes
          show here.
        </Notice>
      ) : null}
      {entry.mailId ? (
        <p className="mb-6">
          <Link href={`/workspace/intake/mails/${entry.mailId}`} prefetch={false}>
            Read the mail that it was made of
          </Link>
          {entry.filesLeft > 0
            ? `. ${entry.filesLeft === 1 ? 'One attachment' : `${entry.filesLeft} attachments`} of it did not come along.`
            : null}
        </p>
      ) : null}
      <EntryForm entry={entry} takenAt={toLondonField(entry.takenAt)} words={entryWords()} />
      {entry.files.length > 0 ? (
        <Section title="Files" id="files">
          <ul>
            {entry.files.map(file => (
              <li key={file.id}>
                <a href={`/api/intake/files/${file.id}`}>{file.name}</a>{' '}
                <span className="text-sm text-muted">{sizeInWords(file.bytes)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Not a response after all" id="discard">
        <ActionForm
          action={discardResponse}
          submit={entry.mailId ? 'Discard it and put the mail back' : 'Discard it for good'}
          variant="secondary"
          small
        >
          <input type="hidden" name="id" value={entry.id} />
        </ActionForm>
      </Section>
    </Main>
  )
}
