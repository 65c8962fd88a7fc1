import { CallSheet } from '@/components/call/call-sheet'
import { Main } from '@/components/site/page'
import { currentCall } from '@/lib/data/calls'
import { heardSoFar } from '@/lib/data/heard'
import { readEdition } from '@/lib/data/report-editions'
import { env } from '@/lib/env'
import { callMetadata } from './call-metadata'

export async function generateMetadata() {
  return callMetadata(await currentCall())
}

export default async function CurrentCallPage() {
  const call = await currentCall()
  const [heard, report] = await Promise.all([heardSoFar(call.id), readEdition(call.id)])
  return (
    <Main width="wide">
      <CallSheet call={call} heard={heard} now={new Date()} address={env().publicUrl} reported={report !== null} />
    </Main>
  )
}
