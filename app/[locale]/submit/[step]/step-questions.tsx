import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { progress, stepWords } from '@/app/[locale]/submit/step-words'
import type { Wizard } from '@/app/[locale]/submit/wizard'
import { Notice } from '@/components/ui/notice'
import { unknownChoices } from '@/lib/domain/draft-answers'
import { consentWords } from '@/lib/domain/consent'
import { noPrompt, type StepName } from '@/lib/domain/steps'
import { limits, organisationTypes } from '@/lib/domain/submission'
import { clockInWords } from '@/lib/i18n/in-words'
import { ContactStep } from './contact-step'
import { ExampleStep } from './example-step'
import { MaterialStep } from './material-step'
import { OrganisationStep } from './organisation-step'
import { PlaceStep } from './place-step'
import { StoryStep } from './story-step'
import type { AnyStepProps } from './step-props'

type QuestionsProps = {
  step: StepName
  wizard: Wizard
  change: boolean
  closed: ReactNode
  notice?: string | undefined
}

/** The form of one step, with its words and what this call lets people choose from. */
export async function StepQuestions({ step, wizard, change, closed, notice }: QuestionsProps) {
  const { draft, call } = wizard
  const [t, locale] = await Promise.all([getTranslations('submit'), getLocale()])
  const kept = draft?.answers[step]
  const changed = kept && Object.keys(unknownChoices({ [step]: kept }, call)).length > 0
  const said = notice ?? (changed ? t('notices.changed') : undefined)
  const props: AnyStepProps = {
    words: await stepWords(step, call.minutesNeeded),
    values: kept ?? {},
    change,
    progress: await progress(step),
    saved: draft?.savedAt ? t('saved', { time: clockInWords(draft.savedAt, locale) }) : undefined,
    closed,
    notice: said ? <Notice className="mb-6">{said}</Notice> : undefined,
  }
  switch (step) {
    case 'organisation': {
      const types = organisationTypes.map(value => ({ value, label: t(`organisationTypes.${value}`) }))
      const practices = {
        own: { value: 'OWN', label: t('practices.OWN') },
        elsewhere: { value: 'ELSEWHERE', label: t('practices.ELSEWHERE') },
      }
      const communities = call.communities.map(name => ({ value: name, label: name }))
      return <OrganisationStep {...props} types={types} practices={practices} communities={communities} />
    }
    case 'place': {
      const places = call.places.map(({ key, name, tileColumn, tileRow }) => ({ key, name, tileColumn, tileRow }))
      return <PlaceStep {...props} places={places} tiles={{ label: t('tiles.label'), others: t('tiles.others') }} />
    }
    case 'example': {
      const prompts = call.prompts.map(({ key, theme, text }) => ({ value: key, label: theme, hint: text }))
      const none = { value: noPrompt, label: t('nonePrompt'), hint: t('nonePromptHint') }
      return <ExampleStep {...props} prompts={[...prompts, none]} />
    }
    case 'story': {
      const count = { count: '{count}' }
      const words = {
        limit: t('count.limit', count),
        left: { one: t('count.leftOne', count), other: t('count.leftOther', count) },
        over: { one: t('count.overOne', count), other: t('count.overOther', count) },
      }
      return <StoryStep {...props} count={words} />
    }
    case 'material': {
      const more = Array.from({ length: limits.links - 1 }, (_, index) => t('anotherLink', { number: index + 2 }))
      return <MaterialStep {...props} linkLabels={[t('labels.links'), ...more]} addLink={t('addLink')} />
    }
    case 'contact': {
      const bodies = { partners: call.partners.map(({ name }) => name), commissioner: call.commissioner }
      return <ContactStep {...props} consents={consentWords(bodies)} readNotice={t('readNotice')} />
    }
  }
}
