import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { currentCall } from '@/lib/data/calls'
import { listCaseStudyNews } from '@/lib/data/case-study-news'
import { getMyWork } from '@/lib/data/my-work'
import { listStrandedWork } from '@/lib/data/stranded-work'
import { readProgress } from '@/lib/data/progress'
import { recentChanges } from '@/lib/data/recent-changes'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { MyCalls } from './my-calls'
import { MyCaseStudies } from './my-case-studies'
import { MyMentions } from './my-mentions'
import { MyChanges } from './my-changes'
import { MyProgress } from './my-progress'
import { MySubmissions } from './my-submissions'
import { PortalWork } from './portal-work'
import { StrandedWork } from './stranded-work'

export const metadata: Metadata = { title: 'My work' }

export default async function MyWorkPage() {
  const [viewer, call] = await Promise.all([requireViewer(), currentCall()])
  if (!may(viewer, 'enterWorkspace')) notFound()
  const [work, stranded, progress, changes, news] = await Promise.all([
    getMyWork(viewer, call.id),
    listStrandedWork(viewer, call.id),
    readProgress(viewer, call.id),
    recentChanges(viewer, call.id),
    listCaseStudyNews(viewer, call.id),
  ])
  return (
    <Main width="wide">
      <PageTitle title="My work" lead={`What waits for you, ${viewer.name}.`} />
      <MyMentions viewer={viewer} callId={call.id} />
      <MySubmissions work={work} />
      <StrandedWork stranded={stranded} />
      <MyCalls viewer={viewer} callId={call.id} />
      {work.toCode ? <MyChanges changes={changes} /> : null}
      {progress ? <MyProgress progress={progress} now={new Date()} /> : null}
      <MyCaseStudies work={work} news={news} />
      <PortalWork viewer={viewer} failedMail={work.failedMail} />
    </Main>
  )
}
