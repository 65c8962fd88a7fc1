'use client'

import { RegionTiles } from '@/components/region/region-tiles'
import type { FieldErrors } from '@/components/ui/action-form'
import { Checkboxes } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { TextArea } from '@/components/ui/text-area'
import type { CallView } from '@/lib/data/calls'
import type { DeskView } from '@/lib/data/case-study-desk'
import { caseStudyLimits, fieldNames, type ProseField, type WrittenField } from '@/lib/domain/case-study'

import { StudyEditor } from './study-editor'

type LineField = Exclude<WrittenField, ProseField>

const hints: Partial<Record<WrittenField, string>> = {
  title: 'What was done, in a few words. Readers see it first.',
  summary: 'One sentence that says who did what, and what came of it.',
  quotation: 'In the words of the evidence, without quotation marks.',
  quotationSource: 'As far as consent allows, for example “Volunteer, Dudley”.',
  decisionArea: 'Which decisions it can inform, for example “Public health”.',
}

type StudyFieldsProps = { study: DeskView; call: CallView; errorOf: FieldErrors }

/** All that is written and chosen for a case study, in the order in which readers get it. */
export function StudyFields({ study, call, errorOf }: StudyFieldsProps) {
  const shared = (name: LineField) => ({
    name,
    label: fieldNames[name],
    hint: hints[name],
    error: errorOf(name),
    defaultValue: study[name],
  })
  const area = (name: LineField) => <TextArea {...shared(name)} rows={3} limit={limitOf(name)} className="max-w-none" />
  const section = (name: ProseField) => (
    <StudyEditor
      caseStudyId={study.id}
      name={name}
      label={fieldNames[name]}
      error={errorOf(name)}
      prose={study[name]}
      most={caseStudyLimits[name]}
    />
  )
  return (
    <>
      <Field {...shared('title')} width="full" />
      {area('summary')}
      {section('whatHappened')}
      {section('whatWasNew')}
      {section('difference')}
      {section('learning')}
      {area('quotation')}
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
