import { getLocale, getTranslations } from 'next-intl/server'

import { filesOf } from '@/lib/data/files'
import { everythingKept } from '@/lib/domain/draft-answers'
import { stepNames } from '@/lib/domain/step-fields'
import type { EvidenceCopy } from '@/lib/exchange/evidence-copy'
import { dateInWords } from '@/lib/i18n/in-words'
import { asTerm, stepInWords } from './answer-words'
import { loadWizard, type Wizard } from './wizard'

/** What this browser's draft holds, as a file to keep, made by `make`; 404 where there is nothing, or where it was sent. */
export async function answerWithDraft(
  kind: { type: string; ending: string },
  make: (copy: EvidenceCopy) => Promise<BodyInit> | BodyInit,
): Promise<Response> {
  const wizard = await loadWizard()
  const privately = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' }
  const t = await getTranslations('submit.closedPage')
  const copy = wizard.draft && !wizard.draft.sent ? await copyOf(wizard.draft, wizard) : null
  if (!copy) return new Response(null, { status: 404, headers: privately })
  const name = `${t('copy.file')}.${kind.ending}`
  const headers = { ...privately, 'content-type': kind.type, 'content-disposition': `attachment; filename="${name}"` }
  return new Response(await make(copy), { headers })
}

async function copyOf(draft: NonNullable<Wizard['draft']>, { call, form }: Wizard): Promise<EvidenceCopy> {
  const [t, evidence, locale, files] = await Promise.all([
    getTranslations('submit'),
    getTranslations('evidence.copy'),
    getLocale(),
    filesOf(draft.id),
  ])
  const kept = everythingKept(draft.kept)
  const steps = await Promise.all(
    stepNames.flatMap(step => {
      const values = kept[step]
      return values
        ? [stepInWords(step, values, form).then(items => ({ heading: t(`check.sections.${step}`), items }))]
        : []
    }),
  )
  return {
    language: locale,
    title: t('closedPage.copy.title'),
    lead: t('closedPage.copy.lead', { call: call.name, day: dateInWords(new Date(), locale) }),
    sections: [
      ...steps.map(({ heading, items }) => ({
        heading,
        items: items.map(({ label, value }) => ({ label: asTerm(label), value: value || t('check.none') })),
      })),
      ...(files.length > 0
        ? [{ heading: asTerm(t('files.label')), items: files.map(({ name, alt }) => ({ label: name, value: alt })) }]
        : []),
    ],
    unshown: evidence('unshown'),
  }
}
