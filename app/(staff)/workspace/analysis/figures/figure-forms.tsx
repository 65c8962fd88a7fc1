import { dropFigure, renameFigure } from '@/app/(staff)/workspace/analysis/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import type { FigureView } from '@/lib/data/figures'

/** Another title and note for a figure, or its end. */
export function FigureForms({ figure: { id, title, note, version } }: { figure: FigureView }) {
  const prefix = `${id}-`
  return (
    <Disclosure summary={`Change “${title}”`} className="mt-1">
      <ActionForm action={renameFigure} submit="Save" done="Saved." version={version} idPrefix={prefix} key={version}>
        <input type="hidden" name="id" value={id} />
        <Field id={`${prefix}title`} name="title" label="Title" defaultValue={title} maxLength={200} />
        <TextArea id={`${prefix}note`} name="note" label="Note (optional)" rows={3} defaultValue={note} />
      </ActionForm>
      <ActionForm action={dropFigure} submit="Delete figure" variant="danger" small className="mt-6">
        <input type="hidden" name="id" value={id} />
      </ActionForm>
    </Disclosure>
  )
}
