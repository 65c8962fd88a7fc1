import { getTranslations } from 'next-intl/server'

import { answerAs } from '@/app/[locale]/answer-as'
import { NothingHere } from '@/app/[locale]/nothing-here'
import { MailLink } from '@/components/call/linked-text'
import { Main, PageTitle } from '@/components/site/page'
import { currentCall } from '@/lib/data/calls'
import type { ClosedLink } from './open-evidence'

/** What a link says that opens nothing (any more): truly, and how to get a new one. */
export async function ClosedLinkPage({ link }: { link: ClosedLink }) {
  if (link.state === 'unknown') return <NothingHere />
  const t = await getTranslations('evidence.links')
  if (link.state === 'tooMany') {
    await answerAs(429)
    return (
      <Main>
        <title>{t('tooMany')}</title>
        <PageTitle title={t('tooMany')} lead={t('tooManyText', { minutes: link.minutes })} />
      </Main>
    )
  }
  await answerAs(410)
  const { contactEmail } = await currentCall()
  return (
    <Main>
      <title>{t(link.state)}</title>
      <PageTitle title={t(link.state)} lead={t(link.state === 'expired' ? 'expiredText' : 'replacedText')} />
      <p className="max-w-[60ch]">{t.rich('anew', { contact: () => <MailLink address={contactEmail} /> })}</p>
    </Main>
  )
}
