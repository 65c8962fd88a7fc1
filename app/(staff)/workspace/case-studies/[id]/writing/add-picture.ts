import type { Editor } from '@tiptap/core'
import * as z from 'zod/mini'

import { figureNode } from '@/lib/domain/editor-document'
import { refused, type Result } from '@/lib/result'

const Answer = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({ image: z.uuid(), width: z.number(), height: z.number(), alt: z.string() }),
  }),
  z.object({ ok: z.literal(false), message: z.string() }),
])
type Picture = { image: string; width: number; height: number; alt: string }

/** Sends a picture to be kept for a case study: a file, or the id of a photograph that came with its evidence. */
export async function sendPicture(caseStudyId: string, picture: File | string): Promise<Result<Picture>> {
  const unheard = refused('The picture could not be sent. Try again when you are back online.')
  try {
    const response = await fetch(`/api/workspace/case-studies/${caseStudyId}/pictures`, {
      method: 'POST',
      ...(typeof picture === 'string'
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ file: picture }) }
        : { body: formOf(picture) }),
    })
    const parsed = Answer.safeParse(await response.json())
    if (!parsed.success) return unheard
    return parsed.data.ok ? parsed.data : refused(parsed.data.message)
  } catch {
    return unheard
  }
}

function formOf(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}

/** Puts a picture after the block in which the caret is. */
export function insertPicture(editor: Editor, picture: Picture & { caption: string }): boolean {
  const { $to } = editor.state.selection
  const after = $to.depth > 0 ? $to.after(1) : $to.pos
  return editor
    .chain()
    .insertContentAt(after, figureNode({ kind: 'figure', ...picture }))
    .focus()
    .run()
}
