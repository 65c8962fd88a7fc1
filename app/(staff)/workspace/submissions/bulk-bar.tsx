'use client'

import { useEffect, useState } from 'react'

import { ExportForm } from '@/components/submission/export-form'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import type { BulkOutcome } from '@/lib/data/bulk-work'

import { workOnSelection } from './actions'

type Option = { value: string; label: string }

type Props = {
  query: string
  found: number
  capped: boolean
  people: Option[]
  codes: Option[]
  stages: Option[]
}

const formId = 'bulk'
const boxes = () => [...document.querySelectorAll<HTMLInputElement>(`input[form="${formId}"][name="reference"]`)]

/** The boxes stand in the rows, which the server draws: this only counts them and puts them on. */
function useTicked() {
  const [ticked, setTicked] = useState<string[]>([])
  useEffect(() => {
    const count = () => setTicked(boxes().flatMap(box => (box.checked ? box.value : [])))
    const onChange = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.getAttribute('form') === formId) count()
    }
    // a reset empties the boxes after its event
    const onReset = () => setTimeout(count)
    document.addEventListener('change', onChange)
    document.addEventListener('reset', onReset)
    // what was ticked before the script came
    const first = setTimeout(count)
    return () => {
      clearTimeout(first)
      document.removeEventListener('change', onChange)
      document.removeEventListener('reset', onReset)
    }
  }, [])
  const tickAll = (on: boolean) => {
    for (const box of boxes()) box.checked = on
    setTicked(on ? boxes().map(box => box.value) : [])
  }
  return { ticked, tickAll }
}

/** What can be done to several submissions at once: those that are ticked, or all that were found. */
export function BulkBar({ query, found, capped, people, codes, stages }: Props) {
  const { ticked, tickAll } = useTicked()
  const [all, setAll] = useState(false)
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const count = all ? found : ticked.length
  // what was done may leave nothing to be listed, and is told all the same
  if (found === 0 && !outcome) return null
  return (
    <section aria-label="Several at once" className="mt-6 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <label className="inline-flex min-h-control items-center gap-2">
          <input
            type="checkbox"
            className="tick"
            checked={all || (ticked.length > 0 && ticked.length === boxCount())}
            disabled={all}
            onChange={event => tickAll(event.target.checked)}
          />
          All on this page
        </label>
        {capped ? null : (
          <label className="inline-flex min-h-control items-center gap-2">
            <input type="checkbox" className="tick" checked={all} onChange={event => setAll(event.target.checked)} />
            All {found.toLocaleString('en-GB')} found
          </label>
        )}
        <p role="status" className="text-sm text-muted">
          {count > 0 ? `${count.toLocaleString('en-GB')} selected` : ''}
        </p>
      </div>
      <ExportForm
        what={['SUBMISSIONS', 'CODINGS', 'COMMENTS']}
        query={query}
        references={all ? [] : ticked}
        of={!all && ticked.length > 0 ? `${ticked.length.toLocaleString('en-GB')} selected` : 'all that were found'}
      />
      <div className={count > 0 ? 'mt-2 rounded-md border border-line bg-sheet p-4' : 'hidden'}>
        <BulkForm all={all} query={query} people={people} codes={codes} stages={stages} onDone={setOutcome} />
      </div>
      {outcome ? <Outcome outcome={outcome} onGone={() => setOutcome(null)} /> : null}
    </section>
  )
}

const boxCount = () => (typeof document === 'undefined' ? 0 : boxes().length)

type FormProps = Pick<Props, 'query' | 'people' | 'codes' | 'stages'> & {
  all: boolean
  onDone: (outcome: BulkOutcome) => void
}

function BulkForm({ all, query, people, codes, stages, onDone }: FormProps) {
  const [deed, setDeed] = useState('assign')
  const choose = (name: string, label: string, options: Option[]) => (
    <Select key={name} name={name} label={label} options={[{ value: '', label: 'Select' }, ...options]} />
  )
  return (
    <ActionForm
      id={formId}
      action={workOnSelection}
      submit="Apply"
      variant="secondary"
      small
      label="Change several"
      onDone={onDone}
    >
      <input type="hidden" name="scope" value={all ? 'all' : 'ticked'} />
      <input type="hidden" name="query" value={query} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="deed"
          label="What to do"
          value={deed}
          onChange={event => setDeed(event.target.value)}
          options={[
            { value: 'assign', label: 'Assign to somebody' },
            { value: 'tag', label: 'Tag with a code' },
            { value: 'move', label: 'Move to a stage' },
          ]}
        />
        {deed === 'assign' ? choose('personId', 'Person to assign', people) : null}
        {deed === 'tag' ? choose('codeId', 'Code to tag with', codes) : null}
        {deed === 'move' ? choose('stage', 'Stage to move to', stages) : null}
      </div>
    </ActionForm>
  )
}

/** What was done, and what was refused, by reference. */
function Outcome({ outcome: { changed, unchanged, refusals }, onGone }: { outcome: BulkOutcome; onGone: () => void }) {
  const changes =
    changed === 1 ? '1 submission was changed.' : `${changed.toLocaleString('en-GB')} submissions were changed.`
  const before = unchanged > 0 ? ` ${unchanged.toLocaleString('en-GB')} needed no change.` : ''
  return (
    <Notice tone={refusals.length > 0 ? 'furnace' : 'moss'} live className="mt-4" title={`${changes}${before}`}>
      {refusals.length > 0 ? (
        <>
          <p>{refusals.length === 1 ? '1 was refused:' : `${refusals.length.toLocaleString('en-GB')} were refused:`}</p>
          <ul aria-label="Refused" tabIndex={0} className="mt-1 max-h-60 overflow-y-auto">
            {refusals.map(({ reference, why }) => (
              <li key={reference}>
                {reference}: {why}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Button type="button" variant="quiet" onClick={onGone}>
        Close
      </Button>
    </Notice>
  )
}
