'use client'

import { FaultPage } from '@/components/site/fault-page'

const words = {
  title: 'Sorry, something went wrong on our side',
  kept: 'What you saved before is still there. Try again in a moment.',
  id: 'If it happens again, tell your administrator this number:',
  retry: 'Try again',
  home: 'Go to the workspace',
}

/** A page of the staff's side failed; the frame around it stays. */
export default function StaffError({ error, retry }: { error: unknown; retry: () => void }) {
  return <FaultPage words={words} home="/workspace" error={error} retry={retry} />
}
