'use server'

import { redirect } from 'next/navigation'

import { readPosted } from '@/app/(staff)/posted'
import { measureAgreement } from '@/lib/data/agreement-runs'
import { currentCall } from '@/lib/data/calls'
import { AgreementOptions } from '@/lib/domain/agreement-report'
import type { Result } from '@/lib/result'

export async function beginMeasuring(_: Result<{ id: string }> | null, form: unknown): Promise<Result<{ id: string }>> {
  const posted = await readPosted(form, AgreementOptions)
  if (!posted.ok) return posted
  const call = await currentCall()
  const result = await measureAgreement(posted.viewer, call.id, posted.input)
  if (result.ok) redirect(`/workspace/agreement/${result.value.id}`)
  return result
}
