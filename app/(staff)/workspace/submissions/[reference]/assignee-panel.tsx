'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Select } from '@/components/ui/select'
import type { AssigneeView } from '@/lib/data/assignments'

import { changeAssignment } from './actions'

type Props = { reference: string; assignees: AssigneeView[]; people: AssigneeView[] }

/** Who works on a submission; leads choose among all teams, researchers in their own. */
export function AssigneePanel({ reference, assignees, people }: Props) {
  const free = people.filter(person => assignees.every(assignee => assignee.id !== person.id))
  return (
    <>
      {assignees.length > 0 ? (
        <ul aria-label="People assigned" className="mb-4 border-t border-line">
          {assignees.map(person => (
            <li key={person.id} className="flex items-center justify-between gap-3 border-b border-line py-1.5">
              <span>
                {person.name} <span className="text-sm text-muted">{person.team}</span>
              </span>
              {person.removable ? (
                <ActionForm
                  action={changeAssignment}
                  submit={
                    <>
                      Unassign<span className="sr-only"> {person.name}</span>
                    </>
                  }
                  variant="quiet"
                  small
                >
                  <input type="hidden" name="reference" value={reference} readOnly />
                  <input type="hidden" name="personId" value={person.id} readOnly />
                  <input type="hidden" name="assigned" value="no" readOnly />
                </ActionForm>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-4 text-muted">Nobody yet.</p>
      )}
      {free.length > 0 ? (
        <ActionForm action={changeAssignment} submit="Assign" variant="secondary" small label="Assign somebody">
          <input type="hidden" name="reference" value={reference} readOnly />
          <input type="hidden" name="assigned" value="yes" readOnly />
          <Select
            name="personId"
            label="Person"
            defaultValue=""
            options={[
              { value: '', label: 'Select a person' },
              ...free.map(person => ({ value: person.id, label: `${person.name} (${person.team})` })),
            ]}
          />
        </ActionForm>
      ) : null}
    </>
  )
}
