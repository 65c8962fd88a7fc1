import { zodResolver } from '@hookform/resolvers/zod'
import type { ResolverOptions, ResolverResult } from 'react-hook-form'
import type * as z from 'zod/mini'

import type { StepName } from '@/lib/domain/step-fields'
import type { FormValues } from '@/lib/domain/step-form'
import { steps } from '@/lib/domain/steps'

/** Checks a step's form by the schema that the server checks it by too. */
export function checkStep(
  step: StepName,
  values: FormValues,
  context: unknown,
  options: ResolverOptions<FormValues>,
): Promise<ResolverResult<FormValues>> | ResolverResult<FormValues> {
  const schema = steps[step] as z.ZodMiniType<unknown, FormValues>
  return zodResolver(schema, undefined, { raw: true })(values, context, options)
}
