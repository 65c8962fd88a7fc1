import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { Main, PageTitle, Section } from '@/components/site/page'
import { StructuredData } from '@/components/site/structured-data'
import { currentCall } from '@/lib/data/calls'
import { openState } from '@/lib/data/open-data'
import { licence, openPaths } from '@/lib/domain/open-data'
import { dateInWords } from '@/lib/i18n/in-words'
import { siteOrigin } from '@/lib/site-address'

import { Columns } from './columns'
import { datasetOf } from './dataset'
import { Files } from './files'
import { openWords } from './open-words'

export async function generateMetadata(): Promise<Metadata> {
  const [t, call] = await Promise.all([getTranslations('data'), currentCall()])
  const [title, description] = [t('title'), t('description', { call: call.name })]
  return {
    title,
    description,
    alternates: { canonical: openPaths.page, types: { 'application/atom+xml': openPaths.feed } },
    openGraph: { title, description, url: openPaths.page },
  }
}

export default async function DataPage() {
  const [t, locale, call, origin] = await Promise.all([
    getTranslations('data'),
    getLocale(),
    currentCall(),
    siteOrigin(),
  ])
  const [state, { name, by }] = await Promise.all([openState(call.id), openWords(call)])
  const citation = t('cite.citation', {
    by,
    name,
    day: dateInWords(new Date(), locale),
    address: origin + openPaths.page,
    short: licence.short,
  })
  const words = { name, citation, description: t('description', { call: call.name }) }
  const links = {
    api: (words: ReactNode) => <a href={openPaths.api}>{words}</a>,
    openapi: (words: ReactNode) => <a href={openPaths.description}>{words}</a>,
    licence: (words: ReactNode) => (
      <a href={licence.url} rel="license">
        {words}
      </a>
    ),
  }
  return (
    <Main>
      <StructuredData graph={datasetOf({ call, state, origin, words })} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <p>
        {state.count > 0 && state.changedAt
          ? t('changed', { count: state.count, day: dateInWords(state.changedAt, locale) })
          : t('none')}
      </p>
      <Section title={t('files.title')} id="files">
        <p className="mb-6 max-w-[66ch]">{t('files.text')}</p>
        <Files />
      </Section>
      <Section title={t('licence.title')} id="licence">
        <div className="prose">
          <p>{t.rich('licence.text', { ...links, name: licence.name, short: licence.short })}</p>
          <p>{t('licence.but')}</p>
          <p>{t('licence.withdrawn')}</p>
        </div>
      </Section>
      <Section title={t('cite.title')} id="cite">
        <div className="prose">
          <p>{t('cite.text')}</p>
          <blockquote className="wrap-anywhere">{citation}</blockquote>
        </div>
      </Section>
      <Section title={t('api.title')} id="api">
        <div className="prose">
          <p>{t.rich('api.text', links)}</p>
          <p>{t('api.again')}</p>
        </div>
      </Section>
      <Section title={t('dictionary.title')} id="dictionary">
        <Columns />
      </Section>
    </Main>
  )
}
