import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { organisationTypes } from '@/lib/domain/submission'
import { SideSection } from './side-section'

/** Whom the call is for, in plain words. */
export async function WhoMayAnswer() {
  const t = await getTranslations('call')
  return (
    <SideSection title={t('who.title')} id="who-may-answer">
      <div className="prose">
        <p>{t('who.lead')}</p>
        <ul>
          {organisationTypes.map(type => (
            <li key={type}>{t(`who.kinds.${type}`)}</li>
          ))}
        </ul>
        <p>
          {t.rich('who.choice', {
            privacy: words => (
              <Link href="/privacy" prefetch={false}>
                {words}
              </Link>
            ),
          })}
        </p>
      </div>
    </SideSection>
  )
}
