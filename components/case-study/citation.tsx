import { getTranslations } from 'next-intl/server'

import { Disclosure } from '@/components/ui/disclosure'
import type { CallView } from '@/lib/data/calls'
import { toLondonField } from '@/lib/domain/london-time'
import { apaReference, citableOf, citationFiles, harvardReference, type Reference } from '@/lib/exchange/citing'

import { CopyButton } from './copy-button'

type CitationProps = {
  study: { slug: string; title: string; summary: string; themes: string[]; publishedAt: string | null }
  call: CallView
  address: string
}

const endings = ['bib', 'ris', 'json'] as const

/** How to cite a case study: two styles to read, and files for reference managers. */
export async function Citation({ study, call, address }: CitationProps) {
  const t = await getTranslations('gallery.cite')
  const { publishedAt } = study
  return (
    <section aria-labelledby="cite" className="border-t border-line pt-6">
      <h2 id="cite" className="mb-4 text-2xl">
        {t('title')}
      </h2>
      {publishedAt ? (
        <Styles study={{ ...study, publishedAt }} call={call} address={address} />
      ) : (
        <p>{t('unpublished')}</p>
      )}
    </section>
  )
}

async function Styles({
  study,
  call,
  address,
}: CitationProps & { study: CitationProps['study'] & { publishedAt: string } }) {
  const t = await getTranslations('gallery.cite')
  const citable = citableOf(study, call, address)
  const words = { copy: t('copy'), copied: t('copied'), refused: t('refused') }
  const today = toLondonField(new Date()).slice(0, 10)
  const styles = [
    { name: 'APA', reference: apaReference(citable) },
    { name: 'Harvard', reference: harvardReference(citable, today) },
  ]
  return (
    <>
      <dl className="flex flex-col gap-5">
        {styles.map(({ name, reference }) => (
          <div key={name}>
            <dt id={`cite-${name}`} className="font-semibold">
              {name}
            </dt>
            <dd className="mt-1 flex max-w-[66ch] flex-col gap-2">
              <p className="wrap-anywhere">
                {reference.before}
                <cite>{reference.title}</cite>
                {reference.after}
              </p>
              <CopyButton text={inOne(reference)} words={words} describedBy={`cite-${name}`} />
            </dd>
          </div>
        ))}
      </dl>
      <Disclosure summary={t('managers')} className="no-print mt-4">
        <div className="flex flex-col gap-6">
          {endings.map(ending => (
            <div key={ending} className="flex flex-col gap-2">
              <p id={`cite-${ending}`} className="font-semibold">
                {citationFiles[ending].name}
              </p>
              <pre
                tabIndex={0}
                aria-labelledby={`cite-${ending}`}
                role="region"
                className="overflow-x-auto bg-sheet p-3 text-sm"
              >
                {citationFiles[ending].write(citable).replaceAll('\r', '')}
              </pre>
              <div className="flex flex-wrap items-center gap-4">
                <CopyButton text={citationFiles[ending].write(citable)} words={words} describedBy={`cite-${ending}`} />
                <a
                  href={`/case-studies/${study.slug}/cite.${ending}`}
                  download
                  className="inline-flex min-h-control items-center"
                >
                  {t('download', { name: citationFiles[ending].name })}
                </a>
              </div>
            </div>
          ))}
        </div>
      </Disclosure>
    </>
  )
}

function inOne({ before, title, after }: Reference): string {
  return before + title + after
}
