import { Button } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/fieldset'
import { Select } from '@/components/ui/select'
import type { CodeChoice } from '@/lib/data/facet-values'
import { gridColumnNames, gridColumns, mostCodes, type GridView } from '@/lib/domain/grid-columns'
import { inAddress } from '@/lib/domain/address'
import { filterQuery, type SubmissionFilter } from '@/lib/domain/submission-filter'

type Props = { path: string; filter: SubmissionFilter; view: GridView; codes: CodeChoice[] }

/** Which columns stand, in a form whose answers are the address. */
export function ColumnForm({ path, filter, view, codes }: Props) {
  const filters = Object.entries(filterQuery(filter)).flatMap(([name, value]) =>
    [value].flat().flatMap(one => (one ? [{ name, value: one }] : [])),
  )
  return (
    <form method="get" action={path} aria-label="Choose columns" className="flex flex-col gap-4">
      {filters.map(({ name, value }) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="column" value="title" />
      <input type="hidden" name="sort" value={view.sort} />
      <input type="hidden" name="order" value={view.descending ? 'down' : 'up'} />
      <div className="grid gap-6 sm:grid-cols-2">
        <Fieldset id="columns" label="Columns">
          <div className="flex flex-col">
            {gridColumns.map(column => (
              <Tick
                key={column}
                name="column"
                value={inAddress(column)}
                label={gridColumnNames[column]}
                on={view.columns.includes(column)}
              />
            ))}
          </div>
        </Fieldset>
        <div className="flex flex-col gap-4">
          <Fieldset id="code-columns" label="Codes" hint={`The first ${mostCodes} that are ticked`}>
            <div className="relative flex max-h-72 flex-col overflow-y-auto">
              {codes.map(({ id, name, depth }) => (
                <Tick
                  key={id}
                  name="codes"
                  value={id}
                  label={`${'– '.repeat(depth)}${name}`}
                  on={view.codes.includes(id)}
                />
              ))}
            </div>
          </Fieldset>
          <Select
            name="cells"
            label="Under a code"
            defaultValue={view.cells === 'PASSAGE' ? 'passage' : 'count'}
            options={[
              { value: 'count', label: 'How many codings' },
              { value: 'passage', label: 'The first passage' },
            ]}
          />
        </div>
      </div>
      <div>
        <Button variant="secondary">Show columns</Button>
      </div>
    </form>
  )
}

function Tick({ name, value, label, on }: { name: string; value: string; label: string; on: boolean }) {
  return (
    <label className="flex min-h-6 items-start gap-2 py-0.5 leading-snug">
      <input type="checkbox" name={name} value={value} defaultChecked={on} className="tick" />
      <span className="min-w-0 flex-1">{label}</span>
    </label>
  )
}
