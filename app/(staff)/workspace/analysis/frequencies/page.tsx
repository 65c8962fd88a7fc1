import type { Metadata } from 'next'

import { AnalysisSheet } from '@/app/(staff)/workspace/analysis/analysis-sheet'
import { readAnalysisView } from '@/lib/domain/analysis'

export const metadata: Metadata = { title: 'Frequencies · Analysis' }

export default async function FrequenciesPage({ searchParams }: PageProps<'/workspace/analysis/frequencies'>) {
  return <AnalysisSheet view={readAnalysisView('frequencies', await searchParams)} />
}
