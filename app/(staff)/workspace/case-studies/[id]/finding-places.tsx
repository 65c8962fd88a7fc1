import type { FindingView } from '@/lib/data/redaction-view'

/** Where the words stand, with those around them. */
export function FindingPlaces({ finding: { places } }: { finding: FindingView }) {
  return (
    <ul className="my-2 flex flex-col gap-1.5 text-sm">
      {places.map(({ field, before, words, after }, index) => (
        <li key={index} className="wrap-anywhere">
          <span className="text-muted">{field}: </span>
          {before}
          <mark className="rounded-sm bg-furnace-tint px-0.5 font-semibold text-ink">{words}</mark>
          {after}
        </li>
      ))}
    </ul>
  )
}
