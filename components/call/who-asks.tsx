import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import type { CallView } from '@/lib/data/calls'
import { OutsideLink } from './linked-text'
import { SideSection } from './side-section'

/** The organisations behind the call, and where to read and ask more. */
export async function WhoAsks({ call }: { call: CallView }) {
  const t = await getTranslations('call')
  return (
    <SideSection title={t('partners.title')} id="who-asks">
      <ul className="grid gap-x-10 gap-y-6 md:grid-cols-3">
        {call.partners.map(partner => (
          <li key={partner.name}>
            <h3 className="leading-tight">
              <OutsideLink href={partner.url}>{partner.name}</OutsideLink>
            </h3>
            {partner.role ? <p className="mt-1.5 text-sm text-muted">{partner.role}</p> : null}
          </li>
        ))}
      </ul>
      {call.commissioner ? <p className="mt-6">{t('partners.for', { commissioner: call.commissioner })}</p> : null}
      {call.isCurrent ? (
        <p className="no-print mt-4 flex flex-wrap gap-x-6">
          {[
            { href: '/press', label: t('partners.press') },
            { href: '/contact', label: t('partners.contact') },
          ].map(link => (
            <Link key={link.href} href={link.href} prefetch={false} className="inline-flex min-h-control items-center">
              {link.label}
            </Link>
          ))}
        </p>
      ) : null}
    </SideSection>
  )
}
