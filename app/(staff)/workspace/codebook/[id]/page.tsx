import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { Main, PageTitle, Section } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/button'
import { Swatch, Tag } from '@/components/ui/tag'
import { currentCall } from '@/lib/data/calls'
import { listPassages } from '@/lib/data/code-passages'
import { listChanges } from '@/lib/data/codebook-history'
import { listCodes, type CodeView } from '@/lib/data/codes'
import { colourNames } from '@/lib/domain/codebook'
import { readCursor } from '@/lib/domain/cursor'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { CodeForm } from '@/app/(staff)/workspace/codebook/code-form'
import { Guidance } from '@/app/(staff)/workspace/codebook/guidance'
import { used } from '@/app/(staff)/workspace/codebook/used'
import { CodeDeeds } from './code-deeds'
import { History } from './history'
import { Passages } from './passages'

type Props = PageProps<'/workspace/codebook/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, call, { id }] = await Promise.all([requireViewer(), currentCall(), params])
  const code = (await listCodes(viewer, call.id)).find(one => one.id === id)
  return { title: code ? `${code.name}, a code` : 'Codebook' }
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

export default async function CodePage({ params, searchParams }: Props) {
  const [viewer, call, { id }, asked] = await Promise.all([requireViewer(), currentCall(), params, searchParams])
  if (!may(viewer, 'readCodebook') || !z.uuid().safeParse(id).success) notFound()
  const codes = await listCodes(viewer, call.id)
  const code = codes.find(other => other.id === id)
  if (!code) notFound()
  const edits = may(viewer, 'editCodebook')
  const editing = edits && asked['do'] === 'edit'
  const anew = asked['show'] === 'anew'
  const [page, history] = await Promise.all([
    listPassages(viewer, code.id, { after: readCursor(one(asked['after'])), anew }),
    listChanges(viewer, { id: code.id, callId: call.id }, readCursor(one(asked['before']))),
  ])
  return (
    <Main width="wide">
      <BackLink href="/workspace/codebook">Codebook</BackLink>
      <PageTitle
        title={
          <span className="inline-flex items-center gap-3">
            <Swatch colour={code.colour} />
            {code.name}
          </span>
        }
        caption={code.path.length > 0 ? `Under ${code.path.join(' › ')}` : undefined}
        lead={<Standing code={code} codes={codes} uses={page.total} />}
        actions={
          edits && !editing ? (
            <LinkButton href={`/workspace/codebook/${code.id}?do=edit#edit`} variant="secondary">
              Edit
            </LinkButton>
          ) : null
        }
      />
      {editing ? (
        <section id="edit" aria-label="Edit the code" className="rounded-md border border-line bg-sheet p-4">
          <CodeForm code={code} />
        </section>
      ) : (
        <Guidance code={code} />
      )}
      <Section title="Passages" id="passages">
        <Passages code={code} codes={codes} page={page} anew={anew} edits={edits} />
      </Section>
      {edits ? (
        <Section title="Its place and its end" id="deeds">
          <CodeDeeds code={code} codes={codes} uses={page.total} />
        </Section>
      ) : null}
      <Section title="History" id="history">
        <History codeId={code.id} {...history} />
      </Section>
    </Main>
  )
}

function Standing({ code, codes, uses }: { code: CodeView; codes: CodeView[]; uses: number }) {
  const into = codes.find(other => other.id === code.mergedIntoId)
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
      {code.retired ? <Tag tone="furnace">{into ? 'Merged' : 'Retired'}</Tag> : null}
      {into ? (
        <span>
          into{' '}
          <Link href={`/workspace/codebook/${into.id}`} prefetch={false}>
            {into.name}
          </Link>
        </span>
      ) : null}
      <span className="text-muted">
        Colour {code.colour}, {colourNames[code.colour - 1]} · {used(uses)}
      </span>
    </span>
  )
}
