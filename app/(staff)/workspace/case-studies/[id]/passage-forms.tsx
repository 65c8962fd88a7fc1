'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/text-area'

import { answerComment, resolveComment } from './approval-actions'

export function AnswerForm({ comment }: { comment: string }) {
  return (
    <Disclosure summary={<span className="text-sm">Answer</span>}>
      <ActionForm action={answerComment} submit="Send answer" idPrefix={`${comment}-`}>
        {errorOf => (
          <>
            <input type="hidden" name="comment" value={comment} />
            <TextArea id={`${comment}-body`} name="body" label="Your answer" error={errorOf('body')} rows={3} />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}

export function ResolveForm({ comment, resolved }: { comment: string; resolved: boolean }) {
  return (
    <ActionForm action={resolveComment} submit={resolved ? 'Reopen' : 'Resolve'} variant="quiet" small>
      <input type="hidden" name="comment" value={comment} />
      <input type="hidden" name="resolved" value={resolved ? 'no' : 'yes'} />
    </ActionForm>
  )
}
