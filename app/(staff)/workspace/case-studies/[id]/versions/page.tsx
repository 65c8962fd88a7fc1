import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { ChangeList } from '@/components/writing/change-list'
import { listVersions } from '@/lib/data/case-study-versions'
import { CaseStudyId } from '@/lib/domain/case-study'
import { CompareInput } from '@/lib/domain/case-study-version'
import { requireViewer } from '@/lib/session'

import { RestoreForm } from './restore-form'
import { VersionList } from './version-list'

export const metadata: Metadata = { title: 'Versions of a case study' }

export default async function VersionsPage({
  params,
  searchParams,
}: PageProps<'/workspace/case-studies/[id]/versions'>) {
  const [viewer, { id }, asked] = await Promise.all([requireViewer(), params, searchParams])
  const parsed = CaseStudyId.safeParse(id)
  const view = parsed.success ? await listVersions(viewer, parsed.data, CompareInput.parse(asked)) : null
  if (!view) notFound()
  const { title, version, rows, from, to, changes, allows } = view
  const chosen = rows.find(row => row.number === to)
  return (
    <Main width="full">
      <BackLink href={`/workspace/case-studies/${id}`}>Back to the case study</BackLink>
      <PageTitle title="Versions" caption={title} />
      {rows.length === 0 ? (
        <p>Nothing has been saved since it was started. Each save is kept here.</p>
      ) : (
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_23rem]">
          <section aria-labelledby="changes" className="min-w-0">
            <h2 id="changes" className="mb-3 text-xl">
              {from ? `From version ${from} to version ${to}` : `Version ${to}`}
            </h2>
            {from ? <ChangeList changes={changes} /> : <p>There is no version before it.</p>}
            {allows.restore && chosen && !chosen.current ? (
              <div className="mt-6">
                <RestoreForm id={id} version={version} number={chosen.number} />
              </div>
            ) : null}
          </section>
          <section aria-labelledby="list" className="min-w-0">
            <h2 id="list" className="mb-3 text-xl">
              All versions
            </h2>
            <VersionList id={id} rows={rows} to={to} />
          </section>
        </div>
      )}
    </Main>
  )
}
