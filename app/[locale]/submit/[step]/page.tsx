import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'

import { NothingHere } from '@/app/[locale]/nothing-here'
import { ClosedPage } from '@/app/[locale]/submit/closed-page'
import { loadWizard, type Wizard } from '@/app/[locale]/submit/wizard'
import { Main } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { isWizardStep, mayOpen, wizardSteps, type WizardStep } from '@/lib/domain/step-order'
import { CheckPage } from './check-page'
import { StepQuestions } from './step-questions'

type StepPageProps = PageProps<'/[locale]/submit/[step]'>

/** The steps write their own titles, which change when an answer is refused. */
export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  if (isWizardStep((await params).step)) return {}
  const t = await getTranslations('site')
  return { title: { absolute: `${t('notFound.title')} · ${t('name')}` } }
}

export default async function StepPage({ params, searchParams }: StepPageProps) {
  const [{ step }, query, wizard] = await Promise.all([params, searchParams, loadWizard()])
  if (!isWizardStep(step)) return <NothingHere />
  await sendOn(step, wizard)
  const change = query.change === '1'
  const t = await getTranslations('submit')
  return (
    <Main>
      <BackLink href={backFrom(step, change)}>{t('back')}</BackLink>
      {step === 'check' ? (
        <CheckPage wizard={wizard} />
      ) : (
        <StepQuestions
          step={step}
          wizard={wizard}
          change={change}
          news={query.file}
          notice={query.notice === 'lost' ? t('notices.lost') : undefined}
          closed={wizard.standing === 'open' ? null : <ClosedPage {...wizard} />}
        />
      )}
    </Main>
  )
}

/** What was sent shows its reference, never its questions; a step waits for the ones before it. */
async function sendOn(step: WizardStep, { draft, standing, first }: Wizard): Promise<void> {
  if (draft?.sent) redirect('/submit/done')
  if (standing !== 'open' || mayOpen(step, first)) return
  // a form that was posted here without script and refused: its page is the answer, with all that was typed
  if ((await headers()).has('content-type')) return
  redirect(`/submit/${first}`)
}

function backFrom(step: WizardStep, change: boolean): string {
  if (change) return '/submit/check'
  const before = wizardSteps[wizardSteps.indexOf(step) - 1]
  return before ? `/submit/${before}` : '/'
}
