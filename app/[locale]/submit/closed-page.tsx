import { getLocale, getTranslations } from 'next-intl/server'

import { MailLink } from '@/components/call/linked-text'
import { LinkButton } from '@/components/ui/button'
import { filesOf } from '@/lib/data/files'
import { everythingKept } from '@/lib/domain/draft-answers'
import { dayInWords } from '@/lib/i18n/in-words'
import { AnswerSummary } from './answer-summary'
import { pageWords } from './step-words'
import type { Wizard } from './wizard'

/** In place of a step while the call takes no answers: says so, and shows what was kept, to read and to copy. */
export async function ClosedPage({ draft, call, form, standing }: Wizard) {
  const [t, locale] = await Promise.all([getTranslations('submit.closedPage'), getLocale()])
  const heading = standing === 'notOpen' ? t('notOpenTitle') : t('closedTitle')
  const { title } = await pageWords(heading)
  const date = call.closesAt ? dayInWords(call.closesAt, locale) : ''
  const kept = draft ? everythingKept(draft.kept) : {}
  return (
    <>
      <title>{title}</title>
      <h1 className="mb-4">{heading}</h1>
      <div className="prose">
        <p>{standing === 'notOpen' ? t('notOpenText') : t('closedText', { date })}</p>
        <p>{t.rich('contact', { contact: () => <MailLink address={call.contactEmail} /> })}</p>
      </div>
      <LinkButton href="/" className="mt-6 mb-8">
        {t('toCall')}
      </LinkButton>
      {Object.keys(kept).length > 0 ? (
        <>
          <h2 className="mt-6">{t('kept')}</h2>
          <p>{t('keptText')}</p>
          <ul className="mt-3 flex flex-wrap gap-x-6">
            {(['html', 'pdf'] as const).map(kind => (
              <li key={kind}>
                <a href={`/submit/copy.${kind}`} download className="inline-flex min-h-control items-center">
                  {t(`copy.${kind}`)}
                </a>
              </li>
            ))}
          </ul>
          <AnswerSummary answers={kept} files={draft ? await filesOf(draft.id) : []} form={form} change={false} />
        </>
      ) : null}
    </>
  )
}
