import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'

import { tagsFor } from '@/app/[locale]/(public)/standing-words'
import { Main, PageTitle, Section } from '@/components/site/page'
import { Table } from '@/components/ui/table'
import { currentCall, type CallView } from '@/lib/data/calls'
import { noticeVersion } from '@/lib/domain/consent'
import { dateInWords } from '@/lib/i18n/in-words'

const kept = ['draft', 'contact', 'withdrawn', 'evidence', 'published', 'audit'] as const
const cookies = ['draft', 'evidence', 'staff'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('standing.privacy')
  return { title: t('title'), description: t('lead'), alternates: { canonical: '/privacy' } }
}

export default async function PrivacyPage() {
  const [t, locale, call] = await Promise.all([getTranslations('standing.privacy'), getLocale(), currentCall()])
  const tags = { ...tagsFor({ contact: call.contactEmail }), partners: () => <Partners call={call} /> }
  const part = (name: 'short' | 'what' | 'why' | 'sees' | 'rights' | 'complain') => (
    <Section title={t(`${name}.title`)} id={name}>
      <div className="prose">{t.rich(`${name}.body`, tags)}</div>
    </Section>
  )
  return (
    <Main>
      <PageTitle title={t('title')} lead={t('lead')} />
      <p className="text-sm text-muted">{t('version', { date: dateInWords(noticeVersion, locale) })}</p>
      {part('short')}
      <Section title={t('who.title')} id="who">
        <div className="prose">
          {t.rich('who.body', tags)}
          {call.commissioner ? <p>{t('commissioner', { commissioner: call.commissioner })}</p> : null}
        </div>
      </Section>
      {part('what')}
      {part('why')}
      {part('sees')}
      <Section title={t('long.title')} id="long">
        <Table caption={t('long.caption')} captionHidden>
          <TwoColumns
            heads={[t('long.kind'), t('long.time')]}
            rows={kept.map(kind => [t(`long.rows.${kind}.kind`), t(`long.rows.${kind}.time`)])}
          />
        </Table>
      </Section>
      {part('rights')}
      <Section title={t('cookies.title')} id="cookies">
        <p className="mb-4 max-w-[66ch]">{t('cookies.lead')}</p>
        <Table caption={t('cookies.caption')} captionHidden>
          <TwoColumns
            heads={[t('cookies.kind'), t('cookies.purpose')]}
            rows={cookies.map(kind => [t(`cookies.rows.${kind}.kind`), t(`cookies.rows.${kind}.purpose`)])}
          />
        </Table>
      </Section>
      {part('complain')}
    </Main>
  )
}

function Partners({ call }: { call: CallView }) {
  return (
    <ul>
      {call.partners.map(partner => (
        <li key={partner.name}>{partner.name}</li>
      ))}
    </ul>
  )
}

function TwoColumns({ heads, rows }: { heads: [string, string]; rows: [string, string][] }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([kind, text]) => (
          <tr key={kind}>
            <th scope="row" className="w-1/2 font-normal">
              {kind}
            </th>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </>
  )
}
