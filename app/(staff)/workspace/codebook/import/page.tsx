import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

export const metadata: Metadata = { title: 'Import a codebook' }

export default async function ImportPage({ searchParams }: PageProps<'/workspace/codebook/import'>) {
  const [viewer, { problem }] = await Promise.all([requireViewer(), searchParams])
  if (!may(viewer, 'editCodebook')) notFound()
  return (
    <Main>
      <BackLink href="/workspace/codebook">Codebook</BackLink>
      <PageTitle
        title="Import a codebook"
        lead="Codes with the same name are changed, new ones are added, and nothing is taken away. First you see what would be done."
      />
      {problem ? (
        <Notice tone="furnace" title="No file arrived" className="mb-6">
          Choose a file and send it again.
        </Notice>
      ) : null}
      <form
        action="/api/codebook/imports"
        method="post"
        encType="multipart/form-data"
        className="flex flex-col items-start gap-3 rounded-md border border-line bg-sheet p-5"
      >
        <label htmlFor="file" className="font-semibold">
          File
        </label>
        <p id="file-hint" className="max-w-[60ch] text-muted">
          CSV, with a first row that names the columns (Name, Stands under, Colour, Definition, When to use, When not to
          use, Example, Status; only Name is needed), or a REFI-QDA codebook (.qdc). Up to 2 MB.
        </p>
        <input
          id="file"
          name="file"
          type="file"
          aria-describedby="file-hint"
          accept=".csv,.qdc,.tsv,.txt,text/csv,application/xml"
          required
          className="w-full min-w-0 file:mr-3 file:min-h-control file:cursor-pointer file:rounded-md file:border-2 file:border-solid file:border-edge file:bg-paper file:px-control-pad file:font-semibold"
        />
        <Button>Show what it would do</Button>
      </form>
    </Main>
  )
}
