import { useEffect, useRef, useState, type PointerEvent as Pressed, type RefObject } from 'react'

import type { Drop } from '@/lib/domain/codebook-tree'

/** What is being dragged, over what, and how to begin. */
export type Dragging = {
  heldId: string | null
  over: Drop | null
  take: (event: Pressed<HTMLElement>, codeId: string) => void
}

/**
 * Drags a row of the tree with any pointer, and on letting go sends where: above another, below it, or (on its middle)
 * under it. Escape, or letting go elsewhere, changes nothing.
 */
export function useDrag(tree: RefObject<HTMLElement | null>, move: (value: string) => void): Dragging {
  const [heldId, setHeldId] = useState<string | null>(null)
  const [over, setOver] = useState<Drop | null>(null)
  const sent = useRef(move)
  useEffect(() => {
    sent.current = move
  })

  useEffect(() => {
    if (!heldId) return
    const target = (event: PointerEvent) => dropAt(tree.current, heldId, event)
    const end = () => {
      setHeldId(null)
      setOver(null)
    }
    const moving = (event: PointerEvent) => setOver(target(event))
    const letGo = (event: PointerEvent) => {
      const drop = target(event)
      end()
      if (drop) sent.current(`${heldId}:${drop.side}:${drop.targetId}`)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end()
    }
    window.addEventListener('pointermove', moving)
    window.addEventListener('pointerup', letGo)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', key)
    return () => {
      window.removeEventListener('pointermove', moving)
      window.removeEventListener('pointerup', letGo)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', key)
    }
  }, [heldId, tree])

  return {
    heldId,
    over,
    take: (event, codeId) => {
      if (event.button !== 0) return
      event.preventDefault()
      setHeldId(codeId)
    },
  }
}

function dropAt(tree: HTMLElement | null, heldId: string, { clientX, clientY }: PointerEvent): Drop | null {
  const row = document.elementFromPoint(clientX, clientY)?.closest('[data-code]')
  const targetId = row instanceof HTMLElement && tree?.contains(row) ? row.dataset['code'] : undefined
  if (!row || !targetId || targetId === heldId) return null
  const { top, height } = row.getBoundingClientRect()
  const share = (clientY - top) / height
  return { targetId, side: share < 0.3 ? 'before' : share > 0.7 ? 'after' : 'under' }
}
