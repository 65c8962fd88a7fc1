'use client'

import { Button, ButtonRow } from '@/components/ui/button'

import { Main, PageTitle } from './page'

type FaultPageProps = {
  words: { title: string; kept: string; id: string; retry: string; home: string }
  home: string
  error: unknown
  retry: () => void
}

/** Something broke that nobody foresaw. The number is the one that the log has. */
export function FaultPage({ words, home, error, retry }: FaultPageProps) {
  const id = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
  return (
    <Main>
      <PageTitle title={words.title} lead={words.kept} />
      {id ? (
        <p className="mb-6">
          {words.id} <strong className="tabular-nums">{id}</strong>
        </p>
      ) : null}
      <ButtonRow>
        <Button type="button" onClick={() => retry()}>
          {words.retry}
        </Button>
        {/* A full load on purpose: what broke may be the program in this browser. */}
        <a href={home} className="inline-flex min-h-control items-center">
          {words.home}
        </a>
      </ButtonRow>
    </Main>
  )
}
