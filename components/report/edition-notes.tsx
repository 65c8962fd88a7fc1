import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import type { EditionNote, NotePlace } from '@/lib/domain/report-edition'

/** What a note says: whose evidence it is, as consent allows. */
export async function noteInWords(note: EditionNote): Promise<string> {
  const t = await getTranslations('report.note')
  if (note.gone) return t('gone')
  if (note.kind === 'study') return t('study', { title: note.title })
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

/** Where a note's sign stands, in words. */
export async function placeInWords({ number, paragraph }: NotePlace): Promise<string> {
  const t = await getTranslations('report.note')
  return t('place', { kind: /^\d/.test(number) ? 'section' : 'appendix', section: number, paragraph })
}

/** Notes with their words, each with the way back to its sentences, and on to the evidence. */
export async function EditionNotes({ notes, placeOf, section, onward = true }: EditionNotesProps) {
  const t = await getTranslations('report')
  const said = await Promise.all(notes.map(noteInWords))
  const shown = notes.map(({ places }) => places.filter(place => !section || place.section === section))
  const names = await Promise.all(shown.map(places => Promise.all(places.map(placeInWords))))
  return (
    <ol className="flex flex-col gap-4">
      {notes.map((note, index) => (
        <li
          key={note.n}
          id={`note-${note.n}`}
          value={note.n}
          className="ml-8 scroll-mt-4 list-decimal pl-1 target:bg-canal-tint"
        >
          <p className="max-w-[66ch]">{said[index]}</p>
          {note.kind === 'passage' && note.words ? (
            <blockquote dir="auto" className="max-w-[66ch] border-l-4 border-line pl-3 font-serif whitespace-pre-line">
              {note.words}
            </blockquote>
          ) : null}
          {note.kind === 'passage' && !note.words && !note.gone ? (
            <p className="max-w-[66ch] text-muted">{t('note.silent')}</p>
          ) : null}
          <p className="no-print flex flex-wrap gap-x-4">
            <NoteLink note={note} onward={onward} />
            {(shown[index] ?? []).map((place, at) => (
              <a
                key={`${place.section}-${place.at}`}
                href={placeOf(place)}
                className="inline-flex min-h-control items-center"
              >
                {t('note.back', { place: names[index]?.[at] ?? '' })}
              </a>
            ))}
          </p>
        </li>
      ))}
    </ol>
  )
}

async function NoteLink({ note, onward }: { note: EditionNote; onward: boolean }) {
  const t = await getTranslations('report.note')
  const look = 'inline-flex min-h-control items-center'
  if (note.kind === 'study')
    return note.gone ? null : (
      <Link href={`/case-studies/${note.slug}`} prefetch={false} className={look}>
        {t('readStudy')}
      </Link>
    )
  if (!onward) return null
  return (
    <Link href={`/report/notes/${note.n}`} prefetch={false} className={look}>
      {t('read', { n: note.n })}
    </Link>
  )
}
