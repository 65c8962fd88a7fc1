import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'

import type { EvidenceView } from '@/lib/data/evidence'
import { dateInWords } from '@/lib/i18n/in-words'

/** What can be taken along. These are files: they are opened by the browser, not by the router. */
export async function CopyLinks({ evidence, token }: { evidence: EvidenceView; token: string }) {
  const [t, locale] = await Promise.all([getTranslations('evidence.copies'), getLocale()])
  const own = `/evidence/${token}`
  const file = (path: string, name: string, text: string) => (
    <li>
      <a href={`${own}/${path}`} download className="inline-flex min-h-control items-center font-semibold">
        {name}
      </a>
      <span className="text-muted">: {text}</span>
    </li>
  )
  return (
    <div className="max-w-[66ch]">
      <p>{t('lead')}</p>
      <ul className="mb-5">
        {file('copy.html', t('html'), t('htmlText'))}
        {file('copy.pdf', t('pdf'), t('pdfText'))}
      </ul>
      <p>{t('dataLead')}</p>
      <ul className="mb-5">
        {file('data.json', t('json'), t('jsonText'))}
        {evidence.files.length > 0 ? file('data.zip', t('zip'), t('zipText')) : null}
      </ul>
      <p>{t('notice')}:</p>
      <Link href={`${own}/notice`} prefetch={false} className="inline-flex min-h-control items-center">
        {t('noticeLink', { date: dateInWords(evidence.noticeVersion, locale) })}
      </Link>
    </div>
  )
}
