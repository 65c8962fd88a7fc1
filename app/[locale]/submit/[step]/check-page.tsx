import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { AnswerSummary } from '@/app/[locale]/submit/answer-summary'
import { ClosedPage } from '@/app/[locale]/submit/closed-page'
import { pageWords, progress } from '@/app/[locale]/submit/step-words'
import type { Wizard } from '@/app/[locale]/submit/wizard'
import { filesOf } from '@/lib/data/files'
import { CheckStep } from './check-step'

export async function CheckPage({ wizard }: { wizard: Wizard }) {
  const { draft, form, standing } = wizard
  if (!draft || standing !== 'open') return <ClosedPage {...wizard} />
  const t = await getTranslations('submit')
  const words = { ...(await pageWords(t('steps.check.heading'))), send: t('check.send') }
  return (
    <CheckStep words={words}>
      <p className="mb-2 text-muted tabular-nums">{await progress('check')}</p>
      <h1>{t('steps.check.heading')}</h1>
      <AnswerSummary answers={draft.answers} files={await filesOf(draft.id)} form={form} change />
      <p className="mt-8 max-w-[60ch]">
        {t('check.before')}
        <Link href="/privacy" prefetch={false}>
          {t('check.privacy')}
        </Link>
        .
      </p>
    </CheckStep>
  )
}
