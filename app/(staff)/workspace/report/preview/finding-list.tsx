import Link from 'next/link'

import { Tag } from '@/components/ui/tag'
import type { ReportFinding } from '@/lib/data/report-review'
import type { SectionRow } from '@/lib/data/reports'
import { findingKindNames } from '@/lib/domain/finding-kinds'
import { sectionName } from '@/lib/domain/report-edition'

import { KeepForm } from './deed-forms'

type FindingListProps = { findings: ReportFinding[]; sections: SectionRow[]; editable: boolean }

/** Names, numbers and addresses in the text, and what was said of each. */
export function FindingList({ findings, sections, editable }: FindingListProps) {
  if (findings.length === 0) return <p className="text-muted">No names, numbers or addresses were found in the text.</p>
  const addressOf = new Map(sections.map(section => [sectionName(section), `/workspace/report/sections/${section.id}`]))
  return (
    <ul className="flex flex-col gap-4">
      {findings.map(({ words, kind, forbidden, where, kept }, index) => (
        <li key={words} className="border-t border-line pt-3 first:border-0 first:pt-0">
          <p className="flex flex-wrap items-center gap-1.5">
            {kept ? <Tag tone="moss">Stays</Tag> : <Tag tone="furnace">{forbidden ? 'Take it out' : 'To decide'}</Tag>}
            <Tag>{findingKindNames[kind]}</Tag>
          </p>
          <p className="mt-1 font-semibold wrap-anywhere">“{words}”</p>
          <p className="flex flex-wrap gap-x-3 text-sm">
            {where.map(name => (
              <Link
                key={name}
                href={addressOf.get(name) ?? '/workspace/report'}
                prefetch={false}
                className="inline-flex min-h-6 items-center"
              >
                {name}
              </Link>
            ))}
          </p>
          {forbidden ? <p className="text-sm">Consent does not let these words be published.</p> : null}
          {kept ? (
            <p className="text-sm wrap-anywhere text-muted">
              {kept.reason} ({kept.by})
            </p>
          ) : null}
          {editable && !forbidden && !kept ? <KeepForm words={words} at={index} /> : null}
        </li>
      ))}
    </ul>
  )
}
