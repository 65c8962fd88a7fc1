import type { Save, SaveAnswer } from './answer-saver'

const patience = 20_000
const mostKeptAlive = 50_000 // browsers send no more than 64 kB after the page is gone

/** Posts a save. Whatever is no clear answer of the portal's own counts as nobody being there. */
export async function postAnswers(save: Save): Promise<SaveAnswer> {
  const body = JSON.stringify(save)
  try {
    const answer = await fetch('/api/draft/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < mostKeptAlive,
      signal: AbortSignal.timeout(patience),
    })
    if (answer.status >= 500 || answer.status === 429) return { kind: 'away' }
    const { readSaved, readRefused } = await import('./save-answer')
    const said: unknown = await answer.json()
    return answer.ok ? { kind: 'done', ...readSaved(said) } : { kind: 'refused', message: readRefused(said) }
  } catch {
    return { kind: 'away' }
  }
}
