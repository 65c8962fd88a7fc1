import { getTranslations } from 'next-intl/server'

import type { CallView } from '@/lib/data/calls'
import { leadsOn, paragraphs } from '@/lib/domain/call-text'
import { LinkedParagraphs, OutsideLink } from './linked-text'
import { SideSection } from './side-section'

/** The call in its own words, in its own order: introduction, prompts, and the rest. Nothing is put between them. */
export async function CallWords({ call }: { call: CallView }) {
  const t = await getTranslations('call')
  const pointsToRelease = leadsOn(paragraphs(call.closingWords).at(-1) ?? '') && call.press.releaseTitle !== ''
  return (
    <SideSection title={t('words.title')} id="the-call">
      <div className="prose">
        <LinkedParagraphs text={call.introduction} contact={call.contactEmail} />
      </div>
      {call.prompts.length > 0 ? (
        <ul className="my-8 max-w-[48rem] border-b border-line">
          {call.prompts.map(prompt => (
            <li
              key={prompt.key}
              className="flex gap-4 border-t border-line py-4 font-serif text-xl leading-snug text-pretty sm:gap-5 sm:py-5"
            >
              <span aria-hidden className="mt-[0.42em] size-2.5 flex-none bg-canal" />
              {prompt.text}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="prose">
        <LinkedParagraphs text={call.closingWords} contact={call.contactEmail} />
        {pointsToRelease ? (
          <p>
            <OutsideLink href={call.press.releaseUrl}>{call.press.releaseTitle}</OutsideLink>
          </p>
        ) : null}
      </div>
    </SideSection>
  )
}
