import { DescriptionList } from '@/components/ui/description-list'
import type { Figures, ReportedCoefficient } from '@/lib/domain/agreement-report'
import { inFigures, inPercent, undefinedWords, type ComparedUnit } from '@/lib/domain/agreement-words'

/** The figures that the passages below stand behind. */
export function CodeSummary({ figures, unit }: { figures: Figures; unit: ComparedUnit }) {
  const { observed } = figures[unit]
  const coefficients =
    unit === 'spans'
      ? [{ term: 'Unitizing alpha', coefficient: figures.spans.alpha }]
      : [
          { term: 'Cohen’s kappa', coefficient: figures[unit].kappa },
          { term: 'Krippendorff’s alpha', coefficient: figures[unit].alpha },
        ]
  return (
    <div className="mb-8">
      <DescriptionList
        items={[
          { term: 'Observed agreement', value: inPercent(observed) },
          ...coefficients.map(({ term, coefficient }) => ({ term, value: inWords(coefficient) })),
        ]}
      />
    </div>
  )
}

function inWords({ value, why, interval }: ReportedCoefficient): string {
  if (value === null) return undefinedWords[why ?? 'no-units']
  if (!interval) return inFigures(value)
  return `${inFigures(value)}, with 95% between ${inFigures(interval.low)} and ${inFigures(interval.high)}`
}
