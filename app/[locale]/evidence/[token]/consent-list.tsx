import { getLocale, getTranslations } from 'next-intl/server'

import { Disclosure } from '@/components/ui/disclosure'
import type { EvidenceView } from '@/lib/data/evidence'
import { publishAnswers, type ConsentAnswer, type ConsentKind } from '@/lib/domain/consent'
import { dateInWords } from '@/lib/i18n/in-words'
import { ConsentForm } from './consent-form'
import { consentsInWords, type ConsentInWords } from './evidence-words'

/** Each consent and wish as it stands, and the way to change it, as easily as it was given. */
export async function ConsentList({ evidence, token }: { evidence: EvidenceView; token: string }) {
  const [t, locale, consents] = await Promise.all([
    getTranslations('evidence.consents'),
    getLocale(),
    consentsInWords(evidence),
  ])
  const words = {
    legend: t('legend'),
    save: t('save'),
    saved: t('saved'),
    telephone: t('telephone'),
    bestTimes: t('bestTimes'),
    email: t('email'),
    emailHint: t('emailHint'),
  }
  const labelOf = (kind: ConsentKind, value: ConsentAnswer) =>
    evidence.form.consents[kind].answers.find(answer => answer.value === value)?.label
  const choices = ({ kind }: ConsentInWords) =>
    kind === 'PUBLISH'
      ? publishAnswers.map(value => ({
          value,
          label: labelOf(kind, value) ?? '',
          follows: t(`follows.PUBLISH.${value}`),
        }))
      : (['YES', 'NO'] as const).map(value => ({
          value,
          label: value === 'YES' ? t('yes') : t('no'),
          follows: t(`follows.${kind}.${value}`),
        }))
  return (
    <div className="border-t border-line">
      {consents.map(consent => (
        <section key={consent.kind} aria-labelledby={`consent-${consent.kind}`} className="border-b border-line py-5">
          <h3 id={`consent-${consent.kind}`} className="text-lg">
            {consent.question}
          </h3>
          <p className="mt-2">
            <span className="text-muted">{t('now', { day: dateInWords(consent.givenAt, locale) })}</span>{' '}
            <strong>{isWish(consent.kind) ? t(consent.answer === 'YES' ? 'yes' : 'no') : consent.label}</strong>
          </p>
          <p className="mt-2 max-w-[66ch] text-muted">{consent.explanation}</p>
          <Disclosure
            className="mt-1"
            summary={
              <>
                {t('change')}
                <span className="sr-only">: {consent.question}</span>
              </>
            }
          >
            <ConsentForm
              token={token}
              kind={consent.kind}
              answer={consent.answer}
              choices={choices(consent)}
              words={words}
              needsEmail={evidence.contact.email === ''}
            />
          </Disclosure>
        </section>
      ))}
    </div>
  )
}

const isWish = (kind: ConsentKind) => kind === 'TELL_OUTCOME' || kind === 'SHOW_BEFORE'
