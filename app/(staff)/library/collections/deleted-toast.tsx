'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'

import { Toast } from '@/components/ui/toast'

import { bringCollectionBack } from './actions'

/** Says that a collection is deleted and offers to bring it back; then the address forgets it. */
export function DeletedToast({ id, name }: { id: string; name: string }) {
  const router = useRouter()
  const undo = () => {
    const form = new FormData()
    form.set('id', id)
    startTransition(async () => {
      const result = await bringCollectionBack(null, form)
      if (!result.ok) router.replace('/library/collections')
    })
  }
  return (
    <Toast
      message={`Deleted “${name}”.`}
      undoLabel="Undo"
      onUndo={undo}
      onGone={() => router.replace('/library/collections')}
    />
  )
}
