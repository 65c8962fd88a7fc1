import type { Transaction } from '@/lib/db'
import type { AllAnswers } from '@/lib/domain/steps'

export async function sendCorrection(_tx: Transaction, id: string, _answers: AllAnswers): Promise<void> {
  throw new Error(`not built yet: ${id}`)
}
