import { CallSheet } from '@/components/call/call-sheet'
import { Notice } from '@/components/ui/notice'
import type { CallView } from '@/lib/data/calls'
import { heardSoFar } from '@/lib/data/heard'
import { toLondonField } from '@/lib/domain/london-time'
import { callState } from '@/lib/domain/call'

import { DatesForm } from './dates-form'
import { LensesForm, PartnersForm, PlacesForm, PromptsForm } from './list-forms'
import type { CallPart } from './parts'
import { PressForm } from './press-form'
import { TextForm } from './text-form'

/** The form of one part, or the preview. */
export async function PartOfCall({ part, call }: { part: CallPart; call: CallView }) {
  switch (part) {
    case 'text':
      return <TextForm call={call} />
    case 'dates':
      return (
        <DatesForm
          callId={call.id}
          version={call.version}
          state={callState(call, new Date())}
          graceHours={call.graceHours}
          opensAt={toLondonField(call.opensAt)}
          closesAt={toLondonField(call.closesAt)}
          analysisClosesAt={toLondonField(call.analysisClosesAt)}
        />
      )
    case 'prompts':
      return <PromptsForm call={call} />
    case 'lenses':
      return <LensesForm call={call} />
    case 'places':
      return <PlacesForm call={call} />
    case 'partners':
      return <PartnersForm call={call} />
    case 'press':
      return <PressForm call={call} />
    case 'preview':
      return (
        <>
          <Notice className="mb-6">
            This is how the call&rsquo;s page reads now. Its links and buttons are the real ones.
          </Notice>
          <div className="rounded-md border border-line bg-paper p-6">
            <CallSheet call={call} heard={await heardSoFar(call.id)} now={new Date()} />
          </div>
        </>
      )
  }
}
