import { getTranslations } from 'next-intl/server'

import { pageWords } from '@/app/[locale]/submit/step-words'
import { Main } from '@/components/site/page'
import { LinkButton } from '@/components/ui/button'
import { getDraft } from '@/lib/data/drafts'
import { readDraftToken } from '@/lib/draft-cookie'
import { LaterForm } from './later-form'

/** How to go on with a draft elsewhere: its private link, by mail or as a QR code. */
export default async function LaterPage() {
  const [t, draft] = await Promise.all([getTranslations('submit.later'), getDraft(await readDraftToken())])
  const begun = draft && !draft.sent
  const heading = begun ? t('title') : t('nothing')
  const { title, problem } = await pageWords(heading)
  const words = {
    problem,
    mail: t('mail'),
    email: t('email'),
    show: t('show'),
    replace: t('replace'),
    mailed: t('mailed', { email: '{email}' }),
    link: t('link'),
    qr: t('qr'),
    whoever: t('whoever'),
  }
  return (
    <Main>
      <title>{title}</title>
      <h1 className="mb-4">{heading}</h1>
      {begun ? (
        <>
          <div className="prose mb-6">
            <p>{t('saved')}</p>
            <p>{t('other')}</p>
            <p>{t('whoever')}</p>
          </div>
          <LaterForm words={words} />
        </>
      ) : (
        <p className="max-w-[60ch]">{t('nothingText')}</p>
      )}
      <p className="mt-8">
        <LinkButton href="/submit" variant="secondary">
          {begun ? t('goOn') : t('start')}
        </LinkButton>
      </p>
    </Main>
  )
}
