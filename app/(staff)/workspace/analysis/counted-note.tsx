import type { GroundFigures } from '@/lib/data/analysis-counts'
import type { AnalysisView } from '@/lib/domain/analysis'
import { countInFigures } from '@/lib/domain/analysis-table'

type Props = { view: AnalysisView; ground: GroundFigures }

/** Which kind of codings is counted, and how many of each. */
export function CountedNote({ view, ground }: Props) {
  const { submissions, two, senders, segments, tags, unsettled } = ground
  const of = (count: number, what: string) => `${countInFigures(count)} ${what}${count === 1 ? '' : 's'}`
  const settled = view.count === 'settled'
  return (
    <p className="mt-6 mb-4 max-w-[75ch]">
      Counted: {of(submissions, settled ? 'settled submission' : 'submission')} ({countInFigures(submissions - two)}{' '}
      coded by one, {countInFigures(two)} by two, of which{' '}
      {settled ? 'what was agreed counts' : 'what was agreed counts once settled'})
      {view.unit === 'senders' ? `, sent by ${of(senders, 'sender')}` : ''}. In them {of(segments, 'segment')} and{' '}
      {of(tags, 'code')} on a whole submission, which {tags === 1 ? 'has' : 'have'} no words to open.{' '}
      {settled
        ? `Not counted: ${of(unsettled, 'submission')} not settled yet.`
        : `${of(unsettled, 'submission')} not settled yet.`}
    </p>
  )
}
