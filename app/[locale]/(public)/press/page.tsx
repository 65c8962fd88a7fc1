import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { LinkedParagraphs, LinkedText, MailLink, OutsideLink } from '@/components/call/linked-text'
import { SideSection } from '@/components/call/side-section'
import { Main, PageTitle } from '@/components/site/page'
import { DescriptionList } from '@/components/ui/description-list'
import { currentCall } from '@/lib/data/calls'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('press')
  return { title: t('title'), alternates: { canonical: '/press' } }
}

export default async function PressPage() {
  const [t, call] = await Promise.all([getTranslations('press'), currentCall()])
  const { press, contactEmail: contact } = call
  return (
    <Main width="wide">
      <PageTitle
        caption={press.headline ? t('title') : call.name}
        title={press.headline || t('title')}
        lead={press.summary ? undefined : t('none')}
      />
      <div className="prose text-lg">
        <LinkedParagraphs text={press.summary} contact={contact} />
      </div>
      <SideSection title={t('facts')} id="key-facts">
        <DescriptionList
          items={[
            ...press.facts.map(fact => ({
              term: fact.label,
              value: <LinkedText text={fact.value} contact={contact} />,
            })),
            {
              term: t('link'),
              value: (
                <Link href="/" prefetch={false}>
                  {t('linkText')}
                </Link>
              ),
            },
          ]}
        />
      </SideSection>
      {press.notes ? (
        <SideSection title={t('notes')} id="notes">
          <div className="prose">
            <LinkedParagraphs text={press.notes} contact={contact} />
          </div>
        </SideSection>
      ) : null}
      {press.releaseTitle ? (
        <SideSection title={t('release')} id="release">
          <p className="max-w-[66ch]">
            <OutsideLink href={press.releaseUrl}>{press.releaseTitle}</OutsideLink>
          </p>
        </SideSection>
      ) : null}
      <SideSection title={t('contacts')} id="contacts">
        <div className="prose">
          <LinkedParagraphs text={press.contact} contact={contact} />
          <p>{t.rich('contactsText', { contact: () => <MailLink address={contact} /> })}</p>
          <p>
            {t.rich('studies', {
              studies: words => (
                <Link href="/case-studies" prefetch={false}>
                  {words}
                </Link>
              ),
            })}
          </p>
        </div>
      </SideSection>
    </Main>
  )
}
