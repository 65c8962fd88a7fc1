import type { Metadata } from 'next'

import { AnalysisSheet } from '@/app/(staff)/workspace/analysis/analysis-sheet'
import { readAnalysisView } from '@/lib/domain/analysis'

export const metadata: Metadata = { title: 'Matrix · Analysis' }

export default async function MatrixPage({ searchParams }: PageProps<'/workspace/analysis/matrix'>) {
  return <AnalysisSheet view={readAnalysisView('matrix', await searchParams)} />
}
