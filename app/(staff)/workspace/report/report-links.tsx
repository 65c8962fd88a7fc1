import { PartLinks } from '@/components/site/part-links'

const parts = [
  { at: 'outline', href: '/workspace/report', label: 'Outline' },
  { at: 'references', href: '/workspace/report/references', label: 'References' },
  { at: 'preview', href: '/workspace/report/preview', label: 'As readers will get it' },
] as const

/** From one part of the work on the report to another. */
export function ReportLinks({ at }: { at: (typeof parts)[number]['at'] }) {
  return (
    <PartLinks
      label="Parts of the report"
      links={parts.map(part => ({ href: part.href, label: part.label, current: part.at === at }))}
    />
  )
}
