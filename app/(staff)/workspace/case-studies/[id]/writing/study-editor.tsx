'use client'

import type { Editor } from '@tiptap/core'
import { useState } from 'react'

import { ProseText } from '@/components/site/prose-text'
import { proseNodes } from '@/components/writing/editor-nodes'
import type { Tool } from '@/components/writing/editor-toolbar'
import { ProseEditor } from '@/components/writing/prose-editor'
import { fromEditor, toEditor, type EditorNode } from '@/lib/domain/editor-document'
import { lengthOfProse, type Prose } from '@/lib/domain/prose'

import { PictureNode } from './picture-node'
import { PicturePanel } from './picture-panel'

type StudyEditorProps = {
  caseStudyId: string
  name: string
  label: string
  error?: string | undefined
  prose: Prose
  most: number
}

const nodes = [...proseNodes, PictureNode]

function read(document: EditorNode) {
  const sent = fromEditor(document)
  return { sent, length: lengthOfProse(sent) }
}

/** One section of a case study: prose, notes and pictures. */
export function StudyEditor({ caseStudyId, prose, ...field }: StudyEditorProps) {
  const [adding, setAdding] = useState(false)
  const picture: Tool = {
    name: 'Picture',
    sign: 'Picture',
    isOn: editor => editor.isActive('figure'),
    use: () => setAdding(!adding),
  }
  const panel = (editor: Editor) => (
    <PicturePanel
      editor={editor}
      caseStudyId={caseStudyId}
      id={`${field.name}-picture`}
      adding={adding}
      onDone={() => setAdding(false)}
    />
  )
  return (
    <ProseEditor {...field} content={toEditor(prose)} read={read} nodes={nodes} tools={[picture]} panel={panel}>
      <ProseText prose={prose} />
    </ProseEditor>
  )
}
