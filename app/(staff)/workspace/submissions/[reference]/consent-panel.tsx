import Link from 'next/link'

import { ContactForm } from '@/components/submission/contact-form'
import { DescriptionList } from '@/components/ui/description-list'
import type { SubmissionView } from '@/lib/data/submissions'

import { showContact } from './actions'

type Consent = SubmissionView['consents'][number]

const order = ['PUBLISH', 'TELEPHONE', 'TELL_OUTCOME', 'SHOW_BEFORE'] as const

const words: Record<
  Consent['kind'],
  { term: string; answers: Partial<Record<Consent['answer'], string>>; none: string }
> = {
  PUBLISH: {
    term: 'Publishing',
    answers: {
      WITH_NAME: 'May be published with the organisation’s name',
      WITHOUT_NAME: 'May be published, but without the organisation’s name',
      NO: 'Must not be published: research use only',
    },
    none: 'Must not be published: no answer was given',
  },
  TELEPHONE: {
    term: 'Telephone',
    answers: { YES: 'May be telephoned', NO: 'Must not be telephoned' },
    none: 'Must not be telephoned: no answer was given',
  },
  TELL_OUTCOME: {
    term: 'Outcome',
    answers: { YES: 'Wants to be told what becomes of it', NO: 'Did not ask to be told what becomes of it' },
    none: 'Did not ask to be told what becomes of it',
  },
  SHOW_BEFORE: {
    term: 'Before publishing',
    answers: { YES: 'Wants to see the case study first', NO: 'Did not ask to see the case study first' },
    none: 'Did not ask to see the case study first',
  },
}

/** What the respondent allows and wishes, in plain words; contact details only on request. */
export function ConsentPanel({ submission }: { submission: SubmissionView }) {
  const items = order.map(kind => {
    const given = submission.consents.find(consent => consent.kind === kind)
    return { term: words[kind].term, value: (given && words[kind].answers[given.answer]) ?? words[kind].none }
  })
  return (
    <section aria-labelledby="consents">
      <h2 id="consents" className="mb-3 text-lg">
        What the respondent allows
      </h2>
      <DescriptionList items={items} />
      {submission.consents.some(({ kind, answer }) => kind === 'TELEPHONE' && answer === 'YES') ? (
        <p className="mt-3">
          <Link
            href={`/workspace/follow-ups/${submission.reference}`}
            prefetch={false}
            className="inline-block min-h-6"
          >
            Follow up by telephone
          </Link>
        </p>
      ) : null}
      <div className="mt-4">
        {submission.hasContact ? (
          <ContactForm reference={submission.reference} action={showContact} />
        ) : (
          <p className="text-muted">No contact details were given.</p>
        )}
      </div>
    </section>
  )
}
