'use client'

import Link from 'next/link'
import { useState, type ReactNode } from 'react'

import { Button, ButtonRow } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { insertBlock, insertHere } from '@/components/writing/cite-target'
import { chartNode } from '@/lib/domain/editor-document'
import type { LinkTarget } from '@/lib/domain/prose'

import type { SectionReferences } from './section-references'

type Thing = { id: string; words: string }

/** Everything but passages that a section can refer to, put in at the caret. */
export function InsertReferences({ references }: { references: SectionReferences }) {
  const { studies, works, sections, charts } = references
  const [said, setSaid] = useState('')
  const done = (put: boolean) => setSaid(put ? 'It stands in the text.' : 'There is no text to put it into.')
  const refer = (to: LinkTarget) => (id: string) => done(insertHere({ type: 'refer', attrs: { to, id } }))
  return (
    <div className="flex flex-col gap-6">
      <p role="status" className="text-sm text-muted empty:hidden">
        {said}
      </p>
      <Choose
        name="chart"
        label="A figure of the analysis"
        things={charts}
        none={
          <>
            No figure is kept yet. <Link href="/workspace/analysis/frequencies">Open the analysis</Link> and keep a
            view.
          </>
        }
        deeds={[
          { label: 'Show it here', use: chart => done(insertBlock(chartNode({ kind: 'chart', chart, caption: '' }))) },
          { label: 'Refer to it', use: refer('chart') },
        ]}
      />
      <Choose
        name="study"
        label="A case study"
        things={studies.map(({ id, title }) => ({ id, words: title }))}
        none="No case study is approved yet."
        deeds={[{ label: 'Cite it', use: refer('study') }]}
      />
      <Choose
        name="work"
        label="A published work"
        things={works}
        none={
          <>
            No work is among the references yet. <Link href="/workspace/report/references">Add one</Link>.
          </>
        }
        deeds={[{ label: 'Cite it', use: refer('work') }]}
      />
      <Choose
        name="section"
        label="Another section"
        things={sections.map(({ id, words, title }) => ({ id, words: `${words}: ${title}` }))}
        none="There is no other section yet."
        deeds={[{ label: 'Refer to it', use: refer('section') }]}
      />
    </div>
  )
}

type ChooseProps = {
  name: string
  label: string
  things: Thing[]
  none: ReactNode
  deeds: { label: string; use: (id: string) => void }[]
}

function Choose({ name, label, things, none, deeds }: ChooseProps) {
  const [chosen, setChosen] = useState(things[0]?.id ?? '')
  const [first] = things
  if (!first)
    return (
      <div>
        <p className="font-semibold">{label}</p>
        <p className="text-muted">{none}</p>
      </div>
    )
  const current = things.some(({ id }) => id === chosen) ? chosen : first.id
  return (
    <div className="flex flex-col gap-2">
      <Select
        name={`refer-${name}`}
        label={label}
        value={current}
        onChange={event => setChosen(event.target.value)}
        options={things.map(({ id, words }) => ({ value: id, label: words }))}
      />
      <ButtonRow>
        {deeds.map(deed => (
          <Button
            key={deed.label}
            type="button"
            variant="secondary"
            aria-label={`${deed.label}: ${label.toLowerCase()}`}
            onClick={() => deed.use(current)}
          >
            {deed.label}
          </Button>
        ))}
      </ButtonRow>
    </div>
  )
}
