import type { ReactNode } from 'react'

import { CaseStudyFacts } from '@/components/case-study/case-study-facts'
import { CaseStudyNotes } from '@/components/case-study/case-study-notes'
import { whoDidIt } from '@/components/case-study/who-and-where'
import { ProseText } from '@/components/site/prose-text'
import type { PlaceView } from '@/lib/data/calls'
import type { DeskView } from '@/lib/data/case-study-desk'
import { fieldNames, type ProseField, type WrittenField } from '@/lib/domain/case-study'
import type { Prose } from '@/lib/domain/prose'

import { Passage } from './passage'
import { PassageThread } from './passage-thread'

type Props = { study: DeskView; places: PlaceView[] }

/** The case study as readers will see it, passage by passage, with the comments on each and a way to write one. */
export async function PassagesToReview({ study, places }: Props) {
  const { preview, comments, allows } = study
  const passage = (field: WrittenField, block: number, called: string, words: ReactNode, blocks = 1) => (
    <Passage
      key={`${field}-${block}`}
      at={{ id: study.id, version: study.version }}
      field={field}
      block={block}
      called={called}
      mayComment={allows.comment}
      thread={
        <PassageThread
          comments={comments.filter(at => at.field === field && isIn(at.block, block, blocks))}
          mayAnswer={allows.comment}
        />
      }
    >
      {words}
    </Passage>
  )
  const line = (field: Exclude<WrittenField, ProseField>, words: ReactNode) =>
    preview[field] ? passage(field, 0, fieldNames[field], words) : null
  const section = (field: ProseField) => (
    <Section title={fieldNames[field]} prose={preview[field]}>
      {runsOf(preview[field]).map((run, index, all) =>
        passage(
          field,
          run.block,
          all.length > 1 ? `part ${index + 1} of ${fieldNames[field]}` : fieldNames[field],
          <div className="prose">
            <ProseText prose={run.prose} level="h4" />
          </div>,
          run.prose.length,
        ),
      )}
    </Section>
  )
  const gone = comments.filter(({ block }) => block === null)
  return (
    <article className="@container">
      {gone.length > 0 ? (
        <section aria-labelledby="gone-comments" className="mb-8 border-b border-line pb-6">
          <h2 id="gone-comments" className="mb-2 text-lg">
            Comments about words that are no longer there
          </h2>
          <PassageThread comments={gone} mayAnswer={allows.comment} />
        </section>
      ) : null}
      <header className="flex max-w-4xl flex-col gap-4">
        {line('title', <h2 className="max-w-[24ch] text-4xl">{preview.title}</h2>)}
        {line('summary', <p className="max-w-[48ch] font-serif text-xl leading-snug">{preview.summary}</p>)}
        <p className="font-semibold">{await whoDidIt(preview)}</p>
      </header>
      <div className="mt-8 grid gap-x-14 gap-y-8 border-t-2 border-ink pt-8 @4xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-10">
          {section('whatHappened')}
          {line(
            'quotation',
            <p className="max-w-[36ch] border-l-8 border-furnace py-2 pl-6 font-serif text-2xl whitespace-pre-line">
              “{preview.quotation.replace(/^[“"]|[”"]$/gu, '')}”
            </p>,
          )}
          {line('quotationSource', <p className="text-muted">{preview.quotationSource}</p>)}
          {section('whatWasNew')}
          {section('difference')}
          {section('learning')}
          <CaseStudyNotes notes={preview.notes} level="h3" />
        </div>
        <CaseStudyFacts study={preview} places={places} level="h3" />
      </div>
    </article>
  )
}

function Section({ title, prose, children }: { title: string; prose: Prose; children: ReactNode }) {
  if (prose.length === 0) return null
  return (
    <section>
      <h3 className="mb-3 text-2xl">{title}</h3>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  )
}

function isIn(block: number | null, first: number, blocks: number): boolean {
  return block !== null && block >= first && block < first + blocks
}

type Run = { block: number; prose: Prose }

/** Each block alone, but for a list, whose items stay together. */
function runsOf(prose: Prose): Run[] {
  const runs: Run[] = []
  prose.forEach((block, index) => {
    const last = runs.at(-1)
    const listed = block.kind === 'bullet' || block.kind === 'number'
    if (listed && last?.prose[0]?.kind === block.kind) last.prose.push(block)
    else runs.push({ block: index, prose: [block] })
  })
  return runs
}
