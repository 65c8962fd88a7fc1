'use client'

import type { Editor } from '@tiptap/core'
import { useState } from 'react'

import { ProseText } from '@/components/site/prose-text'
import { ProseEditor } from '@/components/writing/prose-editor'
import { reportFromEditor, toEditor, type EditorNode } from '@/lib/domain/editor-document'
import { reportLimits } from '@/lib/domain/report'
import { proseIn, wordsOfReport, type ReportProse } from '@/lib/domain/report-prose'
import { countCharacters } from '@/lib/domain/text-count'

import { ChartPanel } from './chart-panel'
import { sectionNodes } from './section-nodes'
import type { SectionReferences } from './section-references'

type SectionEditorProps = { body: ReportProse; references: SectionReferences; error: string | undefined }

function read(document: EditorNode) {
  const sent = reportFromEditor(document)
  return { sent, length: countCharacters(wordsOfReport(sent)) }
}

const panel = (editor: Editor) => <ChartPanel editor={editor} />

/** The text of one section of the report: prose, notes, references and figures. */
export function SectionEditor({ body, references, error }: SectionEditorProps) {
  const [nodes] = useState(() => sectionNodes(references))
  return (
    <ProseEditor
      name="body"
      label="Text"
      error={error}
      most={reportLimits.section}
      content={toEditor(body)}
      read={read}
      nodes={nodes}
      panel={panel}
    >
      <ProseText prose={proseIn(body)} />
    </ProseEditor>
  )
}
