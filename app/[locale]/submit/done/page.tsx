import { getLocale, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { beginAnother } from '@/app/[locale]/submit/actions'
import { pageWords } from '@/app/[locale]/submit/step-words'
import { loadWizard } from '@/app/[locale]/submit/wizard'
import { MailLink } from '@/components/call/linked-text'
import { Main } from '@/components/site/page'
import { Button, ButtonRow, LinkButton } from '@/components/ui/button'
import { listInWords } from '@/lib/i18n/in-words'

/** What this browser sent last: the reference, and what comes next. Shows nothing of the answers: others may use the machine. */
export default async function DonePage() {
  const { draft, call, standing } = await loadWizard()
  if (!draft?.sent || !draft.reference) redirect('/submit')
  const t = await getTranslations('submit.done')
  const { title } = await pageWords(t('title'))
  const partners = listInWords(
    call.partners.map(({ name }) => name),
    await getLocale(),
  )
  return (
    <Main>
      <title>{title}</title>
      <div className="mb-8 max-w-2xl rounded-md border-4 border-moss bg-moss-tint px-6 py-8">
        <h1>{t('title')}</h1>
        <p className="mt-4">
          {t('reference')}
          <br />
          <strong className="text-3xl tracking-wide whitespace-nowrap tabular-nums">{draft.reference}</strong>
        </p>
      </div>
      <div className="prose">
        <p>{t('keep')}</p>
        {draft.hasReceipt ? <p>{t('mailed')}</p> : null}
        <h2>{t('next')}</h2>
        <p>{t('read', { partners, teams: call.partners.length })}</p>
        {call.reportExpected ? <p>{t('report', { expected: call.reportExpected })}</p> : null}
        <p>{t.rich('change', { contact: () => <MailLink address={call.contactEmail} /> })}</p>
      </div>
      <form action={beginAnother} className="no-print mt-8">
        <ButtonRow>
          {standing === 'open' ? <Button variant="secondary">{t('another')}</Button> : null}
          <LinkButton href="/" variant="quiet">
            {t('toCall')}
          </LinkButton>
        </ButtonRow>
      </form>
    </Main>
  )
}
