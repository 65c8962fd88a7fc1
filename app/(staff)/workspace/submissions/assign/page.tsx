import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { Main, PageTitle, Section } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { Notice } from '@/components/ui/notice'
import { previewDraw, readAssigning } from '@/lib/data/assigning'
import { currentCall } from '@/lib/data/calls'
import { DrawInput, usualShare } from '@/lib/domain/assignment-draw'
import { requireViewer } from '@/lib/session'

import { DrawChoices } from './draw-choices'
import { DrawHistory } from './draw-history'
import { DrawResult } from './draw-result'

export const metadata: Metadata = { title: 'Assign by rule' }

const list = '/workspace/submissions'

export default async function AssignPage({ searchParams }: PageProps<'/workspace/submissions/assign'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const assigning = await readAssigning(viewer, call.id)
  if (!assigning) notFound()
  const parsed = DrawInput.safeParse(asked)
  const wished = 'share' in asked || 'seed' in asked
  const errors = wished && !parsed.success ? z.flattenError(parsed.error).fieldErrors : {}
  const preview = parsed.success ? await previewDraw(viewer, call.id, parsed.data) : null
  const researchers = assigning.people.filter(({ lead }) => !lead).map(({ id }) => id)
  return (
    <Main width="wide">
      <BackLink href={list}>Submissions</BackLink>
      <PageTitle title="Assign by rule" lead={waiting(assigning)} />
      {asked.done ? (
        <Notice tone="moss" live className="mb-6">
          They are assigned. Everybody finds theirs on My work.
        </Notice>
      ) : null}
      <DrawChoices
        path={`${list}/assign`}
        people={assigning.people}
        chosen={
          parsed.success
            ? { ...parsed.data, share: String(parsed.data.share) }
            : {
                share: one(asked.share) ?? String(usualShare),
                seed: one(asked.seed) ?? randomUUID().slice(0, 8),
                people: wished ? [asked.people ?? []].flat() : researchers,
              }
        }
        errors={errors}
      />
      {preview && parsed.success ? (
        <Section title="What this would do" id="preview">
          {preview.ok ? (
            <DrawResult preview={preview.value} input={parsed.data} />
          ) : (
            <Notice tone="furnace">{preview.fields?.people?.[0] ?? preview.message}</Notice>
          )}
        </Section>
      ) : null}
      <DrawHistory draws={assigning.draws} />
    </Main>
  )
}

function one(value: string | string[] | undefined) {
  return Array.isArray(value) ? value[0] : value
}

function waiting({ waiting: fresh, coded }: { waiting: number; coded: number }) {
  const first =
    fresh === 0
      ? 'Everything that nobody has coded is assigned.'
      : `${fresh.toLocaleString('en-GB')} ${fresh === 1 ? 'submission is' : 'submissions are'} assigned to nobody.`
  const rest =
    coded === 0
      ? ''
      : ` ${coded.toLocaleString('en-GB')} more ${coded === 1 ? 'is' : 'are'} unassigned, but coded by somebody: assign ${coded === 1 ? 'it' : 'them'} by hand.`
  return first + rest
}
