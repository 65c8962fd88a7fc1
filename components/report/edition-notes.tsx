import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import type { EditionNote, NotePlace } from '@/lib/domain/report-edition'

/** What a note says: whose evidence it is, as consent allows. */
export async function noteInWords(note: EditionNote): Promise<string> {
  const t = await getTranslations('report.note')
  if (note.kind === 'study') return t('study', { title: note.title })
  if (note.gone) return t('gone')
  const who = note.organisationName
    ? t('named', { organisation: note.organisationName })
    : t('unnamed', { type: note.organisationType ?? 'OTHER' })
  return t('passage', { code: note.code, who })
}

type EditionNotesProps = {
  notes: readonly EditionNote[]
  /** Where the sentence is that a note belongs to. */
  placeOf: (place: NotePlace) => string
  /** The section whose page this is: only its own places lead back. */
  section?: string
  /** Whether each leads on to a page of its own: readers have one, who looks at what is not published has not. */
  onward?: boolean
}

/** Notes with their words, each with the way back to its sentences, and on to the evidence. */
export async function EditionNotes({ notes, placeOf, section, onward = true }: EditionNotesProps) {
  const t = await getTranslations('report')
  const said = await Promise.all(notes.map(noteInWords))
  return (
    <ol className="flex flex-col gap-4">
      {notes.map((note, index) => (
        <li key={note.n} id={`note-${note.n}`} value={note.n} className="ml-8 list-decimal pl-1 target:bg-canal-tint">
          <p className="max-w-[66ch]">{said[index]}</p>
          {note.kind === 'passage' && note.words ? (
            <blockquote dir="auto" className="max-w-[66ch] border-l-4 border-line pl-3 font-serif whitespace-pre-line">
              {note.words}
            </blockquote>
          ) : null}
          {note.kind === 'passage' && !note.words && !note.gone ? (
            <p className="max-w-[66ch] text-muted">{t('note.silent')}</p>
          ) : null}
          <p className="flex flex-wrap gap-x-4">
            {note.kind === 'study' ? (
              <Link href={`/case-studies/${note.slug}`} prefetch={false} className="inline-flex min-h-6 items-center">
                {t('note.readStudy')}
              </Link>
            ) : onward ? (
              <Link href={`/report/notes/${note.n}`} prefetch={false} className="inline-flex min-h-6 items-center">
                {t('note.read', { n: note.n })}
              </Link>
            ) : null}
            {note.places
              .filter(place => !section || place.section === section)
              .map(place => (
                <a
                  key={`${place.section}-${place.at}`}
                  href={placeOf(place)}
                  className="inline-flex min-h-6 items-center"
                >
                  {t('note.back', { place: t('note.place', { section: place.number, paragraph: place.paragraph }) })}
                </a>
              ))}
          </p>
        </li>
      ))}
    </ol>
  )
}
