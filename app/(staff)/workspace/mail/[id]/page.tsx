import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { sendMailAgain } from '@/app/(staff)/workspace/mail/actions'
import { MailStatusTag } from '@/app/(staff)/workspace/mail/mail-status'
import { Main, PageTitle } from '@/components/site/page'
import { ActionForm } from '@/components/ui/action-form'
import { BackLink } from '@/components/ui/back-link'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { getMail } from '@/lib/data/mail'
import { londonDateTime } from '@/lib/domain/london-time'
import { requireViewer } from '@/lib/session'

export const metadata: Metadata = { title: 'One mail' }

export default async function OneMailPage({ params }: PageProps<'/workspace/mail/[id]'>) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  const mail = z.uuid().safeParse(id).success ? await getMail(viewer, id) : null
  if (!mail) notFound()
  return (
    <Main>
      <BackLink href="/workspace/mail">Mail</BackLink>
      <PageTitle title={mail.subject} lead={<MailStatusTag status={mail.status} />} />
      {mail.status === 'FAILED' ? (
        <Notice tone="furnace" title="This mail could not be sent." className="mb-6">
          <p className="mb-3">{mail.error ?? 'No reason was given.'}</p>
          <ActionForm action={sendMailAgain} submit="Try again" small>
            <input type="hidden" name="id" value={mail.id} />
          </ActionForm>
        </Notice>
      ) : null}
      {mail.bouncedAt ? (
        <Notice tone="furnace" title={`This mail came back on ${londonDateTime(mail.bouncedAt)}.`} className="mb-6">
          <p>{mail.bounceReason || 'No reason was given.'}</p>
        </Notice>
      ) : null}
      <DescriptionList
        items={[
          { term: 'To', value: mail.recipient },
          { term: 'Written', value: londonDateTime(mail.createdAt) },
          { term: 'Sent', value: mail.sentAt ? londonDateTime(mail.sentAt) : 'Not yet' },
          { term: 'Attempts', value: String(mail.attempts) },
          ...(mail.error && mail.status !== 'FAILED' ? [{ term: 'Last problem', value: mail.error }] : []),
          ...(mail.file
            ? [{ term: 'Written to', value: `mail/${mail.file} in the data folder: no mail server is set` }]
            : []),
        ]}
      />
      <h2 className="mt-8 mb-3">What it says</h2>
      <p className="mb-3 text-muted">Email addresses and private links are masked.</p>
      <div className="max-w-[72ch] rounded-md border border-line bg-sheet p-5 break-words whitespace-pre-wrap">
        {mail.body}
      </div>
    </Main>
  )
}
