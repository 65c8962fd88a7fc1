import { getTranslations } from 'next-intl/server'

import type { Note } from '@/lib/domain/citation-notes'

/** What the numbers in the text stand for: whose evidence it rests on, as consent allows. */
export async function CaseStudyNotes({ notes, level: Heading }: { notes: Note[]; level: 'h2' | 'h3' }) {
  if (notes.length === 0) return null
  const t = await getTranslations('gallery.study')
  return (
    <section aria-labelledby="notes" className="border-t border-line pt-6">
      <Heading id="notes" className="mb-2 text-lg">
        {t('notes')}
      </Heading>
      <ol className="list-decimal pl-6">
        {notes.map(({ n, organisationName, organisationType }) => (
          <li key={n} id={`note-${n}`} value={n} className="max-w-[66ch] target:bg-canal-tint">
            {organisationName
              ? t('noteNamed', { organisation: organisationName })
              : t('noteUnnamed', { type: organisationType ?? 'OTHER' })}
          </li>
        ))}
      </ol>
    </section>
  )
}
