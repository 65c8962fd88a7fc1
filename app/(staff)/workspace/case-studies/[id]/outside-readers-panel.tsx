import { Tag } from '@/components/ui/tag'
import type { DeskView } from '@/lib/data/case-study-desk'
import { londonDateTime } from '@/lib/domain/london-time'
import { readersThatCount } from '@/lib/domain/outside-reader'

import { NameReaderForm, ReaderWordForm } from './outside-reader-forms'

/** Whether there is anything to say or do about readers outside the teams. */
export function needsReaders({ outsideReaders, otherTeams, allows }: DeskView): boolean {
  return outsideReaders.length > 0 || (allows.nameReader && readersThatCount(otherTeams.length) > 0)
}

/** Readers whom a lead has named where too few other teams are left, and their word. */
export function OutsideReadersPanel({ study }: { study: DeskView }) {
  const { id, version, status, outsideReaders, otherTeams, allows } = study
  const counting = readersThatCount(otherTeams.length)
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">
        {counting > 0
          ? 'Fewer than two other teams can review this case study. The word of a reader outside them counts as that of a team.'
          : 'Two other teams can review this case study: the word of a reader outside them does not count.'}
      </p>
      <ul className="flex flex-col gap-4">
        {outsideReaders.map(({ id: reader, name, standing, namedBy, word }) => (
          <li key={reader}>
            <p>
              <span className="font-semibold">{name}</span>, {standing}
            </p>
            <p className="text-sm text-muted">Named by {namedBy}.</p>
            {word ? (
              <>
                <p className="mt-1 flex flex-wrap gap-1.5">
                  <Tag tone={word.verdict === 'APPROVE' ? 'moss' : 'furnace'}>
                    {word.verdict === 'APPROVE' ? 'Approved' : 'Changes requested'}
                  </Tag>
                  {word.current ? null : <Tag>An earlier text</Tag>}
                </p>
                <p className="mt-1 whitespace-pre-line">{word.note}</p>
                <p className="text-sm text-muted">{londonDateTime(word.at)}</p>
              </>
            ) : null}
            {allows.nameReader && status === 'IN_REVIEW' && counting > 0 ? (
              <ReaderWordForm id={id} version={version} reader={reader} name={name} />
            ) : null}
          </li>
        ))}
      </ul>
      {allows.nameReader && counting > outsideReaders.length ? <NameReaderForm id={id} /> : null}
    </div>
  )
}
