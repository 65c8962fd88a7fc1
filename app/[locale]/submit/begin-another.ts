import { saveAnswers } from '@/lib/data/draft-saving'
import { organisationSaid } from '@/lib/data/evidence'
import { isStepField } from '@/lib/domain/step-form'
import { keepDraftToken } from '@/lib/draft-cookie'
import { dropEvidenceToken } from '@/lib/evidence-cookie'
import { requestNetwork } from '@/lib/request-network'

/**
 * Begins another example in this browser, with what the holder of a private page said of their organisation, and
 * forgets the way to that page: somebody else may give the next one. For server actions only. False where the key opens nothing, or the call takes no answers.
 */
export async function beginAnotherFrom(evidenceToken: string): Promise<boolean> {
  const said = await organisationSaid(evidenceToken)
  if (!said) return false
  const given = Object.entries(said).flatMap(([field, value]) =>
    isStepField(field) ? [{ field, value, base: 0 }] : [],
  )
  const begun = await saveAnswers(null, given, { writer: '', turn: 0, network: await requestNetwork() })
  if (!begun.ok) return false
  await keepDraftToken(begun.value.token)
  await dropEvidenceToken()
  return true
}
