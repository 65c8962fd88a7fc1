import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { analysisQuery, type AnalysisView } from '@/lib/domain/analysis'
import { addressWith } from '@/lib/domain/address'

import { keepAsFigure } from './actions'

/** Keeps what is shown for the report. */
export function KeepFigure({ view, title }: { view: AnalysisView; title: string }) {
  return (
    <Disclosure summary="Keep as a figure for the report" className="no-print mt-4">
      <ActionForm action={keepAsFigure} submit="Keep figure" label="Keep as a figure">
        <input type="hidden" name="kind" value={view.kind} />
        <input type="hidden" name="query" value={addressWith('', analysisQuery(view)).slice(1)} />
        <Field name="title" label="Title" defaultValue={title} maxLength={200} />
        <TextArea name="note" label="Note (optional)" rows={3} />
      </ActionForm>
    </Disclosure>
  )
}
