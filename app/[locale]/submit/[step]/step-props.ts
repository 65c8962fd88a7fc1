import type { ReactNode } from 'react'

import type { StepProps } from './use-step'

/** What this page is, by a random name, and what it knows: the draft, and the version of each of its fields. */
export type PageState = { draft: string | null; writer: string; versions: Record<string, number> }

/** What the page gives to whichever step it shows. */
export type AnyStepProps = StepProps & {
  progress: string
  closed?: ReactNode
  notice?: ReactNode
}
