import type { ReactNode } from 'react'

import type { StepProps } from './use-step'

/** What the page gives to whichever step it shows. */
export type AnyStepProps = StepProps & {
  progress: string
  saved?: string | undefined
  closed?: ReactNode
  notice?: ReactNode
}
