import { getTranslations } from 'next-intl/server'

import { MailLink } from '@/components/call/linked-text'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { EvidenceView } from '@/lib/data/evidence'
import { postAnother, postCorrection, postDropCorrection } from './actions'

type Props = { evidence: EvidenceView; token: string }

/** A correction that waits in the wizard. */
export async function BegunCorrection({ evidence, token }: Props) {
  if (!evidence.correcting || !evidence.mayCorrect) return null
  const t = await getTranslations('evidence.do')
  const hidden = <input type="hidden" name="token" value={token} />
  return (
    <Notice title={t('begun')} className="mb-8">
      <p>{t('begunText')}</p>
      <div className="mt-3 flex flex-wrap items-start gap-4">
        <ActionForm action={postCorrection} submit={t('continue')} small>
          {hidden}
        </ActionForm>
        <ActionForm action={postDropCorrection} submit={t('drop')} variant="quiet" small>
          {hidden}
        </ActionForm>
      </div>
    </Notice>
  )
}

/** Correct it, give another, withdraw it: each with what follows from it. */
export async function OwnDeeds({ evidence, token, takesAnother }: Props & { takesAnother: boolean }) {
  const t = await getTranslations('evidence.do')
  const hidden = <input type="hidden" name="token" value={token} />
  return (
    <ul className="grid gap-x-8 gap-y-8 sm:grid-cols-2">
      <li>
        {evidence.mayCorrect ? (
          <>
            <p className="mb-3">{t('correctText')}</p>
            <ActionForm action={postCorrection} submit={evidence.correcting ? t('continue') : t('correct')} small>
              {hidden}
            </ActionForm>
          </>
        ) : (
          <p>{t.rich('closed', { contact: () => <MailLink address={evidence.contactEmail} /> })}</p>
        )}
      </li>
      {takesAnother ? (
        <li>
          <p className="mb-3">{t('anotherText')}</p>
          <ActionForm action={postAnother} submit={t('another')} variant="secondary" small>
            {hidden}
          </ActionForm>
        </li>
      ) : null}
      <li>
        <p className="mb-3">{t('withdrawText')}</p>
        <LinkButton href={`/evidence/${token}/withdraw`} variant="secondary">
          {t('withdrawLink')}
        </LinkButton>
      </li>
    </ul>
  )
}
