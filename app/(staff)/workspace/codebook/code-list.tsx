import Link from 'next/link'

import { ActionForm } from '@/components/ui/action-form'
import { Swatch } from '@/components/ui/tag'
import type { CodeView } from '@/lib/data/codes'
import { colourNames } from '@/lib/domain/codebook'

import { setRetired, shiftCode } from './actions'
import { CodeForm } from './code-form'

type Props = { codes: CodeView[]; edits: boolean; edited: string | undefined }

/** The codes with their guidance; for leads, with what can be done to each. */
export function CodeList({ codes, edits, edited }: Props) {
  return (
    <ol className="border-t border-line">
      {codes.map((code, index) => (
        <li key={code.id} id={code.id} className="border-b border-line py-4 target:bg-canal-tint">
          {code.id === edited ? (
            <div className="rounded-md border border-line bg-sheet p-4">
              <CodeForm code={code} />
            </div>
          ) : (
            <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,1fr)_auto]">
              <Guidance code={code} />
              {edits ? <Deeds code={code} first={index === 0} last={index === codes.length - 1} /> : null}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function Guidance({ code }: { code: CodeView }) {
  const parts = [
    { term: 'When to use', text: code.whenToUse },
    { term: 'When not to use', text: code.whenNot },
    { term: 'Example', text: code.example },
  ].filter(part => part.text)
  return (
    <div className="min-w-0">
      <h3 className="flex items-center gap-2 text-lg">
        <Swatch colour={code.colour} />
        {code.name}
      </h3>
      <p className="text-sm text-muted">
        Colour {code.colour}, {colourNames[code.colour - 1]} · {used(code.uses)}
      </p>
      {code.definition ? <p className="mt-1 max-w-[66ch] whitespace-pre-line">{code.definition}</p> : null}
      {parts.length > 0 ? (
        <dl className="mt-2 max-w-[66ch] text-sm">
          {parts.map(({ term, text }) => (
            <div key={term} className="mt-1">
              <dt className="inline font-semibold">{term}: </dt>
              <dd className="inline whitespace-pre-line">{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}

function Deeds({ code, first, last }: { code: CodeView; first: boolean; last: boolean }) {
  const which = <input type="hidden" name="codeId" value={code.id} readOnly />
  const said = (word: string) => (
    <>
      {word}
      <span className="sr-only"> the code {code.name}</span>
    </>
  )
  const shift = (direction: 'up' | 'down') => (
    <ActionForm action={shiftCode} submit={said(`Move ${direction}`)} variant="quiet" small>
      {which}
      <input type="hidden" name="direction" value={direction} readOnly />
    </ActionForm>
  )
  return (
    <div className="flex flex-wrap content-start items-start gap-x-1">
      <Link
        href={`/workspace/codebook?code=${code.id}#${code.id}`}
        prefetch={false}
        className="inline-flex min-h-control items-center px-control-pad font-semibold"
      >
        {said('Edit')}
      </Link>
      <ActionForm action={setRetired} submit={said(code.retired ? 'Bring back' : 'Retire')} variant="quiet" small>
        {which}
        <input type="hidden" name="retired" value={code.retired ? 'no' : 'yes'} readOnly />
      </ActionForm>
      {code.retired || first ? null : shift('up')}
      {code.retired || last ? null : shift('down')}
    </div>
  )
}

function used(uses: number) {
  if (uses === 0) return 'not used yet'
  return uses === 1 ? 'used once' : `used ${uses.toLocaleString('en-GB')} times`
}
