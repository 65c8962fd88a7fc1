import type { Metadata } from 'next'

import { AnalysisSheet } from '@/app/(staff)/workspace/analysis/analysis-sheet'
import { readAnalysisView } from '@/lib/domain/analysis'

export const metadata: Metadata = { title: 'Over time · Analysis' }

export default async function OverTimePage({ searchParams }: PageProps<'/workspace/analysis/time'>) {
  return <AnalysisSheet view={readAnalysisView('time', await searchParams)} />
}
