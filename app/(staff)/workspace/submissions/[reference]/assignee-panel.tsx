'use client'

import Link from 'next/link'

import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Tag } from '@/components/ui/tag'
import type { AssignedView, AssigneeView } from '@/lib/data/assignments'
import type { CodingPlanView } from '@/lib/data/coding-plan-view'
import type { WaitingView } from '@/lib/data/my-work'

import { changeAssignment } from './actions'
import { sayFinished } from './coding-actions'
import { CodersForms } from './coders-forms'
import { InterestForms } from './interest-forms'

type Props = { reference: string; plan: CodingPlanView; people: AssigneeView[]; next: WaitingView | null }

/** Who codes a submission, one or two; leads choose among all teams, researchers in their own. */
export function AssigneePanel({ reference, plan, people, next }: Props) {
  const { assigned, own, double, lead } = plan
  const taken = new Set([...assigned.map(({ id }) => id), ...plan.conflicted])
  const free = double ? [] : people.filter(({ id }) => !taken.has(id))
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{howCoded(plan)}</p>
      {assigned.length > 0 ? (
        <ul aria-label="People assigned" className="border-t border-line">
          {assigned.map(person => (
            <Assigned key={person.id} reference={reference} person={person} />
          ))}
        </ul>
      ) : (
        <p className="text-muted">Nobody yet.</p>
      )}
      {own && !own.finished ? (
        <ActionForm action={sayFinished} submit="I have finished coding" small>
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="finished" value="yes" />
        </ActionForm>
      ) : null}
      {own?.finished ? <NextToCode next={next} /> : null}
      {own?.finished && own.mayTakeBack ? (
        <ActionForm
          action={sayFinished}
          submit="I have not finished after all"
          variant="quiet"
          small
          className="-ml-control-pad"
        >
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="finished" value="no" />
        </ActionForm>
      ) : null}
      {plan.maySettle ? (
        <p>
          <LinkButton href={`/workspace/submissions/${reference}/settle`} variant="secondary">
            Compare and settle
          </LinkButton>
        </p>
      ) : null}
      {free.length > 0 ? (
        <ActionForm action={changeAssignment} submit="Assign" variant="secondary" small label="Assign somebody">
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="assigned" value="yes" />
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
      {lead ? <CodersForms reference={reference} plan={plan} lead={lead} /> : null}
      <InterestForms reference={reference} interest={plan.interest} declared={lead?.interests ?? []} />
    </div>
  )
}

function NextToCode({ next }: { next: WaitingView | null }) {
  if (!next) return <p className="text-muted">Nothing else of yours is left to code.</p>
  return (
    <p>
      <span className="text-muted">Next of yours to code:</span>{' '}
      <Link href={`/workspace/submissions/${next.reference}`} prefetch={false} className="inline-block min-h-6">
        {next.title}
      </Link>
    </p>
  )
}

function howCoded({ double, blind, assigned }: CodingPlanView): string {
  if (!double) return 'Coded by one.'
  if (!blind) return 'Coded by two. Both have finished, and what each coded can be seen.'
  return assigned.length < 2
    ? 'Coded by two, blind. One of the two places is empty: a lead chooses who takes it.'
    : 'Coded by two, blind: until both have finished, nobody sees what either of them codes.'
}

function Assigned({ reference, person }: { reference: string; person: AssignedView }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line py-1.5">
      <span>
        {person.name} <span className="text-sm text-muted">{person.team}</span>
      </span>
      <span className="flex items-center gap-2">
        {person.disabled ? <Tag tone="furnace">Account disabled</Tag> : null}
        {person.finished ? <Tag tone="moss">Finished</Tag> : null}
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
            <input type="hidden" name="reference" value={reference} />
            <input type="hidden" name="personId" value={person.id} />
            <input type="hidden" name="assigned" value="no" />
          </ActionForm>
        ) : null}
      </span>
    </li>
  )
}
