'use client'

import { useMemo, useState } from 'react'

import { SidePanel } from '@/components/site/side-panel'
import { Citations } from '@/components/writing/cited-note'
import type { SectionView } from '@/lib/data/report-sections'
import { citeStateWords, type CitableSpan, type CitedSpan } from '@/lib/domain/citation'

import { FindPassages } from './find-passages'
import { InsertReferences } from './insert-references'
import { SectionForm } from './section-form'
import type { SectionReferences } from './section-references'

type SectionDeskProps = {
  section: SectionView
  references: SectionReferences
  codes: { id: string; name: string }[]
}

/** A section's text, and beside it all that can be put into it. */
export function SectionDesk({ section, references, codes }: SectionDeskProps) {
  // what was found once can stand in the text: its note is shown in place before it is saved
  const [found, setFound] = useState<CitableSpan[]>([])
  const { cited } = references
  const citations = useMemo(() => ({ citable: found, cited }), [found, cited])
  return (
    <Citations value={citations}>
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="min-w-0">
          <SectionForm section={section} references={references} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Broken cited={cited} />
          <SidePanel title="Passages of the evidence" id="passages">
            <FindPassages codes={codes} onFound={spans => setFound(before => [...spans, ...before])} />
          </SidePanel>
          <SidePanel title="Refer to" id="references">
            <InsertReferences references={references} />
          </SidePanel>
        </div>
      </div>
    </Citations>
  )
}

/** Notes that no longer rest on what they did. */
function Broken({ cited }: { cited: CitedSpan[] }) {
  const broken = cited.flatMap(({ coding, state, span }) => (state === 'standing' ? [] : [{ coding, state, span }]))
  if (broken.length === 0) return null
  return (
    <SidePanel title="Notes to look at" id="broken">
      <ul className="flex flex-col gap-2">
        {broken.map(({ coding, state, span }) => (
          <li key={coding} className="border-l-4 border-furnace pl-3">
            {span ? <span className="font-serif">“{span.words}” </span> : null}
            {citeStateWords[state]}
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}
