import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { makeResponse, putMailBack } from '@/app/(staff)/workspace/intake/actions'
import { MailKindTag } from '@/app/(staff)/workspace/intake/mail-rows'
import { LikelyList } from '@/components/submission/likely-list'
import { SidePanel } from '@/components/site/side-panel'
import { Main, PageTitle } from '@/components/site/page'
import { ActionForm } from '@/components/ui/action-form'
import { BackLink } from '@/components/ui/back-link'
import { Checkbox } from '@/components/ui/choices'
import { Notice } from '@/components/ui/notice'
import { getIncoming, type IncomingView } from '@/lib/data/intake'
import { londonDateTime } from '@/lib/domain/london-time'
import { sizeInWords } from '@/lib/domain/material'
import { requireViewer } from '@/lib/session'

import { AsideForm } from './aside-form'
import { FoldedText } from './folded-text'

export const metadata: Metadata = { title: 'A mail that arrived' }

export default async function IncomingMailPage({ params }: PageProps<'/workspace/intake/mails/[id]'>) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  const mail = z.uuid().safeParse(id).success ? await getIncoming(viewer, id) : null
  if (!mail) notFound()
  return (
    <Main width="full">
      <BackLink href="/workspace/intake">Intake</BackLink>
      <PageTitle
        title={mail.subject || 'Without a subject'}
        caption={`${mail.from}${mail.fromAddress && mail.from !== mail.fromAddress ? ` · ${mail.fromAddress}` : ''}`}
        lead={<MailKindTag kind={mail.kind} />}
      />
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="min-w-0">
          <FoldedText segments={mail.segments} />
          <p className="mt-6 text-sm text-muted">
            {mail.sentAt ? `Written ${londonDateTime(mail.sentAt)}, arrived` : 'Arrived'}{' '}
            {londonDateTime(mail.arrivedAt)}
            {mail.source === 'mailbox' ? '' : `, from the file ${mail.source}`}.{' '}
            <a href={`/api/intake/mails/${mail.id}/original`} download>
              Download the original
            </a>
          </p>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <SidePanel title="What becomes of it" id="deeds">
            <Deeds mail={mail} />
          </SidePanel>
          {mail.files.length + mail.notTaken > 0 ? (
            <SidePanel title="Files" id="files">
              {mail.notTaken > 0 ? (
                <p className="text-sm text-muted">
                  {mail.notTaken} more {mail.notTaken === 1 ? 'attachment was' : 'attachments were'} not taken, for the
                  kind, size or number. The original has them.
                </p>
              ) : null}
              {mail.files.length > 0 ? (
                <ul className="flex flex-col gap-1">
                  {mail.files.map(file => (
                    <li key={file.id} className="break-words">
                      <a href={`/api/intake/files/${file.id}`}>{file.name}</a>{' '}
                      <span className="text-sm text-muted">{sizeInWords(file.bytes)}</span>
                    </li>
                  ))}
                </ul>
              ) : null}
            </SidePanel>
          ) : null}
          {mail.likely.length > 0 ? (
            <SidePanel title="Looks like" id="likely">
              <LikelyList likely={mail.likely} />
            </SidePanel>
          ) : null}
        </div>
      </div>
    </Main>
  )
}

function Deeds({ mail }: { mail: IncomingView }) {
  const id = <input type="hidden" name="id" value={mail.id} />
  if (mail.status === 'NEW')
    return (
      <div className="flex flex-col gap-5">
        {mail.kind === 'BOUNCE' ? <Bounced mail={mail} /> : null}
        <ActionForm action={makeResponse} submit="Make it a response" small>
          {id}
          {mail.kind === 'LETTER' && !mail.completable ? (
            <p className="text-sm text-muted">
              Nobody is written to: the call takes no answers now, so the sender could not send what they complete.
            </p>
          ) : null}
          {mail.kind === 'LETTER' && mail.completable ? (
            <Checkbox
              name="answer"
              value="yes"
              defaultChecked
              label="Write to the sender"
              hint="They get thanks and a private link, to answer what is missing."
            />
          ) : null}
        </ActionForm>
        <AsideForm id={mail.id} />
      </div>
    )
  return (
    <div className="flex flex-col gap-4">
      {mail.status === 'SET_ASIDE' ? <p>Set aside: {mail.setAsideReason}</p> : <Became mail={mail} />}
      {mail.status === 'SET_ASIDE' || mail.submission?.draft || !mail.submission ? (
        <ActionForm action={putMailBack} submit="Put it back" variant="secondary" small>
          {id}
        </ActionForm>
      ) : null}
    </div>
  )
}

function Became({ mail: { submission } }: { mail: IncomingView }) {
  if (!submission) return <p>The response that was made of it is gone.</p>
  if (submission.draft)
    return (
      <p>
        <Link href={`/workspace/intake/${submission.id}`} prefetch={false}>
          The response made of it
        </Link>{' '}
        is being completed.
      </p>
    )
  if (!submission.live) return <p>It became {submission.reference}, which is not shown any more.</p>
  return (
    <p>
      It became{' '}
      <Link href={`/workspace/submissions/${submission.reference}`} prefetch={false}>
        {submission.reference}
      </Link>
      .
    </p>
  )
}

function Bounced({ mail: { submission } }: { mail: IncomingView }) {
  return (
    <Notice tone="furnace">
      A mail of ours came back.
      {submission?.live ? (
        <>
          {' '}
          It was about{' '}
          <Link href={`/workspace/submissions/${submission.reference}`} prefetch={false}>
            {submission.reference}
          </Link>
          .
        </>
      ) : null}
    </Notice>
  )
}
