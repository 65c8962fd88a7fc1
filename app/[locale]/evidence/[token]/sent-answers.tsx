import { getLocale, getTranslations } from 'next-intl/server'

import { DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import type { EvidenceView } from '@/lib/data/evidence'
import { dateInWords } from '@/lib/i18n/in-words'
import { answersInWords, changesInWords, contactInWords, fileInWords } from './evidence-words'

type Props = { evidence: EvidenceView; token: string }

/** The answers as they stand, with files, and how to reach who gave them. */
export async function SentAnswers({ evidence, token }: Props) {
  const [t, check, steps, contact, files] = await Promise.all([
    getTranslations('evidence.answers'),
    getTranslations('submit.check'),
    answersInWords(evidence),
    contactInWords(evidence),
    Promise.all(evidence.files.map(async file => ({ ...file, words: await fileInWords(file) }))),
  ])
  const none = <span className="text-muted">{t('none')}</span>
  return (
    <>
      {steps.map(({ step, items }) => (
        <section key={step} aria-labelledby={`sent-${step}`} className="mt-6">
          <h3 id={`sent-${step}`} className="mb-2 text-lg">
            {check(`sections.${step}`)}
          </h3>
          <DescriptionList items={items.map(({ label, value }) => ({ term: label, value: value || none }))} />
        </section>
      ))}
      {files.length > 0 ? (
        <section aria-labelledby="sent-files" className="mt-6">
          <h3 id="sent-files" className="mb-2 text-lg">
            {t('files')}
          </h3>
          <ul className="border-t border-line">
            {files.map(({ id, words, alt }) => (
              <li key={id} className="border-b border-line py-2">
                <a
                  href={`/evidence/${token}/files/${id}`}
                  className="inline-flex min-h-control items-center wrap-anywhere"
                >
                  {words}
                </a>
                {alt ? <p className="text-muted">{t('alt', { alt })}</p> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="sent-contact" className="mt-6">
        <h3 id="sent-contact" className="mb-2 text-lg">
          {t('contact')}
        </h3>
        <p className="mb-2 max-w-[66ch] text-muted">{contact.length > 0 ? t('contactHint') : t('contactNone')}</p>
        {contact.length > 0 ? (
          <DescriptionList items={contact.map(({ label, value }) => ({ term: label, value }))} />
        ) : null}
      </section>
    </>
  )
}

/** Each correction with what it changed, the newest first. */
export async function SentCorrections({ evidence }: Pick<Props, 'evidence'>) {
  const [t, locale, words] = await Promise.all([getTranslations('evidence'), getLocale(), changesInWords(evidence)])
  const said = (text: string) => text || t('answers.none')
  return (
    <ol className="flex flex-col gap-1">
      {evidence.corrections.toReversed().map(({ number, at, changes }) => {
        const changed = words(changes)
        const fields = changed.map(({ label }, index) => (index === 0 ? label : label.toLowerCase())).join(', ')
        return (
          <li key={number}>
            <Disclosure summary={t('corrections.on', { day: dateInWords(at, locale), fields })}>
              <DescriptionList
                items={changed.map(({ label, before, after }) => ({
                  term: label,
                  value: (
                    <>
                      <span className="block text-sm text-muted">{t('corrections.before')}</span>
                      <span className="block">{said(before)}</span>
                      <span className="mt-3 block text-sm text-muted">{t('corrections.after')}</span>
                      <span className="block">{said(after)}</span>
                    </>
                  ),
                }))}
              />
            </Disclosure>
          </li>
        )
      })}
    </ol>
  )
}
