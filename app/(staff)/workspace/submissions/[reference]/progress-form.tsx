'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { SubmissionView } from '@/lib/data/submissions'
import { decisionNames, stageNames, stages } from '@/lib/domain/submission'

import { changeProgress } from './actions'

type Props = {
  submission: Pick<SubmissionView, 'reference' | 'version' | 'stage' | 'decision' | 'decisionReason' | 'allows'>
}

/** Stage and decision. Saved together; where somebody else saved meanwhile, both are shown. */
export function ProgressForm({ submission }: Props) {
  const { reference, version, stage, decision, decisionReason, allows } = submission
  return (
    <ActionForm action={changeProgress} submit="Save progress" done="Saved." version={version} label="Progress">
      {errorOf => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <Select
            key={stage}
            name="stage"
            label="Stage"
            hint={allows.settle ? undefined : 'Only a lead can settle it.'}
            defaultValue={stage}
            error={errorOf('stage')}
            options={stages.map(value => ({
              value,
              label: stageNames[value],
              disabled: !allows.settle && value !== stage && (value === 'SETTLED' || stage === 'SETTLED'),
            }))}
          />
          <Radios
            name="decision"
            label="Decision"
            defaultValue={decision ?? 'NONE'}
            error={errorOf('decision')}
            choices={[
              { value: 'NONE', label: 'None yet' },
              { value: 'SHORTLISTED', label: decisionNames.SHORTLISTED },
              {
                value: 'NOT_TAKEN_FORWARD',
                label: decisionNames.NOT_TAKEN_FORWARD,
                reveal: (
                  <TextArea
                    name="reason"
                    label="Reason"
                    rows={3}
                    defaultValue={decisionReason ?? ''}
                    error={errorOf('reason')}
                  />
                ),
              },
            ]}
          />
        </>
      )}
    </ActionForm>
  )
}
