'use client'

import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Swatch } from '@/components/ui/tag'
import type { CodingRow, ComparedRow, SettlingView } from '@/lib/data/settling-view'
import { choiceKeys, choicesOf, type SettleChoice } from '@/lib/domain/settling'
import { textOf } from '@/lib/domain/span'
import { surroundingsOf } from '@/lib/domain/surroundings'

/** How many code points of the text around stand beside the words. */
const around = 60

type Props = {
  view: SettlingView
  row: ComparedRow
  current: boolean
  pending: boolean
  /** The action of the form, which works without script too. */
  send: (form: FormData) => void
  onLook: () => void
}

/** One thing that the two coded differently: what each has, and the ways to settle it. */
export function Difference({ view, row, current, pending, send, onLook }: Props) {
  const base = row.first ?? row.second
  if (!base) return null
  const name = `difference-${base.id}`
  const where = base.text === null ? 'Tag on the whole submission' : view.texts[base.text]?.label
  return (
    <article
      id={name}
      aria-labelledby={`${name}-title`}
      tabIndex={current ? 0 : -1}
      onFocus={onLook}
      onPointerDown={onLook}
      className={classNames(
        'flex scroll-mt-4 flex-col gap-3 rounded-md border-2 bg-sheet p-4 md:scroll-mt-[50vh]',
        current ? 'border-canal' : 'border-line',
      )}
    >
      <div>
        <h3 id={`${name}-title`} className="flex items-center gap-2 text-lg">
          <Swatch colour={base.code.colour} />
          {base.code.name}
        </h3>
        <p className="text-sm text-muted">
          {where} · {row.kind === 'words' ? 'the same code, other words' : `only ${nameOf(view, row)}`}
        </p>
      </div>
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
        <Side of={view.first.name} coding={row.first} view={view} />
        <Side of={view.second.name} coding={row.second} view={view} />
      </div>
      <form action={send} className="flex flex-wrap gap-2">
        <input type="hidden" name="reference" value={view.reference} />
        <input type="hidden" name="firstId" value={row.first?.id ?? ''} />
        <input type="hidden" name="secondId" value={row.second?.id ?? ''} />
        {choicesOf(row).map(choice => (
          <Button
            key={choice}
            name="choice"
            value={choice}
            variant="secondary"
            aria-disabled={pending || undefined}
            aria-keyshortcuts={choiceKeys[choice]}
          >
            <kbd aria-hidden className="rounded-sm border border-edge px-1.5 font-sans text-sm">
              {choiceKeys[choice]}
            </kbd>
            {labelOf(view, row, choice)}
          </Button>
        ))}
      </form>
    </article>
  )
}

function nameOf(view: SettlingView, row: ComparedRow) {
  return row.first ? view.first.name : view.second.name
}

/** What each choice is called, on its button and in the list of keys. */
function labelOf(view: SettlingView, { kind, first, second }: ComparedRow, choice: SettleChoice): string {
  if (choice === 'drop') return 'Drop'
  if (choice === 'both') return 'Both together'
  const who = choice === 'first' ? view.first.name : view.second.name
  const tag = (first ?? second)?.text === null
  return kind === 'words' || !tag ? `${who}’s words` : `${who}’s tag`
}

function Side({ of, coding, view }: { of: string; coding: CodingRow | null; view: SettlingView }) {
  return (
    <div className="min-w-0">
      <p className="text-sm font-semibold text-muted">{of}</p>
      {coding ? <Words coding={coding} view={view} /> : <p className="text-muted">Nothing</p>}
      {coding?.memo ? (
        <p dir="auto" className="mt-1 text-sm break-words whitespace-pre-line">
          Memo: {coding.memo}
        </p>
      ) : null}
    </div>
  )
}

function Words({ coding, view }: { coding: CodingRow; view: SettlingView }) {
  const body = coding.text === null ? undefined : view.texts[coding.text]?.body
  if (!coding.span || body === undefined) return <p>The tag {coding.code.name}</p>
  const { before, after } = surroundingsOf(body, coding.span, around)
  return (
    <p dir="auto" className="font-serif break-words whitespace-pre-line">
      <span className="text-muted">{before}</span>
      <mark className="rounded-sm bg-canal-tint text-ink underline decoration-2 underline-offset-4">
        {textOf(body, coding.span)}
      </mark>
      <span className="text-muted">{after}</span>
    </p>
  )
}
