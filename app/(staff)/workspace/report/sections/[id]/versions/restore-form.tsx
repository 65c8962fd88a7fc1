'use client'

import { restoreSection } from '@/app/(staff)/workspace/report/actions'
import { ActionForm } from '@/components/ui/action-form'

type RestoreFormProps = { id: string; version: number; number: number }

/** Brings a version back, as a new one: what stands now stays in the list. */
export function RestoreForm({ id, version, number }: RestoreFormProps) {
  return (
    <ActionForm key={number} action={restoreSection} submit={`Bring version ${number} back`} variant="secondary" small>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="number" value={number} />
      <p>It becomes the newest version. The text as it stands stays in the list.</p>
    </ActionForm>
  )
}
