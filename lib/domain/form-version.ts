import * as z from 'zod/mini'

import { consentKinds, consentWords, noticeVersion, wordingVersion } from './consent'

const Words = z.object({
  question: z.string(),
  explanation: z.string(),
  answers: z.array(z.object({ value: z.enum(['YES', 'WITH_NAME', 'WITHOUT_NAME', 'NO']), label: z.string() })),
})

/**
 * What a respondent is shown and can choose from: kept whole with the response, so that an edit of a live call changes
 * no draft and no old response. `notice` is the text of the privacy notice, lines parted by LF.
 */
export const FormContent = z.object({
  prompts: z.array(z.object({ key: z.string(), theme: z.string(), text: z.string() })),
  places: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      kind: z.enum(['AUTHORITY', 'WHOLE_REGION', 'ELSEWHERE']),
      parentKey: z.nullable(z.string()),
      tileColumn: z.nullable(z.number()),
      tileRow: z.nullable(z.number()),
    }),
  ),
  communities: z.array(z.string()),
  partners: z.array(z.string()),
  commissioner: z.string(),
  consents: z.record(z.enum(consentKinds), Words),
  wordingVersion: z.string(),
  noticeVersion: z.string(),
  notice: z.string(),
})
export type FormContent = z.infer<typeof FormContent>

/** What a call offers, as far as the form shows it. */
type Offering = {
  prompts: readonly FormContent['prompts'][number][]
  places: readonly FormContent['places'][number][]
  communities: readonly string[]
  partners: readonly { name: string }[]
  commissioner: string
}

/** The form as a call shows it now, with the wordings of the consents and the notice in force. */
export function formContentOf(call: Offering, notice: string): FormContent {
  const partners = call.partners.map(({ name }) => name)
  return {
    prompts: call.prompts.map(({ key, theme, text }) => ({ key, theme, text })),
    places: call.places.map(({ key, name, kind, parentKey, tileColumn, tileRow }) => ({
      key,
      name,
      kind,
      parentKey,
      tileColumn,
      tileRow,
    })),
    communities: [...call.communities],
    partners,
    commissioner: call.commissioner,
    consents: consentWords({ partners, commissioner: call.commissioner }),
    wordingVersion,
    noticeVersion,
    notice,
  }
}
