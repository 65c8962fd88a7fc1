import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { Tag } from '@/components/ui/tag'
import { ChangeList } from '@/components/writing/change-list'
import { currentCall } from '@/lib/data/calls'
import { listSectionVersions, readSection, type SectionVersionView } from '@/lib/data/report-sections'
import { addressWith } from '@/lib/domain/address'
import { CompareInput } from '@/lib/domain/case-study-version'
import { londonDateTime } from '@/lib/domain/london-time'
import { changesOf } from '@/lib/domain/word-changes'
import { requireViewer } from '@/lib/session'

import { RestoreForm } from './restore-form'

type Props = PageProps<'/workspace/report/sections/[id]/versions'>

export const metadata: Metadata = { title: 'Versions of a section' }

const Id = z.uuid()

export default async function SectionVersionsPage({ params, searchParams }: Props) {
  const [viewer, call, { id }, asked] = await Promise.all([requireViewer(), currentCall(), params, searchParams])
  if (!Id.safeParse(id).success) notFound()
  const [section, rows] = await Promise.all([
    readSection(viewer, call.id, id),
    listSectionVersions(viewer, call.id, id),
  ])
  if (!section || !rows) notFound()
  const { from, to } = CompareInput.parse(asked)
  const chosen = rows.find(({ number }) => number === to) ?? rows[0]
  return (
    <Main width="full">
      <BackLink href={`/workspace/report/sections/${id}`}>Back to the section</BackLink>
      <PageTitle title="Versions" caption={`${section.number} ${section.title}`} />
      {chosen ? (
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_23rem]">
          <section aria-labelledby="changes" className="min-w-0">
            <Changes rows={rows} chosen={chosen} from={from} />
            {section.editable && chosen !== rows[0] ? (
              <div className="mt-6">
                <RestoreForm id={id} version={section.version} number={chosen.number} />
              </div>
            ) : null}
          </section>
          <section aria-labelledby="list" className="min-w-0">
            <h2 id="list" className="mb-3 text-xl">
              All versions
            </h2>
            <VersionList id={id} rows={rows} chosen={chosen} />
          </section>
        </div>
      ) : (
        <p>Nothing has been saved since it was added. What is saved is kept here.</p>
      )}
    </Main>
  )
}

type Rows = { rows: SectionVersionView[]; chosen: SectionVersionView }

/** How a version differs from another, or from the one before it. */
function Changes({ rows, chosen, from }: Rows & { from: number | undefined }) {
  const before = rows.find(({ number }) => number === from) ?? rows.find(({ number }) => number < chosen.number)
  return (
    <>
      <h2 id="changes" className="mb-3 text-xl">
        {before ? `From version ${before.number} to version ${chosen.number}` : `Version ${chosen.number}`}
      </h2>
      {before ? <ChangeList changes={changesBetween(before, chosen)} /> : <Words {...chosen} />}
    </>
  )
}

function changesBetween(before: SectionVersionView, after: SectionVersionView) {
  return [
    { label: 'Title', changes: changesOf(before.title, after.title) },
    { label: 'Text', changes: changesOf(before.words, after.words) },
  ].filter(({ changes }) => changes.some(({ kind }) => kind !== 'same'))
}

/** The first version: there is nothing to hold it against. */
function Words({ title, words }: SectionVersionView) {
  return (
    <>
      <h3 className="mb-1 text-base">{title}</h3>
      <p dir="auto" className="max-w-[66ch] wrap-break-word whitespace-pre-line">
        {words}
      </p>
    </>
  )
}

function VersionList({ id, rows, chosen }: Rows & { id: string }) {
  const path = `/workspace/report/sections/${id}/versions`
  const [standing] = rows
  return (
    <ol className="border-t border-line">
      {rows.map(row => (
        <li key={row.number} className="border-b border-line py-3">
          <p className="flex flex-wrap items-center gap-2">
            <Link
              href={addressWith(path, { to: String(row.number) })}
              prefetch={false}
              aria-current={row === chosen ? 'true' : undefined}
              className="inline-block min-h-6 font-semibold"
            >
              Version {row.number}
            </Link>
            {row === standing ? <Tag tone="moss">As it stands</Tag> : null}
          </p>
          <p className="text-sm">{row.by}</p>
          <p className="text-sm text-muted">
            <time dateTime={row.savedAt.toISOString()}>{londonDateTime(row.savedAt)}</time>
          </p>
          {standing && row !== standing ? (
            <p className="text-sm">
              <Link
                href={addressWith(path, { from: String(standing.number), to: String(row.number) })}
                prefetch={false}
                className="inline-block min-h-6"
              >
                Compare version {row.number} with the text as it stands
              </Link>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
