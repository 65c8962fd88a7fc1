import Link from 'next/link'

import { unmerge } from '@/app/(staff)/workspace/submissions/[reference]/compare/[other]/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import type { Kin, KinRef } from '@/lib/data/submission-kin'
import { channelNames } from '@/lib/domain/intake'
import { londonDateTime } from '@/lib/domain/london-time'

type Props = { kin: Kin; reference: string; maySplit: boolean }

/** What has to be known before a submission is read: where it came from, where it went, what came back. */
export function KinNotices({ kin, reference, maySplit }: Props) {
  const { taken, mergedInto, merged, campaign, bounced } = kin
  return (
    <>
      {mergedInto ? (
        <Notice tone="furnace" title="Merged into another submission">
          <p>
            It is read and counted with <To kin={mergedInto} />. What was sent stays here as it is.
          </p>
          {maySplit ? <Split reference={reference} /> : null}
        </Notice>
      ) : null}
      {merged.length > 0 ? (
        <Notice
          title={merged.length === 1 ? 'Another submission is merged into this one' : 'Others are merged into this one'}
        >
          <ul className="flex flex-col gap-2">
            {merged.map(each => (
              <li key={each.reference}>
                <To kin={each} />
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {campaign && !campaign.isFirst ? (
        <Notice title="Somebody sent this text before">
          It is read and coded on <To kin={campaign.first} />. This sender counts too.
        </Notice>
      ) : null}
      {taken ? (
        <Notice tone="neutral" title={channelNames[taken.channel]}>
          <p>
            {taken.at ? `Given on ${londonDateTime(taken.at)}. ` : ''}
            {taken.by ? `Taken by ${taken.by}. ` : ''}
            {taken.mailId ? (
              <Link href={`/workspace/intake/mails/${taken.mailId}`} prefetch={false}>
                Read the mail
              </Link>
            ) : null}
          </p>
          {taken.note ? <p className="mt-2 whitespace-pre-line">{taken.note}</p> : null}
        </Notice>
      ) : null}
      {bounced.map(mail => (
        <Notice key={mail.at} tone="furnace" title="A mail to the respondent came back">
          “{mail.subject}”, on {londonDateTime(mail.at)}: {mail.reason || 'no reason was given'}
        </Notice>
      ))}
    </>
  )
}

function Split({ reference }: { reference: string }) {
  return (
    <ActionForm action={unmerge} submit="Part them again" variant="secondary" small className="mt-3">
      <input type="hidden" name="reference" value={reference} />
    </ActionForm>
  )
}

function To({ kin }: { kin: KinRef }) {
  return (
    <>
      <Link href={`/workspace/submissions/${kin.reference}`} prefetch={false}>
        {kin.reference}
      </Link>{' '}
      ({kin.organisationName})
    </>
  )
}

const shown = 20

/** Everyone who sent the same text. */
export function CampaignPanel({ campaign, reference }: { campaign: NonNullable<Kin['campaign']>; reference: string }) {
  const { senders } = campaign
  return (
    <>
      <p className="mb-2">1 text, {senders.length} senders. Each counts as a submission; the text is coded once.</p>
      <ol className="flex flex-col gap-1">
        {senders.slice(0, shown).map(sender => (
          <li key={sender.reference}>
            {sender.reference === reference ? (
              <strong>{sender.reference}</strong>
            ) : (
              <Link href={`/workspace/submissions/${sender.reference}`} prefetch={false}>
                {sender.reference}
              </Link>
            )}{' '}
            {sender.organisationName}
          </li>
        ))}
      </ol>
      {senders.length > shown ? <p className="mt-2 text-sm text-muted">And {senders.length - shown} more.</p> : null}
    </>
  )
}
