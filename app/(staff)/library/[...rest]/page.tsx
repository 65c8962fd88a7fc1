import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

export const metadata: Metadata = { title: 'Page not found' }

/** Every address in here that no page has: the 404 then stands in the staff's own frame. */
export default function NothingHere() {
  notFound()
}
