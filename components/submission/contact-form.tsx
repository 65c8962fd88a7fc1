'use client'

import { useEffect, useState } from 'react'

import { ActionForm } from '@/components/ui/action-form'
import { DescriptionList } from '@/components/ui/description-list'
import type { ContactView } from '@/lib/data/submissions'
import type { Result } from '@/lib/result'

type Show = (before: Result<ContactView> | null, form: FormData) => Promise<Result<ContactView>>

/** Contact details, once somebody asks for them. They are gone again when the page is left. */
export function ContactForm({ reference, action }: { reference: string; action: Show }) {
  return (
    <ActionForm action={action} submit="Show contact details" variant="secondary" small label="Contact details">
      {(_, contact) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          {contact ? (
            <ShownContact key={contact.stamp} reference={reference} contact={contact} />
          ) : (
            <p className="max-w-[60ch] text-muted">
              Contact details are hidden. Each time they are shown is written down in the audit trail.
            </p>
          )}
        </>
      )}
    </ActionForm>
  )
}

const askEvery = 600 // milliseconds: a no is obeyed within a second
const longest = 10 * 60_000

/** What was given, until the respondent takes it back, which is asked again and again, or ten minutes have passed. */
function ShownContact({ reference, contact }: { reference: string; contact: ContactView }) {
  const [gone, setGone] = useState<'takenBack' | 'over' | null>(null)

  useEffect(() => {
    if (gone) return
    const end = setTimeout(() => setGone('over'), longest)
    const clock = setInterval(() => {
      if (document.hidden) return
      fetch(`/workspace/submissions/${reference}/contact-stamp`, { cache: 'no-store' })
        .then(async answer => {
          const stands = answer.ok ? (await answer.text()) === contact.stamp : answer.status !== 404
          if (!stands) setGone('takenBack')
        })
        .catch(() => undefined) // no line: asked again
    }, askEvery)
    return () => {
      clearTimeout(end)
      clearInterval(clock)
    }
  }, [gone, reference, contact.stamp])

  if (gone)
    return (
      <p role="status" className="max-w-[60ch] text-muted">
        {gone === 'over'
          ? 'Hidden again after ten minutes.'
          : 'The respondent has just changed their answer: these contact details no longer hold. Load the page again.'}
      </p>
    )
  return (
    <div role="status">
      <DescriptionList
        items={[
          { term: 'Name', value: contact.name || 'Not given' },
          { term: 'Email address', value: contact.email || 'Not given' },
          { term: 'Telephone number', value: contact.telephone || 'Not given' },
          { term: 'Best times to call', value: contact.bestTimes || 'Not given' },
        ]}
      />
    </div>
  )
}
