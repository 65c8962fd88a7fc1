import type { Client } from 'pg'

import type { Figure } from '@/scripts/bench/figure'
import type { Stage } from '@/scripts/bench/stage'
import type { Researcher } from './researchers'

/** What a part of the suite is measured on: a portal that holds `size` synthetic submissions. */
export type Ground = {
  stage: Stage
  database: Client
  size: number
  callId: string
  researchers: readonly Researcher[]
  say: (figure: Figure) => void
}
