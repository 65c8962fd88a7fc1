'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'

import { publish } from '@/app/(staff)/workspace/case-studies/actions'

import { changeAddress, dropPlan, plan } from './approval-actions'

type At = { id: string; version: number }

function Which({ id, version }: At) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
}

export function PublishForm(at: At) {
  return (
    <ActionForm action={publish} submit="Publish" small>
      <Which {...at} />
    </ActionForm>
  )
}

export function PlanForm(at: At) {
  return (
    <Disclosure summary="Publish at a set time">
      <ActionForm action={plan} submit="Set the time" variant="secondary">
        {errorOf => (
          <>
            <Which {...at} />
            <Field
              name="at"
              type="datetime-local"
              label="Day and time"
              hint="UK time (Europe/London)."
              error={errorOf('at')}
              width="medium"
            />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}

export function DropPlanForm({ done, ...at }: At & { done: boolean }) {
  return (
    <ActionForm action={dropPlan} submit={done ? 'Clear this note' : 'Do not publish it then'} variant="quiet" small>
      <Which {...at} />
    </ActionForm>
  )
}

export function AddressForm({ id, slug, wasPublic }: { id: string; slug: string; wasPublic: boolean }) {
  return (
    <Disclosure summary="Change its address">
      <ActionForm action={changeAddress} submit="Change the address" variant="secondary">
        {errorOf => (
          <>
            <input type="hidden" name="id" value={id} />
            <Field
              name="slug"
              label="End of the address"
              hint={wasPublic ? 'The present address will lead on to the new one.' : undefined}
              defaultValue={slug}
              error={errorOf('slug')}
              width="full"
              autoComplete="off"
              spellCheck={false}
            />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}
