import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { CodeView } from '@/lib/data/codes'
import { passages } from '@/lib/domain/codebook-change'
import { placeFault, standsUnder } from '@/lib/domain/codebook-tree'

import { setRetired } from '@/app/(staff)/workspace/codebook/actions'
import { codeChoices, parentChoices } from '@/app/(staff)/workspace/codebook/parent-choices'
import { MergeForm, PlaceForm } from './deed-forms'

/** What a lead can do to a code besides writing it, each with what follows from it. */
export function CodeDeeds({ code, codes, uses }: { code: CodeView; codes: CodeView[]; uses: number }) {
  const which = <input type="hidden" name="codeId" value={code.id} />
  if (code.retired)
    return (
      <ActionForm action={setRetired} submit="Bring back" variant="secondary">
        <p className="max-w-[60ch]">
          It goes back to where it stood, and can be chosen again.
          {code.mergedIntoId
            ? ' Its passages stay with the code that it was merged into: to have them back, undo the merge below.'
            : ''}
        </p>
        {which}
        <input type="hidden" name="retired" value="no" />
      </ActionForm>
    )
  const inUse = codes.filter(other => !other.retired)
  const children = inUse.filter(other => other.parentId === code.id)
  const may = parentChoices(inUse.filter(other => placeFault(inUse, code.id, other.id) === null))
  const into = codeChoices(inUse.filter(other => other.id !== code.id && !standsUnder(inUse, other.id, code.id)))
  return (
    <div className="flex flex-col items-start gap-2">
      <Disclosure summary="Move it under another code">
        <PlaceForm codeId={code.id} parents={may} now={code.parentId ?? ''} />
      </Disclosure>
      <Disclosure summary="Merge it into another code">
        <MergeForm codeId={code.id} into={into}>
          {`${uses === 0 ? 'Whatever has this code' : sentence(passages(uses))} will have the other one, and what is being coded blind follows unseen.` +
            `${children.length > 0 ? ` ${listed(children)} will stand under the other.` : ''} This code is retired. It can be undone.`}
        </MergeForm>
      </Disclosure>
      <Disclosure summary="Retire it">
        <ActionForm action={setRetired} submit="Retire" variant="secondary">
          <p className="max-w-[60ch]">
            It cannot be chosen any more; where it was used, it stays.
            {children.length > 0
              ? ` ${listed(children)} will move up ${code.path.length > 0 ? `to stand under ${code.path.at(-1)}` : 'to the top'}.`
              : ''}{' '}
            You can bring it back.
          </p>
          {which}
          <input type="hidden" name="retired" value="yes" />
        </ActionForm>
      </Disclosure>
    </div>
  )
}

function listed(codes: CodeView[]) {
  return codes.length <= 3
    ? new Intl.ListFormat('en-GB').format(codes.map(code => `“${code.name}”`))
    : `The ${codes.length} codes under it`
}

function sentence(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
