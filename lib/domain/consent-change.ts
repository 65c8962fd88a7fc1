import * as z from 'zod/mini'

import { publishAnswers } from './consent'
import type { FieldError } from './step-fields'
import { contactFields, isTelephone } from './steps'

const says = (error: FieldError) => error
const yesOrNo = z.enum(['YES', 'NO'], 'Select yes or no')

/**
 * One consent or wish as the respondent's own page sends it. A yes to the telephone comes with a number.
 * Messages of the fields are `FieldError`s, as in the contact step.
 */
export const ConsentChange = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('TELEPHONE'),
      answer: yesOrNo,
      telephone: contactFields.telephone,
      bestTimes: contactFields.bestTimes,
    })
    .check(
      z.refine(({ answer, telephone }) => answer === 'NO' || telephone !== '', {
        path: ['telephone'],
        error: says('telephone.missing'),
      }),
      z.refine(({ answer, telephone }) => answer === 'NO' || telephone === '' || isTelephone(telephone), {
        path: ['telephone'],
        error: says('telephone.form'),
      }),
    ),
  z.object({
    kind: z.literal('PUBLISH'),
    answer: z.enum(publishAnswers, 'Select whether we may publish your example'),
  }),
  z.object({ kind: z.literal('TELL_OUTCOME'), answer: yesOrNo, email: contactFields.email }),
  z.object({ kind: z.literal('SHOW_BEFORE'), answer: yesOrNo, email: contactFields.email }),
])
export type ConsentChange = z.infer<typeof ConsentChange>
