import { getLocale, getTranslations } from 'next-intl/server'

import { MailLink } from '@/components/call/linked-text'
import { Main, PageTitle } from '@/components/site/page'
import { LinkButton } from '@/components/ui/button'
import { currentCall } from '@/lib/data/calls'
import type { WithdrawnView } from '@/lib/data/evidence'
import { dateInWords } from '@/lib/i18n/in-words'

/** All that is left to say. */
export async function WithdrawnPage({ evidence }: { evidence: WithdrawnView }) {
  const [t, locale, call] = await Promise.all([getTranslations('evidence.withdrawn'), getLocale(), currentCall()])
  const { reference, withdrawnAt, erasedBy, erased } = evidence
  return (
    <Main>
      <title>{t('title')}</title>
      <PageTitle title={t('title')} lead={t('when', { reference, day: dateInWords(withdrawnAt, locale) })} />
      <div className="prose">
        <p>{erased ? t('erased') : t('rest', { until: dateInWords(erasedBy, locale) })}</p>
        {erased ? null : <p>{t.rich('mistake', { contact: () => <MailLink address={call.contactEmail} /> })}</p>}
      </div>
      <LinkButton href="/" variant="secondary" className="mt-8">
        {t('toCall')}
      </LinkButton>
    </Main>
  )
}
