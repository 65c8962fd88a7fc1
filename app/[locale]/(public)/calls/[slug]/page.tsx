import { notFound } from 'next/navigation'

import { callMetadata } from '@/app/[locale]/(public)/call-metadata'
import { CallSheet } from '@/components/call/call-sheet'
import { Main } from '@/components/site/page'
import { callBySlug } from '@/lib/data/calls'
import { heardSoFar } from '@/lib/data/heard'

type CallPageProps = PageProps<'/[locale]/calls/[slug]'>

export async function generateMetadata({ params }: CallPageProps) {
  return callMetadata((await callBySlug((await params).slug)) ?? notFound())
}

export default async function CallPage({ params }: CallPageProps) {
  const call = (await callBySlug((await params).slug)) ?? notFound()
  return (
    <Main width="wide">
      <CallSheet call={call} heard={await heardSoFar(call.id)} now={new Date()} />
    </Main>
  )
}
