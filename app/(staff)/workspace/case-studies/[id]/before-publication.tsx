import { Disclosure } from '@/components/ui/disclosure'
import type { DeskView } from '@/lib/data/case-study-desk'
import type { FindingView } from '@/lib/data/redaction-view'
import { londonDateTime } from '@/lib/domain/london-time'

import { FindingPlaces } from './finding-places'
import { DecideForm, ReleaseForm } from './redaction-forms'

/** Names, numbers and addresses in the text, what becomes of them, and the second person who lets it go. */
export function BeforePublication({ study: { id, redaction, preview } }: { study: DeskView }) {
  const { findings, open, digest, allows } = redaction
  return (
    <div className="flex flex-col gap-4">
      <p>{standing(redaction)}</p>
      {preview.pictureIds.length > 0 ? (
        <p>Faces, signs and number plates in pictures are not found here. Look at each picture before you let it go.</p>
      ) : null}
      {allows.release ? (
        <>
          <p>
            Read it <a href={`/workspace/case-studies/${id}?view=preview`}>as readers will see it</a>, and what was
            decided below. Then release it: that holds for this text and these decisions.
          </p>
          <ReleaseForm key={digest} id={id} digest={digest} />
        </>
      ) : null}
      {findings.length === 0 ? null : (
        <Disclosure summary={allows.decide ? 'What was found, and decide' : 'What was found'} open={open > 0}>
          {allows.decide ? (
            <DecideForm id={id} digest={digest} findings={findings} />
          ) : (
            <ul className="flex flex-col gap-4">
              {findings.map(finding => (
                <li key={finding.words} className="border-t border-line pt-3 first:border-0 first:pt-0">
                  <FindingPlaces finding={finding} />
                  <p>{decided(finding)}</p>
                </li>
              ))}
            </ul>
          )}
          {allows.decide ? <Decisions findings={findings} /> : null}
        </Disclosure>
      )}
    </div>
  )
}

function Decisions({ findings }: { findings: FindingView[] }) {
  const made = findings.filter(({ decision }) => decision)
  if (made.length === 0) return null
  return (
    <ul className="mt-4 flex flex-col gap-2 text-sm text-muted">
      {made.map(finding => (
        <li key={finding.words} className="wrap-anywhere">
          {decided(finding)}
        </li>
      ))}
    </ul>
  )
}

function decided({ words, decision }: FindingView): string {
  if (!decision) return `“${words}” is not decided yet.`
  const by = `${decision.by}, ${londonDateTime(decision.at)}`
  if (decision.choice === 'KEEP') return `“${words}” is kept: ${decision.reason} (${by})`
  if (decision.choice === 'REPLACE') return `“${words}” becomes “${decision.replacement}” (${by})`
  return `“${words}” is removed (${by})`
}

function standing({ findings, open, released, wasReleased }: DeskView['redaction']): string {
  if (open > 0)
    return `${open === 1 ? 'One thing' : `${open} things`} in the text may point to a person or a place. Each is kept with a reason, replaced or removed before others review it.`
  if (released) return `Released by ${released.by} on ${londonDateTime(released.at)}, as it stands.`
  if (findings.length === 0)
    return 'No names, numbers or addresses were found. The first approval of another team releases it.'
  return wasReleased
    ? 'The text or a decision has changed since it was released: somebody who decided none of it must release it again.'
    : 'All is decided. Somebody who decided none of it must release it before it can be approved.'
}
