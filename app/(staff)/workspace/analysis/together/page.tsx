import type { Metadata } from 'next'

import { AnalysisSheet } from '@/app/(staff)/workspace/analysis/analysis-sheet'
import { readAnalysisView } from '@/lib/domain/analysis'

export const metadata: Metadata = { title: 'Together · Analysis' }

export default async function TogetherPage({ searchParams }: PageProps<'/workspace/analysis/together'>) {
  return <AnalysisSheet view={readAnalysisView('together', await searchParams)} />
}
