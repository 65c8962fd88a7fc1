import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { answerAs } from '@/app/[locale]/answer-as'
import { MailLink } from '@/components/call/linked-text'
import { Main } from '@/components/site/page'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { currentCall } from '@/lib/data/calls'
import { getDraft } from '@/lib/data/drafts'
import { openLink } from '@/lib/data/private-keys'
import { getResume } from '@/lib/data/resume-links'
import { readDraftToken } from '@/lib/draft-cookie'
import { requestNetwork } from '@/lib/request-network'
import { goOnWithDraft } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('submit.resume')
  return { title: t('title'), robots: { index: false } }
}

/** Where the private link of a draft leads. It acts only at the press of a button: programs that read mails open links too. */
export default async function ResumePage({ params }: PageProps<'/[locale]/resume/[token]'>) {
  const { token } = await params
  const t = await getTranslations('submit.resume')
  const found = await openLink(token, 'RESUME', await requestNetwork())
  if (found.state === 'tooMany') {
    await answerAs(429)
    return <NotOpened title={t('tooManyTitle')}>{t('tooManyText', { minutes: found.minutes })}</NotOpened>
  }
  if (found.state === 'unknown') {
    await answerAs(404)
    const { contactEmail } = await currentCall()
    const contact = () => <MailLink address={contactEmail} />
    return <NotOpened title={t('unknownTitle')}>{t.rich('unknownText', { contact })}</NotOpened>
  }
  if (found.state !== 'good') {
    await answerAs(410)
    return <NotOpened title={t(`${found.state}Title`)}>{t(`${found.state}Text`)}</NotOpened>
  }
  const { organisationName, sent } = await getResume(found.submissionId)
  if (sent) return <NotOpened title={t('sentTitle')}>{t('sentText')}</NotOpened>
  const own = await getDraft(await readDraftToken())
  const another = own && !own.sent && own.id !== found.submissionId
  return (
    <Main>
      <h1 className="mb-4">{t('title')}</h1>
      <p className="mb-6 max-w-[60ch]">
        {organisationName ? t('of', { organisation: organisationName }) : t('ofNobody')}
      </p>
      {another ? (
        <Notice className="mb-6">
          <p>{t('other')}</p>
          <p className="mt-2">
            <Link href="/submit/later" prefetch={false}>
              {t('otherLink')}
            </Link>
          </p>
        </Notice>
      ) : null}
      <form action={goOnWithDraft}>
        <input type="hidden" name="link" value={token} />
        <Button large>{t('goOn')}</Button>
      </form>
    </Main>
  )
}

async function NotOpened({ title, children }: { title: string; children: ReactNode }) {
  const t = await getTranslations('submit.resume')
  return (
    <Main>
      <h1 className="mb-4">{title}</h1>
      <p className="mb-6 max-w-[60ch]">{children}</p>
      <LinkButton href="/" variant="secondary">
        {t('toCall')}
      </LinkButton>
    </Main>
  )
}
