'use client'

import { ActionForm } from '@/components/ui/action-form'
import { DescriptionList } from '@/components/ui/description-list'

import { showContact } from './actions'

/** Contact details, once somebody asks for them. They are gone again when the page is left. */
export function ContactForm({ reference }: { reference: string }) {
  return (
    <ActionForm action={showContact} submit="Show contact details" variant="secondary" small label="Contact details">
      {(_, contact) => (
        <>
          <input type="hidden" name="reference" value={reference} readOnly />
          {contact ? (
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
