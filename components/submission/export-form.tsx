import Link from 'next/link'
import { useId } from 'react'

import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { canHold, exportKindNames, rowsAtOnce, type ExportKind } from '@/lib/domain/export'

type Props = {
  /** What can be exported from this list. */
  what: readonly [ExportKind, ...ExportKind[]]
  /** The filters that are on, as the address has them. */
  query: string
  /** Only these: what was ticked. */
  references?: readonly string[]
  /** What of the list the file holds, in words. */
  of: string
}

const forms = [
  { value: 'xlsx', label: 'Excel (XLSX)', format: 'XLSX' },
  { value: 'csv', label: 'CSV', format: 'CSV' },
  { value: 'jsonl', label: 'JSON Lines', format: 'JSONL' },
  { value: 'docx-code', label: 'Word (DOCX), by code', format: 'DOCX' },
  { value: 'docx-submission', label: 'Word (DOCX), by submission', format: 'DOCX' },
] as const

/** Takes a list away as a file, narrowed as it stands. A plain form: it needs no script. */
export function ExportForm({ what, query, references = [], of }: Props) {
  const id = useId()
  const options = forms.filter(({ format }) => what.every(each => canHold(format, each)))
  return (
    <Disclosure summary="Export">
      <form
        method="post"
        action="/api/workspace/exports"
        aria-label="Export"
        autoComplete="off"
        className="flex max-w-xl flex-col gap-4"
      >
        <input type="hidden" name="query" value={query} />
        {references.map(reference => (
          <input key={reference} type="hidden" name="reference" value={reference} />
        ))}
        <p className="text-sm text-muted">The file holds {of}, as far as you may see it, and says how it was made.</p>
        {what.length > 1 ? (
          <Select
            id={`${id}what`}
            name="what"
            label="What to export"
            options={what.map(each => ({ value: each, label: exportKindNames[each] }))}
          />
        ) : (
          <input type="hidden" name="what" value={what[0]} />
        )}
        <Select id={`${id}form`} name="form" label="Format" options={options.map(option => ({ ...option }))} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button variant="secondary">Export</Button>
          <Link href="/workspace/exchange/exports" prefetch={false} className="inline-flex min-h-control items-center">
            Your exports
          </Link>
        </div>
        <p className="text-sm text-muted">
          Up to {rowsAtOnce.CSV.toLocaleString('en-GB')} rows ({rowsAtOnce.DOCX} in Word) come at once. More are made in
          the background: a mail tells you when the file is ready.
        </p>
      </form>
    </Disclosure>
  )
}
