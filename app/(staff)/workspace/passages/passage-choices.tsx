import { Select } from '@/components/ui/select'
import type { FacetValues } from '@/lib/data/facet-values'
import { londonDate } from '@/lib/domain/london-time'
import type { CountedPassages, PassageFilter } from '@/lib/domain/passage-filter'

type Props = { passages: PassageFilter; people: FacetValues['people'] }

/** How the codes combine, who coded, and whether it was agreed on. */
export function PassageChoices({ passages, people }: Props) {
  return (
    <>
      <Select
        name="match"
        label="Of several codes"
        defaultValue={passages.all === 'SUBMISSION' ? 'submission' : passages.all ? 'all' : ''}
        options={[
          { value: '', label: 'Any of them' },
          { value: 'all', label: 'All of them overlap' },
          { value: 'submission', label: 'All of them in one submission' },
        ]}
      />
      <Select
        name="below"
        label="Codes below them"
        defaultValue={passages.below ? '' : 'no'}
        options={[
          { value: '', label: 'Count too' },
          { value: 'no', label: 'Left out' },
        ]}
      />
      <Select
        name="by"
        label="Coded by"
        defaultValue={passages.by[0] ?? ''}
        options={[
          { value: '', label: 'Anybody' },
          ...people.map(({ id, name, team }) => ({ value: id, label: `${name} (${team})` })),
        ]}
      />
      <Select
        name="which"
        label="Codings"
        defaultValue={passages.counted?.count ?? passages.which?.toLowerCase() ?? ''}
        options={[
          { value: '', label: 'Originals and agreed' },
          { value: 'original', label: 'Originals' },
          { value: 'agreed', label: 'Agreed' },
          { value: 'settled', label: 'What figures count: settled' },
          { value: 'so-far', label: 'What figures count: all so far' },
        ]}
      />
      {passages.counted ? <OfFigure {...passages.counted} /> : null}
    </>
  )
}

/** What the cell of a figure asks for beside the filters; the form keeps it. */
function OfFigure({ coded, from, until }: CountedPassages) {
  const said = [
    ...(coded === 'both' ? [] : [`Coded by ${coded}`]),
    ...(from ? [`sent from ${londonDate(`${from}T12:00:00Z`)}`] : []),
    ...(until ? [`before ${londonDate(`${until}T12:00:00Z`)}`] : []),
  ]
  return said.length > 0 ? (
    <p className="text-sm">
      {said.join(', ')}
      {coded === 'both' ? null : <input type="hidden" name="coded" value={coded} />}
      {from ? <input type="hidden" name="from" value={from} /> : null}
      {until ? <input type="hidden" name="until" value={until} /> : null}
    </p>
  ) : null
}
