import type { SubmissionView } from '@/lib/data/submissions'
import { paragraphs } from '@/lib/domain/call-text'
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
            {paragraphs(body).map((paragraph, index) => (
              <p key={index} dir="auto" className="whitespace-pre-line">
                {paragraph}
              </p>
            ))}
          </div>
        </section>
      ))}
    </>
  )
}
