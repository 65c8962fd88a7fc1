import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import * as z from 'zod/mini'

import { StatusTag } from '@/app/(staff)/workspace/report/status-tag'
import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { currentCall } from '@/lib/data/calls'
import { listCodes } from '@/lib/data/codes'
import { listFigures } from '@/lib/data/figures'
import { readReferences } from '@/lib/data/report-references'
import { readSection } from '@/lib/data/report-sections'
import { analysisFile } from '@/lib/domain/analysis'
import { sectionKindHints, sectionKindNames } from '@/lib/domain/report'
import { requireViewer } from '@/lib/session'

import { SectionDesk } from './section-desk'

type Props = PageProps<'/workspace/report/sections/[id]'>

const Id = z.uuid()

const read = cache(async (id: string) => {
  const [viewer, call, parsed] = [await requireViewer(), await currentCall(), Id.safeParse(id)]
  return parsed.success ? readSection(viewer, call.id, parsed.data) : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const section = await read((await params).id)
  return { title: section ? `${section.number} ${section.title} (report)` : 'Report' }
}

export default async function SectionPage({ params }: Props) {
  const [viewer, call, { id }] = await Promise.all([requireViewer(), currentCall(), params])
  const section = await read(id)
  const references = section && (await readReferences(viewer, call.id, id))
  if (!section?.editable || !references) notFound()
  const [codes, figures] = await Promise.all([listCodes(viewer, call.id), listFigures(viewer, call.id)])
  const { kind, number, title, status } = section
  return (
    <Main width="full">
      <BackLink href="/workspace/report">Outline of the report</BackLink>
      <PageTitle
        title={`${number} ${title}`}
        caption={kind === 'WRITTEN' ? 'Section of the report' : `Appendix: ${sectionKindNames[kind]}`}
        lead={<StatusTag status={status} />}
        actions={
          <p className="flex flex-wrap gap-x-4">
            <Link href={`/workspace/report/sections/${id}/versions`} prefetch={false} className="inline-block min-h-6">
              Versions
            </Link>
            <Link href="/workspace/report/preview" prefetch={false} className="inline-block min-h-6">
              As readers will get it
            </Link>
          </p>
        }
      />
      {kind === 'WRITTEN' ? null : <p className="mb-6 max-w-[66ch]">{sectionKindHints[kind]}</p>}
      <SectionDesk
        section={section}
        references={{
          ...references,
          sections: references.sections.filter(other => other.id !== id),
          charts: figures
            // words of everybody's responses are for the teams alone
            .filter(figure => figure.view.kind !== 'words')
            .map(figure => ({
              id: figure.id,
              words: figure.title,
              picture: analysisFile('chart.svg', figure.view),
            })),
        }}
        codes={codes
          .filter(({ retired }) => !retired)
          .map(({ id: code, path: above, name }) => ({ id: code, name: [...above, name].join(' / ') }))}
      />
    </Main>
  )
}
