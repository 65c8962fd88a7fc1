import { LinkButton } from '@/components/ui/button'
import { analysisFile, type AnalysisView } from '@/lib/domain/analysis'

type Props = { view: AnalysisView; title: string; width: number; height: number }

/** The chart as a picture that needs no script, and its files. On a small screen it scrolls in its box, so that it can be read. */
export function ChartPicture({ view, title, width, height }: Props) {
  return (
    <figure aria-label={`Chart: ${title}`} className="mt-6">
      <div
        role="region"
        aria-label="Chart"
        tabIndex={0}
        className="relative max-w-full overflow-x-auto rounded-md border border-line bg-sheet"
      >
        {/* eslint-disable-next-line @next/next/no-img-element -- drawn on the server for this page, nothing to optimise */}
        <img
          src={analysisFile('chart.svg', view)}
          alt={`${title}. The same figures stand in the table below.`}
          width={width + 32}
          height={height + 70}
          className="h-auto max-w-none"
        />
      </div>
      <figcaption className="no-print mt-3 flex flex-wrap gap-3">
        <LinkButton variant="secondary" href={analysisFile('chart.svg', view, { save: true })} download>
          Save as SVG
        </LinkButton>
        <LinkButton variant="secondary" href={analysisFile('chart.png', view, { save: true })} download>
          Save as PNG
        </LinkButton>
        <LinkButton variant="secondary" href={analysisFile('table.csv', view, { save: true })} download>
          Save as CSV
        </LinkButton>
      </figcaption>
    </figure>
  )
}
