import { getTranslations } from 'next-intl/server'

import { openPaths, type OpenFormat } from '@/lib/domain/open-data'

const formats: readonly OpenFormat[] = ['csv', 'json', 'jsonl']

/** What there is to take away, and what each is for. */
export async function Files() {
  const t = await getTranslations('data.files')
  const all = [
    ...formats.map(format => ({ name: t(format), text: t(`${format}Text`), href: openPaths.file(format) })),
    { name: t('feed'), text: t('feedText'), href: openPaths.feed },
  ]
  return (
    <ul className="grid max-w-[72ch] gap-4">
      {all.map(({ name, text, href }) => (
        <li key={href} className="border-l-4 border-canal pl-4">
          <a href={href} className="inline-flex min-h-control items-center text-lg font-semibold">
            {name}
          </a>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  )
}
