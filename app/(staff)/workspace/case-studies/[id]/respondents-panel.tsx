import Link from 'next/link'

import type { DeskView, RespondentView } from '@/lib/data/case-study-desk'
import { yesChannelNames } from '@/lib/domain/case-study'
import { londonDate } from '@/lib/domain/london-time'
import { lastDay } from '@/lib/domain/showing'

import { ShowForm, YesForm } from './respondent-forms'

/** What each respondent who asked to see it first has said to the text as it stands. */
export function RespondentsPanel({ study }: { study: DeskView }) {
  const { respondents, allows, id, version } = study
  const open = respondents.filter(({ state }) => state === 'notShown' || state === 'waiting')
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-4">
        {respondents.map(respondent => (
          <li key={respondent.reference}>
            {respondents.length > 1 ? (
              <p className="text-sm">
                <Link
                  href={`/workspace/submissions/${respondent.reference}`}
                  prefetch={false}
                  className="inline-block min-h-6"
                >
                  {respondent.reference}
                </Link>
              </p>
            ) : null}
            <p>{inWords(respondent)}</p>
            {respondent.words ? (
              <blockquote dir="auto" className="mt-1 border-l-4 border-canal pl-3 whitespace-pre-line">
                {respondent.words}
              </blockquote>
            ) : null}
            {respondent.state === 'no' ? (
              <p className="mt-1 text-sm text-muted">
                Their consent to publish stands as it was: they said no to this text. Change it with them, and show it
                again.
              </p>
            ) : null}
            {allows.recordYes && respondent.state !== 'yes' ? (
              <YesForm id={id} version={version} reference={respondent.reference} several={respondents.length > 1} />
            ) : null}
          </li>
        ))}
      </ul>
      {allows.show && open.length > 0 ? (
        <ShowForm id={id} version={version} again={open.every(({ shownAt }) => shownAt !== null)} />
      ) : null}
    </div>
  )
}

function inWords(respondent: RespondentView): string {
  const { state, shownAt, lapsesAt, untold, answeredAt, how, recordedBy } = respondent
  const on = answeredAt ? ` on ${londonDate(answeredAt)}` : ''
  switch (state) {
    case 'yes':
      return `The respondent said yes to this text${on}${how === 'page' ? ', on their page' : ''}.${recorded(how, recordedBy)}`
    case 'change':
      return `The respondent asked for a change${on}:`
    case 'no':
      return `The respondent said no to this text${on}.`
    case 'lapsed':
      return `The respondent was told that silence counts as a yes after ${lapsesAt ? londonDate(lastDay(lapsesAt)) : ''}, and has not answered: it counts as a yes.`
    case 'notShown':
      return 'The respondent asked to see it first, and has not been shown this text.'
    case 'waiting': {
      const shown = `Shown to the respondent${shownAt ? ` on ${londonDate(shownAt)}` : ''}.`
      if (lapsesAt)
        return `${shown} If they say nothing by the end of ${londonDate(lastDay(lapsesAt))}, it counts as a yes.`
      if (untold)
        return `${shown} The email that names the day has not gone out in time: until it has, their silence is no answer.`
      return `${shown} There is no email address to tell them of a day, so their silence is no answer: ask them.`
    }
  }
}

function recorded(how: string | null, by: string | null): string {
  const way = Object.entries(yesChannelNames).find(([channel]) => channel === how)?.[1]
  if (!way) return ''
  return by ? ` ${way}, written down by ${by}.` : ` ${way}.`
}
