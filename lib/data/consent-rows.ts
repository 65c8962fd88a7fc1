import { consentKinds, wordingShown, type ConsentAnswer, type ConsentKind } from '@/lib/domain/consent'
import type { FormContent } from '@/lib/domain/form-version'
import type { Answers } from '@/lib/domain/steps'

/** Where a consent was given: `page` is the respondent's own. */
export type ConsentChannel = 'form' | 'page' | 'telephone' | 'paper' | 'email'

/** What the contact step says of each consent and wish; one not ticked is a no. */
export function consentAnswers(contact: Answers<'contact'>): Record<ConsentKind, ConsentAnswer> {
  return {
    TELEPHONE: contact.mayTelephone,
    PUBLISH: contact.publish,
    TELL_OUTCOME: contact.wishes.includes('TELL_OUTCOME') ? 'YES' : 'NO',
    SHOW_BEFORE: contact.wishes.includes('SHOW_BEFORE') ? 'YES' : 'NO',
  }
}

/** The rows that keep these answers, in the words of the form on which they were given. */
export function consentRows(
  submissionId: string,
  contact: Answers<'contact'>,
  { consents, wordingVersion }: FormContent,
  { channel, recordedById }: { channel: ConsentChannel; recordedById?: string },
) {
  const answers = consentAnswers(contact)
  return consentKinds.map(kind => ({
    submissionId,
    kind,
    answer: answers[kind],
    wording: wordingShown(consents[kind], answers[kind]),
    wordingVersion,
    channel,
    ...(recordedById && { recordedById }),
  }))
}
