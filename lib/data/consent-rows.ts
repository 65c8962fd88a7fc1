import { consentKinds, wordingShown, type ConsentAnswer, type ConsentKind } from '@/lib/domain/consent'
import type { FormContent } from '@/lib/domain/form-version'
import type { Answers } from '@/lib/domain/steps'
import { Prisma } from '@/prisma/generated/client'

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

/** The statement that keeps these answers, in the words of the form on which they were given. */
export function consentRows(
  submissionId: string,
  contact: Answers<'contact'>,
  { consents, wordingVersion }: FormContent,
  { channel, recordedById }: { channel: ConsentChannel; recordedById?: string },
): Prisma.Sql {
  const answers = consentAnswers(contact)
  const given = consentKinds.map(kind => ({
    kind,
    answer: answers[kind],
    wording: wordingShown(consents[kind], answers[kind]),
  }))
  return Prisma.sql`
    INSERT INTO "Consent" ("id", "submissionId", "kind", "answer", "wording", "wordingVersion", "channel", "recordedById")
    SELECT gen_random_uuid(), ${submissionId}::uuid, g."kind", g."answer", g."wording", ${wordingVersion}, ${channel}, ${recordedById ?? null}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g("kind" "ConsentKind", "answer" "ConsentAnswer", "wording" text)`
}
