import { getLocale, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { beginAnother } from '@/app/[locale]/submit/actions'
import { pageWords } from '@/app/[locale]/submit/step-words'
import { loadWizard } from '@/app/[locale]/submit/wizard'
import { MailLink } from '@/components/call/linked-text'
import { Main } from '@/components/site/page'
import { Button, ButtonRow, LinkButton } from '@/components/ui/button'
import { opensEvidence } from '@/lib/data/evidence'
import { callState } from '@/lib/domain/call'
import { readEvidenceToken } from '@/lib/evidence-cookie'
import { listInWords } from '@/lib/i18n/in-words'

/** What this browser sent last: the reference, the private page, and what comes next. Shows nothing of the answers: others may use the machine. */
export default async function DonePage() {
  const { draft, call } = await loadWizard()
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
      </div>
      <PrivatePage reference={draft.reference} hasReceipt={draft.hasReceipt} contact={call.contactEmail} />
      <div className="prose mt-10">
        <h2>{t('next')}</h2>
        <p>{t('read', { partners, teams: call.partners.length })}</p>
        <p>{t('soon')}</p>
        {call.reportExpected ? <p>{t('report', { expected: call.reportExpected })}</p> : null}
        <p>{t.rich('change', { contact: () => <MailLink address={call.contactEmail} /> })}</p>
      </div>
      <form action={beginAnother} className="no-print mt-8">
        <ButtonRow>
          {callState(call, new Date()) === 'open' ? <Button variant="secondary">{t('another')}</Button> : null}
          <LinkButton href="/" variant="quiet">
            {t('toCall')}
          </LinkButton>
        </ButtonRow>
      </form>
    </Main>
  )
}

type PrivatePageProps = { reference: string; hasReceipt: boolean; contact: string }

/** The way to the respondent's own page, while this browser knows it. */
async function PrivatePage({ reference, hasReceipt, contact }: PrivatePageProps) {
  const [t, token] = await Promise.all([getTranslations('submit.done'), readEvidenceToken()])
  const known = token !== null && (await opensEvidence(token, reference))
  const copies = [
    ['copy.html', t('html')],
    ['copy.pdf', t('pdf')],
  ] as const
  return (
    <section aria-labelledby="private-page" className="mt-10">
      <h2 id="private-page">{t('yours')}</h2>
      <p className="mt-3 max-w-[66ch]">{t('yoursText')}</p>
      {known ? (
        <>
          <p className="mt-3 max-w-[66ch]">{hasReceipt ? t('yoursMailed') : <strong>{t('yoursKeep')}</strong>}</p>
          <LinkButton href={`/evidence/${token}`} large className="mt-5">
            {t('yoursOpen')}
          </LinkButton>
          <p className="mt-6">{t('copy')}:</p>
          <ul className="flex flex-wrap gap-x-6">
            {copies.map(([path, name]) => (
              <li key={path}>
                <a href={`/evidence/${token}/${path}`} download className="inline-flex min-h-control items-center">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="mt-3 max-w-[66ch]">
          {hasReceipt ? t('yoursGone') : t.rich('yoursLost', { contact: () => <MailLink address={contact} /> })}
        </p>
      )}
    </section>
  )
}
