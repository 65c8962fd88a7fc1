import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { PublicShell } from '@/components/site/public-shell'
import { currentCall } from '@/lib/data/calls'
import { readEdition } from '@/lib/data/report-editions'

/** The public shell with its words and the current call's partners. `links={false}` where one thing is asked at a time. */
export async function PublicFrame({ links = true, children }: { links?: boolean; children: ReactNode }) {
  const [t, call] = await Promise.all([getTranslations('site'), currentCall()])
  const report = links && (await readEdition(call.id)) !== null
  const main = [
    { href: '/', label: t('links.call') },
    { href: '/case-studies', label: t('links.caseStudies') },
    ...(report ? [{ href: '/report', label: t('links.report') }] : []),
    { href: '/press', label: t('links.press') },
  ]
  const more = [
    { href: '/data', label: t('links.data') },
    { href: '/privacy', label: t('links.privacy') },
    { href: '/accessibility', label: t('links.accessibility') },
    { href: '/contact', label: t('links.contact') },
    { href: '/sign-in', label: t('links.signIn') },
  ]
  return (
    <PublicShell
      words={{
        name: t('name'),
        skip: t('skip'),
        navigation: t('navigation'),
        more: t('more'),
        partners: t('partners'),
        demonstration: t('demonstration'),
        demonstrationMore: t('demonstrationMore'),
      }}
      links={links ? main : []}
      footerLinks={more}
      partners={call.partners.map(partner => partner.name)}
      demonstration={call.demonstration}
    >
      {children}
    </PublicShell>
  )
}
