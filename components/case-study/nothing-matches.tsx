import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { CallView } from '@/lib/data/calls'
import type { GalleryPage } from '@/lib/data/gallery'
import { galleryAddress, type GalleryChoice } from '@/lib/domain/gallery-filter'

import { chosenFacets } from './facet-options'

type NothingMatchesProps = { path: string; page: GalleryPage; choice: GalleryChoice; call?: CallView | undefined }

/** That nothing matches, and what each choice that is given up would bring. */
export async function NothingMatches({ path, page, choice, call }: NothingMatchesProps) {
  const t = await getTranslations('gallery')
  const on = call ? chosenFacets(call, choice, type => t(`types.${type}`)) : []
  const looser = on.flatMap(({ facet, label }) => {
    const count = facet === 'q' ? undefined : (page.without[facet] ?? 0)
    if (on.length < 2 || count === 0) return []
    const href = galleryAddress(path, { ...choice, [facet]: facet === 'q' ? '' : null })
    return [
      { href, label: count === undefined ? t('empty.words', { words: label }) : t('empty.without', { label, count }) },
    ]
  })
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <LinkButton href={path} variant="secondary">
          {t('empty.clear')}
        </LinkButton>
      }
    >
      {choice.q ? <p>{t('empty.spelling')}</p> : null}
      {looser.length > 0 ? (
        <>
          <p>{t('empty.loosen')}</p>
          <ul>
            {looser.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} prefetch={false} className="inline-flex min-h-control items-center">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </EmptyState>
  )
}
