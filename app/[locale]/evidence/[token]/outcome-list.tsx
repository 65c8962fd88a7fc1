import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { classNames } from '@/components/ui/class-names'
import { outcomeOf, type OutcomeFacts, type OutcomeStep } from '@/lib/domain/outcome'

type OutcomeListProps = {
  outcome: OutcomeFacts
  reportExpected: string
  /** The title of the published report. */
  report: string | null
}

/** What became of it, step by step; the mark is said in words too. */
export async function OutcomeList({ outcome, reportExpected, report }: OutcomeListProps) {
  const t = await getTranslations('evidence.outcome')
  const words = await outcomeWords()
  return (
    <ol className="flex max-w-[66ch] flex-col">
      {outcomeOf(outcome).map((step, index) => (
        <Step key={index} reached={step.reached} mark={step.reached ? t('done') : t('later')}>
          {words(step)}
        </Step>
      ))}
      {report !== null ? (
        <Step reached mark={t('done')}>
          {t.rich('reported', {
            title: report,
            report: words => (
              <Link href="/report" prefetch={false}>
                {words}
              </Link>
            ),
          })}
        </Step>
      ) : reportExpected ? (
        <Step reached={false} mark={t('later')}>
          {t('report', { expected: reportExpected })}
        </Step>
      ) : null}
    </ol>
  )
}

async function outcomeWords() {
  const t = await getTranslations('evidence.outcome')
  return (step: OutcomeStep): ReactNode => {
    if (step.kind === 'published') {
      const { slug, title } = step
      const study = (chunks: ReactNode) => (
        <Link href={`/case-studies/${slug}`} prefetch={false}>
          {chunks}
        </Link>
      )
      return t.rich('published', { title, study })
    }
    if (!step.reached && step.kind === 'read') return t('readNext')
    if (!step.reached && step.kind === 'compared') return t('comparedNext')
    return t(step.kind)
  }
}

function Step({ reached, mark, children }: { reached: boolean; mark: string; children: ReactNode }) {
  return (
    <li className="relative flex gap-4 pb-5 not-last:before:absolute not-last:before:top-6 not-last:before:bottom-0 not-last:before:left-[0.6875rem] not-last:before:w-0.5 not-last:before:bg-line last:pb-0">
      <span
        aria-hidden
        className={classNames(
          'mt-1 grid size-6 flex-none place-items-center rounded-full border-2',
          reached ? 'border-moss bg-moss-tint' : 'border-edge bg-paper',
        )}
      >
        {reached ? (
          <svg viewBox="0 0 12 12" className="size-3.5 fill-none stroke-current stroke-2 text-moss">
            <path d="M2 6.5 5 9.5 10 3" />
          </svg>
        ) : null}
      </span>
      <p className={classNames('pt-0.5', reached ? '' : 'text-muted')}>
        <span className="sr-only">{mark} </span>
        {children}
      </p>
    </li>
  )
}
