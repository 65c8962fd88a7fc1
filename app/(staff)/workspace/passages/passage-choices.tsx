import { Select } from '@/components/ui/select'
import type { FacetValues } from '@/lib/data/facet-values'
import type { PassageFilter } from '@/lib/domain/passage-filter'

type Props = { passages: PassageFilter; people: FacetValues['people'] }

/** How the codes combine, who coded, and whether it was agreed on. */
export function PassageChoices({ passages, people }: Props) {
  return (
    <>
      <Select
        name="match"
        label="Of several codes"
        defaultValue={passages.all ? 'all' : ''}
        options={[
          { value: '', label: 'Any of them' },
          { value: 'all', label: 'All of them overlap' },
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
        defaultValue={passages.which?.toLowerCase() ?? ''}
        options={[
          { value: '', label: 'Originals and agreed' },
          { value: 'original', label: 'Originals' },
          { value: 'agreed', label: 'Agreed' },
        ]}
      />
    </>
  )
}
