import type { Message } from './read-message'

const machine =
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|donotreply|bounces?|notifications?|listserv|majordomo)(?:[+._-].*)?@/i
const away =
  /^(?:auto(?:matic)?[\s-]?(?:reply|response|antwort)|autoreply|out of (?:the )?office|i am out of|abwesenheit|réponse automatique|respuesta automática)\b/iu

/**
 * Whether a program sent it, or many got it: an absence note, a list, a newsletter, a notice. To these no automatic answer
 * is ever sent (RFC 3834), or two programs might write to each other for ever.
 */
export function isAutomatic({
  headers,
  fromAddress,
  subject,
}: Pick<Message, 'headers' | 'fromAddress' | 'subject'>): boolean {
  const value = (name: string) => (headers.get(name) ?? '').toLowerCase()
  const submitted = value('auto-submitted')
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    /\b(?:bulk|junk|list|auto_reply)\b/.test(value('precedence')) ||
    /\b(?:all|autoreply|oof)\b/.test(value('x-auto-response-suppress')) ||
    ['list-id', 'list-unsubscribe', 'list-post', 'x-autoreply', 'x-autorespond', 'feedback-id'].some(name =>
      headers.has(name),
    ) ||
    value('return-path') === '<>' ||
    fromAddress === '' ||
    machine.test(fromAddress) ||
    away.test(subject)
  )
}
