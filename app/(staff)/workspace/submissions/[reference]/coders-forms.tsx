'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import type { CodingPlanView } from '@/lib/data/coding-plan-view'

import { changeCoder, codeByOne, codeByTwo } from './coding-actions'

type Lead = NonNullable<CodingPlanView['lead']>

/** What a lead decides: whether two code it, and who they are. */
export function CodersForms({ reference, plan, lead }: { reference: string; plan: CodingPlanView; lead: Lead }) {
  if (lead.mayDouble) return <MakeDouble reference={reference} plan={plan} lead={lead} />
  if (!plan.blind) return null
  return (
    <Disclosure summary="Change who the two are">
      <div className="flex flex-col gap-6">
        <Exchange reference={reference} plan={plan} lead={lead} />
        <ActionForm action={codeByOne} submit="Let it be coded in the open" variant="secondary" small>
          <input type="hidden" name="reference" value={reference} />
          <p className="text-sm text-muted">Only while nobody has begun to code it. Both stay assigned.</p>
        </ActionForm>
      </div>
    </Disclosure>
  )
}

function peopleOf(people: { id: string; name: string; team: string }[]) {
  return [
    { value: '', label: 'Select a person' },
    ...people.map(({ id, name, team }) => ({ value: id, label: `${name} (${team})` })),
  ]
}

function MakeDouble({ reference, plan, lead }: { reference: string; plan: CodingPlanView; lead: Lead }) {
  const [first, second] = plan.assigned
  return (
    <Disclosure summary="Have two people code it">
      <ActionForm
        action={codeByTwo}
        submit="Have both code it blind"
        variant="secondary"
        small
        idPrefix="two-"
        label="Have two people code it"
      >
        {errorOf => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <p className="text-sm text-muted">
              Two people of different teams, who do not see each other’s work until both have finished. Anybody else is
              taken off.
            </p>
            <Select
              name="firstId"
              id="two-firstId"
              label="First coder"
              defaultValue={first?.id ?? ''}
              error={errorOf('firstId')}
              options={peopleOf(lead.candidates)}
            />
            <Select
              name="secondId"
              id="two-secondId"
              label="Second coder"
              defaultValue={second?.id ?? ''}
              error={errorOf('secondId')}
              options={peopleOf(lead.candidates)}
            />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}

function Exchange({ reference, plan, lead }: { reference: string; plan: CodingPlanView; lead: Lead }) {
  const open = plan.assigned.filter(({ finished }) => !finished)
  const places = [
    ...(plan.assigned.length < 2 ? [{ value: '', label: 'The empty place' }] : []),
    ...open.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const seated = new Set(plan.assigned.map(({ id }) => id))
  return (
    <ActionForm
      action={changeCoder}
      submit="Give the place"
      variant="secondary"
      small
      idPrefix="seat-"
      label="Change who the two are"
    >
      {errorOf => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <p className="text-sm text-muted">
            Whoever takes a place reads it from the beginning; what was coded from that place so far is set aside.
          </p>
          <Select
            name="fromId"
            id="seat-fromId"
            label="Whose place"
            defaultValue={places[0]?.value ?? ''}
            error={errorOf('fromId')}
            options={places}
          />
          <Select
            name="toId"
            id="seat-toId"
            label="Goes to"
            defaultValue=""
            error={errorOf('toId')}
            options={peopleOf(lead.candidates.filter(({ id }) => !seated.has(id)))}
          />
        </>
      )}
    </ActionForm>
  )
}
