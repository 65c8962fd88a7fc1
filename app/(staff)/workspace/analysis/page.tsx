import { redirect } from 'next/navigation'

import { analysisPath } from '@/lib/domain/analysis'

export default function AnalysisStart() {
  redirect(`${analysisPath}/frequencies`)
}
