import { getLocale, getTranslations } from 'next-intl/server'

import type { OrganisationType } from '@/lib/domain/submission'
import { listInWords } from '@/lib/i18n/in-words'

type Named = { organisationName: string | null; organisationType: OrganisationType | null; placeNames: string[] }

/** "Hope House", or "A faith group in Dudley and Walsall" where the name is not ours to give. */
export async function whoDidIt({ organisationName, organisationType, placeNames }: Named): Promise<string> {
  if (organisationName) return organisationName
  const [t, locale] = await Promise.all([getTranslations('gallery'), getLocale()])
  const who = t('unnamed', { type: organisationType ?? 'other' })
  const places = placeNames.filter(isPlace)
  return places.length > 0 ? t('in', { who, places: listInWords(places, locale) }) : who
}

/** The places that `whoDidIt` has not said. */
export function placesBeside({ organisationName, placeNames }: Named): string[] {
  return organisationName ? placeNames : placeNames.filter(name => !isPlace(name))
}

/** "Across the region" and "Somewhere else" say where, but nothing is in them. */
function isPlace(name: string): boolean {
  return !/^(across|somewhere)\b/i.test(name)
}
