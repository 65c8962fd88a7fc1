import type { AgreementReport } from '@/lib/domain/agreement-report'
import { leftOutWords } from '@/lib/domain/agreement-words'

/** What is not compared, and why. Nothing where nothing was left out. */
export function LeftOutList({ title, leftOut }: { title: string; leftOut: AgreementReport['leftOut'] }) {
  if (leftOut.length === 0) return null
  return (
    <div className="mt-2">
      <p>{title}:</p>
      <ul className="list-disc pl-6">
        {leftOut.map(({ reason, count }) => (
          <li key={reason}>
            {count.toLocaleString('en-GB')} {leftOutWords[reason]}
          </li>
        ))}
      </ul>
    </div>
  )
}
