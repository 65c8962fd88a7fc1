import Link from 'next/link'

import { Section } from '@/components/site/page'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'

/** What those see to who run the portal. */
export function PortalWork({ viewer, failedMail }: { viewer: Viewer; failedMail: number | null }) {
  if (failedMail === null) return null
  const manages = may(viewer, 'managePeople')
  return (
    <Section title="The portal" id="portal">
      <ul className="flex flex-col gap-2">
        <li>
          {failedMail === 0 ? 'All mail has gone out or is on its way.' : null}{' '}
          <Link href={failedMail > 0 ? '/workspace/mail?status=FAILED' : '/workspace/mail'} prefetch={false}>
            {failedMail === 0
              ? 'Mail'
              : failedMail === 1
                ? '1 mail could not be sent'
                : `${failedMail} mails could not be sent`}
          </Link>
        </li>
        {manages ? (
          <>
            <li>
              <Link href="/workspace/people">Create, change or disable accounts</Link>
            </li>
            <li>
              <Link href="/workspace/audit">See who did what</Link>
            </li>
          </>
        ) : null}
      </ul>
    </Section>
  )
}
