import { getTranslations } from 'next-intl/server'

import { callMetadata } from '@/app/[locale]/(public)/call-metadata'
import { NothingHere } from '@/app/[locale]/nothing-here'
import { CallSheet } from '@/components/call/call-sheet'
import { Main } from '@/components/site/page'
import { callBySlug } from '@/lib/data/calls'
import { heardSoFar } from '@/lib/data/heard'

type CallPageProps = PageProps<'/[locale]/calls/[slug]'>

export async function generateMetadata({ params }: CallPageProps) {
  const call = await callBySlug((await params).slug)
  return call ? callMetadata(call) : { title: (await getTranslations('site'))('notFound.title') }
}

export default async function CallPage({ params }: CallPageProps) {
  const call = await callBySlug((await params).slug)
  if (!call) return <NothingHere />
  return (
    <Main width="wide">
      <CallSheet call={call} heard={await heardSoFar(call.id)} now={new Date()} />
    </Main>
  )
}
