import { PartLinks } from '@/components/site/part-links'
import { analysisKinds, analysisPath, kindNames } from '@/lib/domain/analysis'

const parts = [
  { href: `${analysisPath}/coverage`, label: 'Coverage' },
  ...analysisKinds.map(kind => ({ href: `${analysisPath}/${kind}`, label: kindNames[kind] })),
  { href: `${analysisPath}/figures`, label: 'Figures' },
]

/** From one page of the analysis to another. `at` is the last part of the page's address. */
export function AnalysisLinks({ at }: { at: string }) {
  return (
    <PartLinks
      label="Analysis"
      links={parts.map(part => ({ ...part, current: part.href === `${analysisPath}/${at}` }))}
    />
  )
}
