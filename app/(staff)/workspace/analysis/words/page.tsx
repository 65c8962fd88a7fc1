import type { Metadata } from 'next'

import { AnalysisSheet } from '@/app/(staff)/workspace/analysis/analysis-sheet'
import { readAnalysisView } from '@/lib/domain/analysis'

export const metadata: Metadata = { title: 'Words · Analysis' }

export default async function WordsPage({ searchParams }: PageProps<'/workspace/analysis/words'>) {
  return <AnalysisSheet view={readAnalysisView('words', await searchParams)} />
}
