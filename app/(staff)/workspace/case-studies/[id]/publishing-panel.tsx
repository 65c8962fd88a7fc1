import type { DeskView } from '@/lib/data/case-study-desk'
import { londonDateTime } from '@/lib/domain/london-time'

import { AddressForm, DropPlanForm, PlanForm, PublishForm } from './publishing-forms'

/** Publishing at once or at a set time, what became of a plan, and the address. */
export function PublishingPanel({ study }: { study: DeskView }) {
  const { id, version, slug, status, plan, allows, publicationRefusal } = study
  const at = { id, version }
  return (
    <div className="flex flex-col gap-4">
      {plan ? <p>{planInWords(plan)}</p> : null}
      {plan && allows.changeAddress ? <DropPlanForm {...at} done={plan.refusal !== null || plan.dropped} /> : null}
      {status === 'APPROVED' && publicationRefusal ? <p>{publicationRefusal}</p> : null}
      {allows.publish ? (
        <>
          <PublishForm {...at} />
          <PlanForm {...at} />
        </>
      ) : null}
      <p className="break-words">
        Its address: <span className="font-semibold">/case-studies/{slug}</span>
      </p>
      {allows.changeAddress ? <AddressForm key={slug} id={id} slug={slug} wasPublic={status === 'PUBLISHED'} /> : null}
    </div>
  )
}

function planInWords({ at, by, refusal, dropped }: NonNullable<DeskView['plan']>): string {
  const when = `${londonDateTime(at)} (UK time)`
  if (refusal) return `It was to be published on ${when}, and was not. ${refusal}`
  if (dropped)
    return `It was to be published on ${when}. That was dropped: its text, or what consent allows, has changed since.`
  return `It is going to be published on ${when}, as ${by} has set. Everything is asked again then.`
}
