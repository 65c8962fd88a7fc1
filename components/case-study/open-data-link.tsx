import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { openPaths } from '@/lib/domain/open-data'

/** Where the same can be taken away as data, at the foot of a list. */
export async function OpenDataLink() {
  const t = await getTranslations('gallery')
  return (
    <p className="no-print mt-10 text-muted">
      {t.rich('openData', {
        data: words => (
          <Link href={openPaths.page} prefetch={false}>
            {words}
          </Link>
        ),
        feed: words => <a href={openPaths.feed}>{words}</a>,
      })}
    </p>
  )
}
