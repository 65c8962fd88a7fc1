import { getLocale, getTranslations } from 'next-intl/server'
import { randomBytes } from 'node:crypto'
import type { ReactNode } from 'react'

import { progress, stepWords } from '@/app/[locale]/submit/step-words'
import type { Wizard } from '@/app/[locale]/submit/wizard'
import { Notice } from '@/components/ui/notice'
import { filesOf } from '@/lib/data/files'
import { valuesOf, type KeptAnswers } from '@/lib/domain/draft-answers'
import { stepFields } from '@/lib/domain/step-form'
import { noPrompt, type StepName } from '@/lib/domain/step-fields'
import { limits, organisationTypes } from '@/lib/domain/submission'
import { timeInWords } from '@/lib/i18n/in-words'
import { ContactStep } from './contact-step'
import { ExampleStep } from './example-step'
import { fileNews, fileWords } from './file-words'
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
  /** What became of a file, as the address of the page has it. */
  news?: unknown
}

/** The form of one step, with its words and what this call lets people choose from. */
export async function StepQuestions({ step, wizard, change, closed, notice, news }: QuestionsProps) {
  const { draft, call, form } = wizard
  const [t, locale] = await Promise.all([getTranslations('submit'), getLocale()])
  const kept = draft?.kept ?? {}
  const props: AnyStepProps = {
    words: await stepWords(step, call.minutesNeeded, form),
    values: valuesOf(step, kept),
    page: { draft: draft?.id ?? null, writer: randomBytes(9).toString('base64url'), versions: versionsOf(step, kept) },
    change,
    progress: await progress(step),
    saved: draft?.savedAt ? timeInWords(draft.savedAt, locale) : null,
    closed,
    notice: notice ? <Notice className="mb-6">{notice}</Notice> : undefined,
  }
  switch (step) {
    case 'organisation': {
      const types = organisationTypes.map(value => ({ value, label: t(`organisationTypes.${value}`) }))
      const practices = {
        own: { value: 'OWN', label: t('practices.OWN') },
        elsewhere: { value: 'ELSEWHERE', label: t('practices.ELSEWHERE') },
      }
      const communities = form.communities.map(name => ({ value: name, label: name }))
      return <OrganisationStep {...props} types={types} practices={practices} communities={communities} />
    }
    case 'place': {
      const places = form.places.map(({ key, name, tileColumn, tileRow }) => ({ key, name, tileColumn, tileRow }))
      return <PlaceStep {...props} places={places} tiles={{ label: t('tiles.label'), others: t('tiles.others') }} />
    }
    case 'example': {
      const prompts = form.prompts.map(({ key, theme, text }) => ({ value: key, label: theme, hint: text }))
      const none = { value: noPrompt, label: t('nonePrompt'), hint: t('nonePromptHint') }
      return <ExampleStep {...props} prompts={[...prompts, none]} />
    }
    case 'story':
      return <StoryStep {...props} />
    case 'material': {
      const more = Array.from({ length: limits.links - 1 }, (_, index) => t('anotherLink', { number: index + 2 }))
      const files = {
        files: draft ? await filesOf(draft.id) : [],
        fileWords: await fileWords(),
        news: await fileNews(news),
      }
      return <MaterialStep {...props} {...files} linkLabels={[t('labels.links'), ...more]} addLink={t('addLink')} />
    }
    case 'contact': {
      return <ContactStep {...props} consents={form.consents} readNotice={t('readNotice')} />
    }
  }
}

function versionsOf(step: StepName, kept: KeptAnswers): Record<string, number> {
  return Object.fromEntries(stepFields(step).map(field => [field, kept[field]?.version ?? 0]))
}
