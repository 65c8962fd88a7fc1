import { getLocale, getTranslations } from 'next-intl/server'

import { CaseStudyArticle } from '@/components/case-study/case-study-article'
import { Section } from '@/components/site/page'
import { Disclosure } from '@/components/ui/disclosure'
import type { PlaceView } from '@/lib/data/calls'
import type { ShowingView } from '@/lib/data/showings'
import { dateInWords } from '@/lib/i18n/in-words'

import { ShowingForm } from './showing-form'

type Props = { showings: ShowingView[]; places: PlaceView[]; token: string }

/** What the respondent asked to see first, as it would be published, with the question whether it may be. */
export async function ShownCaseStudies({ showings, places, token }: Props) {
  if (showings.length === 0) return null
  const t = await getTranslations('evidence.showing')
  return (
    <Section title={t('title')} id="showing">
      <p className="mb-4 max-w-[66ch]">{t('lead')}</p>
      {showings.map(showing => (
        <div key={showing.id} className="mb-10 last:mb-0">
          <Disclosure summary={`${t('read')}: ${showing.text.title}`} open={showing.state === 'waiting'}>
            <div className="rounded-md border border-line bg-paper p-4 sm:p-8">
              <CaseStudyArticle
                study={showing.text}
                places={places}
                level="h2"
                picturesAt={`/evidence/${token}/pictures`}
              />
            </div>
          </Disclosure>
          <Answer showing={showing} token={token} />
        </div>
      ))}
    </Section>
  )
}

async function Answer({ showing, token }: { showing: ShowingView; token: string }) {
  const [t, locale] = await Promise.all([getTranslations('evidence.showing'), getLocale()])
  const form = (
    <ShowingForm
      token={token}
      showing={showing.id}
      words={{
        question: t('question'),
        yes: t('yes'),
        change: t('change'),
        no: t('no'),
        noMeans: t('noMeans'),
        words: t('words'),
        wordsHint: t('wordsHint'),
        send: t('send'),
      }}
    />
  )
  const { state, words, answeredAt, lastDay } = showing
  if (state === 'waiting' || state === 'lapsed') {
    const day = lastDay ? dateInWords(lastDay, locale) : ''
    return (
      <div className="mt-6">
        <p className="mb-4 max-w-[66ch] font-semibold">
          {state === 'lapsed' ? t('lapsed', { day }) : lastDay ? t('by', { day }) : t('noDay')}
        </p>
        {form}
      </div>
    )
  }
  const day = answeredAt ? dateInWords(answeredAt, locale) : ''
  const said = { yes: t('saidYes', { day }), change: t('saidChange', { day }), no: t('saidNo', { day }) }
  return (
    <div className="mt-6 max-w-[66ch]">
      <p className="font-semibold">{said[state]}</p>
      {words ? (
        <>
          <p className="mt-2 text-muted">{t('yourWords')}</p>
          <blockquote dir="auto" className="border-l-4 border-line pl-4 whitespace-pre-line">
            {words}
          </blockquote>
        </>
      ) : null}
      <Disclosure summary={t('another')} className="mt-2">
        {form}
      </Disclosure>
    </div>
  )
}
