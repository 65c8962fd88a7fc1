import { conflictsInWords } from '@/app/[locale]/submit/conflict-words'
import { saveAnswers } from '@/lib/data/draft-saving'
import { DraftSave } from '@/lib/domain/draft-save'
import { isStepField } from '@/lib/domain/step-form'
import { keepDraftToken, readDraftToken } from '@/lib/draft-cookie'
import { timeInWords } from '@/lib/i18n/in-words'
import { requestNetwork } from '@/lib/request-network'

const statuses = { tooMany: 429, sent: 409, closed: 403, notOpen: 403, analysed: 403 } as const

/**
 * Keeps what somebody is typing. Answers with the version that each field now has, and what another page saved
 * meanwhile; only what is committed is said to be saved. A page without a draft is given one.
 */
export async function POST(request: Request): Promise<Response> {
  const parsed = DraftSave.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return answer({ message: 'unreadable' }, 400)
  const { writer, turn, answers } = parsed.data
  const given = answers.flatMap(({ field, value, base }) => (isStepField(field) ? [{ field, value, base }] : []))
  const token = await readDraftToken()
  const result = await saveAnswers(token, given, { writer, turn, network: await requestNetwork() })
  if (!result.ok) return answer({ message: result.message }, statuses[result.message as keyof typeof statuses] ?? 422)
  const { saved, conflicts, began } = result.value
  if (began) await keepDraftToken(result.value.token)
  return answer({
    draft: result.value.id,
    saved: Object.fromEntries(saved.map(({ field, version }) => [field, version])),
    time: timeInWords(new Date(), 'en'),
    conflicts: await conflictsInWords(conflicts, result.value.token),
  })
}

function answer(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
