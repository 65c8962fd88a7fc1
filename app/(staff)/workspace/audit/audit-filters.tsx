import { Field } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { Select } from '@/components/ui/select'
import { auditAddress, type AuditFilter } from '@/lib/domain/audit-filter'
import { deedInWords } from '@/lib/domain/audit-sentence'

type Choices = { people: { id: string; name: string }[]; actions: string[] }

export function AuditFilters({ filter, choices }: { filter: AuditFilter; choices: Choices }) {
  const filtered = Object.values(filter).some(Boolean)
  return (
    <div className="mb-6">
      <Filters
        label="Filter the trail"
        action="/workspace/audit"
        applyLabel="Apply"
        clear={filtered ? { href: auditAddress({}), label: 'Clear all filters' } : undefined}
      >
        <Select
          name="person"
          label="Person"
          defaultValue={filter.person ?? ''}
          options={[
            { value: '', label: 'Anyone' },
            ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          name="action"
          label="What was done"
          defaultValue={filter.action ?? ''}
          options={[
            { value: '', label: 'Anything' },
            ...choices.actions.map(action => ({ value: action, label: `… ${deedInWords(action)}` })),
          ]}
        />
        <Field name="day" label="Day" type="date" width="short" defaultValue={filter.day} />
        <Field name="thing" label="To what" hint="A reference or an id." defaultValue={filter.thing} />
      </Filters>
    </div>
  )
}
