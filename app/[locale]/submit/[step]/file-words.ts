import { getTranslations } from 'next-intl/server'

import { fileFaults, fileRefusals } from '@/lib/domain/material'

const told = { name: '{name}', percent: '{percent}' }

/** The words around files, with `{name}` and `{percent}` left for the browser to fill in. */
export async function fileWords() {
  const t = await getTranslations('submit.files')
  return {
    label: t('label'),
    hint: t('hint'),
    withoutScript: t('withoutScript'),
    choose: t('choose'),
    chooseAnother: t('chooseAnother'),
    photograph: t('photograph'),
    add: t('add'),
    full: t('full'),
    list: t('list'),
    sending: t('sending', told),
    looking: t('looking'),
    queued: t('queued'),
    cancel: t('cancel'),
    cancelOf: t('cancelOf', told),
    retry: t('retry'),
    retryOf: t('retryOf', told),
    remove: t('remove'),
    removeOf: t('removeOf', told),
    alt: t('alt', told),
    altHint: t('altHint'),
    altSave: t('altSave'),
    altSaved: t('altSaved'),
    altFailed: t('altFailed'),
    waiting: t('waiting'),
    infected: t('infected'),
    unfinished: t('unfinished'),
    said: {
      added: t('said.added', told),
      removed: t('said.removed', told),
      cancelled: t('said.cancelled', told),
      failed: t('said.failed', told),
    },
    errors: {
      large: t('errors.large'),
      empty: t('errors.empty'),
      many: t('errors.many'),
      long: t('errors.long'),
      unreachable: t('errors.unreachable'),
    },
  }
}
export type FileWords = Awaited<ReturnType<typeof fileWords>>

/** What a page that was loaded anew after a form of files says: it went well, or why not. Null for what is no such news. */
export async function fileNews(news: unknown): Promise<{ ok: boolean; text: string } | null> {
  const t = await getTranslations('submit.files')
  const good = (['added', 'described', 'removed'] as const).find(known => known === news)
  if (good) return { ok: true, text: t(`news.${good}`) }
  const bad = [...fileFaults, ...fileRefusals].find(known => known === news)
  return bad ? { ok: false, text: t(`errors.${bad}`) } : null
}
