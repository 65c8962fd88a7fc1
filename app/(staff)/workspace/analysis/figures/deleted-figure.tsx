'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'

import { bringFigureBack } from '@/app/(staff)/workspace/analysis/actions'
import { Toast } from '@/components/ui/toast'

const path = '/workspace/analysis/figures'

/** Says that a figure is deleted and offers to bring it back; then the address forgets it. */
export function DeletedFigure({ id, title }: { id: string; title: string }) {
  const router = useRouter()
  const undo = () => {
    const form = new FormData()
    form.set('id', id)
    startTransition(async () => {
      const result = await bringFigureBack(null, form)
      if (!result.ok) router.replace(path)
    })
  }
  return <Toast message={`Deleted “${title}”.`} undoLabel="Undo" onUndo={undo} onGone={() => router.replace(path)} />
}
