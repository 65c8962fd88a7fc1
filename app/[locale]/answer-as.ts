import { headers } from 'next/headers'

import { noteStatus } from '@/lib/answer-status'

/** Has the page that is being rendered answered with a status that Next has no way to say, or says without a page. */
export async function answerAs(status: 404 | 410 | 429): Promise<void> {
  noteStatus((await headers()).get('x-portal-request') ?? '', status)
}
