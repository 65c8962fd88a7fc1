import { CallSheet } from '@/components/call/call-sheet'
import { Main } from '@/components/site/page'
import { currentCall } from '@/lib/data/calls'
import { heardSoFar } from '@/lib/data/heard'
import { env } from '@/lib/env'
import { callMetadata } from './call-metadata'

export async function generateMetadata() {
  return callMetadata(await currentCall())
}

export default async function CurrentCallPage() {
  const call = await currentCall()
  return (
    <Main width="wide">
      <CallSheet call={call} heard={await heardSoFar(call.id)} now={new Date()} address={env().publicUrl} />
    </Main>
  )
}
