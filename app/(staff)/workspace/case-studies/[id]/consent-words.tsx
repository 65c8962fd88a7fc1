import type { DeskView } from '@/lib/data/case-study-desk'
import type { PublishAnswer } from '@/lib/domain/consent'

const words: Record<PublishAnswer, string> = {
  WITH_NAME: 'It may be published with the organisation’s name.',
  WITHOUT_NAME: 'It may be published without the organisation’s name: no part of the text may give the name.',
  NO: 'It may not be published: the evidence is for research only.',
}

/** What the respondents' answers in force let us do with this text, in words. */
export function ConsentWords({ study }: { study: DeskView }) {
  const elsewhere = study.sources.flatMap(({ evidence }) => evidence?.practiceOf ?? [])
  return (
    <div className="flex flex-col gap-3">
      <p>{words[study.allowance]}</p>
      {elsewhere.map(name => (
        <p key={name}>
          The work is that of another organisation, {name}. It is named in public only after its own yes, which is not
          recorded.
        </p>
      ))}
      {study.respondents.length > 0 ? <p>The respondent asked to see it before it is published.</p> : null}
      {study.consentRefusal && study.allowance !== 'NO' ? (
        <p className="border-l-4 border-furnace pl-3 font-semibold">{study.consentRefusal}</p>
      ) : null}
    </div>
  )
}
