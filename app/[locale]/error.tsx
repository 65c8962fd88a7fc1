'use client'

import { FaultPage } from '@/components/site/fault-page'
import words from '@/lib/i18n/en/fault.json'

/** A page of the public side failed. Error pages run in the browser, so their words come along with them. */
export default function PublicError({ error, retry }: { error: unknown; retry: () => void }) {
  return <FaultPage words={words} home="/" error={error} retry={retry} />
}
