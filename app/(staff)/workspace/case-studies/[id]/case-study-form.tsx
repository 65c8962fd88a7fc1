'use client'

import { RegionTiles } from '@/components/region/region-tiles'
import { ActionForm } from '@/components/ui/action-form'
import { Checkboxes } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { TextArea } from '@/components/ui/text-area'
import type { CallView } from '@/lib/data/calls'
import type { DeskView } from '@/lib/data/case-study-desk'
import { caseStudyLimits, fieldNames, type ProseField, type WrittenField } from '@/lib/domain/case-study'

import { saveCaseStudy } from '@/app/(staff)/workspace/case-studies/actions'

import { caseStudyFormId } from './unsaved-text'
import { ProseEditor } from './writing/prose-editor'

const hints: Partial<Record<WrittenField, string>> = {
  title: 'What was done, in a few words. Readers see it first.',
  summary: 'One sentence that says who did what, and what came of it.',
  quotation: 'In the words of the evidence, without quotation marks.',
  quotationSource: 'As far as consent allows, for example “Volunteer, Dudley”.',
  decisionArea: 'Which decisions it can inform, for example “Public health”.',
}

/** The text of a case study, to be written. The preview shows it as readers will see it. */
export function CaseStudyForm({ study, call }: { study: DeskView; call: CallView }) {
  return (
    <ActionForm
      id={caseStudyFormId}
      action={saveCaseStudy}
      version={study.version}
      submit="Save"
      done="Saved."
      className="gap-6"
      guarded
    >
      {errorOf => {
        const shared = (name: Exclude<WrittenField, ProseField>) => ({
          name,
          label: fieldNames[name],
          hint: hints[name],
          error: errorOf(name),
          defaultValue: study[name],
        })
        const area = (name: Exclude<WrittenField, ProseField>, rows: number) => (
          <TextArea {...shared(name)} rows={rows} limit={limitOf(name)} className="max-w-none" />
        )
        const section = (name: ProseField) => (
          <ProseEditor
            name={name}
            label={fieldNames[name]}
            hint={hints[name]}
            error={errorOf(name)}
            prose={study[name]}
            most={caseStudyLimits[name]}
          />
        )
        return (
          <>
            <input type="hidden" name="id" value={study.id} readOnly />
            <Field {...shared('title')} width="full" />
            {area('summary', 3)}
            {section('whatHappened')}
            {section('whatWasNew')}
            {section('difference')}
            {section('learning')}
            {area('quotation', 3)}
            <Field {...shared('quotationSource')} />
            <Field {...shared('decisionArea')} />
            <Fieldset id="placeKeys" label={fieldNames.places} error={errorOf('placeKeys')}>
              <RegionTiles
                mode="checkboxes"
                name="placeKeys"
                label={fieldNames.places}
                othersLabel="Not tied to one place"
                selected={study.placeKeys}
                places={call.places}
              />
            </Fieldset>
            <Checkboxes
              name="promptKeys"
              label={fieldNames.themes}
              error={errorOf('promptKeys')}
              defaultValue={study.promptKeys}
              choices={call.prompts.map(({ key, theme }) => ({ value: key, label: theme }))}
            />
            <Checkboxes
              name="lensKeys"
              label={fieldNames.lenses}
              error={errorOf('lensKeys')}
              defaultValue={study.lensKeys}
              choices={call.lenses.map(({ key, label }) => ({ value: key, label }))}
            />
          </>
        )
      }}
    </ActionForm>
  )
}

function limitOf(name: WrittenField) {
  return {
    unit: 'characters',
    most: caseStudyLimits[name],
    words: {
      limit: 'You can enter up to {count} characters',
      left: { one: '{count} character left', other: '{count} characters left' },
      over: { one: '{count} character too many', other: '{count} characters too many' },
    },
  } as const
}
