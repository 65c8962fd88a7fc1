import { Paragraphs } from '@/components/site/paragraphs'
import type { SubmissionView } from '@/lib/data/submissions'
import { answerNames } from '@/lib/domain/submission'

/** The respondent's own words, as they were sent. */
export function Answers({ answers }: { answers: SubmissionView['answers'] }) {
  return (
    <>
      {answers.map(({ field, body }) => (
        <section key={field} aria-labelledby={field}>
          <h2 id={field} className="mb-2 text-lg">
            {answerNames[field]}
          </h2>
          <div dir="auto" className="prose font-serif text-lg">
            <Paragraphs text={body} />
          </div>
        </section>
      ))}
    </>
  )
}
