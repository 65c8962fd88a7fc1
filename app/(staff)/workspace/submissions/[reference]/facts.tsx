import { DescriptionList, type Description } from '@/components/ui/description-list'
import type { SubmissionView } from '@/lib/data/submissions'
import { languageName } from '@/lib/domain/language'
import { londonDateTime } from '@/lib/domain/london-time'
import { organisationTypeNames } from '@/lib/domain/submission'

import { LanguageForm } from './language-form'

type Language = { language: string | null; corrected: boolean }

/** What the respondent said of the organisation and the place, and the language that it is in. */
export function Facts({ submission, language }: { submission: SubmissionView; language: Language | null }) {
  const given = (term: string, value: string | null): Description[] => (value ? [{ term, value }] : [])
  const items: Description[] = [
    { term: 'Organisation', value: submission.organisationName },
    { term: 'Kind', value: organisationTypeNames[submission.organisationType] },
    {
      term: 'Whose work',
      value: submission.practice === 'OWN' ? 'Their own' : `Good practice elsewhere: ${submission.practiceOf ?? ''}`,
    },
    ...given('Communities', submission.communities.join(', ')),
    ...given('Places', submission.places.join(', ')),
    ...given('Neighbourhood', submission.neighbourhood),
    ...given('Themes', submission.themes.join(', ')),
    ...(submission.links.length > 0 ? [{ term: 'Links', value: <Links urls={submission.links} /> }] : []),
    ...(language ? [{ term: 'Language', value: <LanguageLine reference={submission.reference} {...language} /> }] : []),
    { term: 'Received', value: londonDateTime(submission.submittedAt) },
  ]
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-3 text-lg">
        About this example
      </h2>
      <DescriptionList items={items} />
    </section>
  )
}

function LanguageLine({ reference, language, corrected }: Language & { reference: string }) {
  return (
    <>
      <p>
        {language ? languageName(language) : 'Could not be told'}
        {corrected ? ' (corrected)' : ''}
      </p>
      <LanguageForm reference={reference} language={language} />
    </>
  )
}

function Links({ urls }: { urls: string[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {urls
        .filter(url => url.startsWith('https://'))
        .map(url => (
          <li key={url}>
            <a href={url} rel="noopener noreferrer nofollow" className="inline-block min-h-6 break-all">
              {url}
            </a>
          </li>
        ))}
    </ul>
  )
}
