'use client'

import type { ReactNode } from 'react'

import { RegionTiles } from '@/components/region/region-tiles'
import { ActionForm, type FieldErrors } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Checkboxes, Radios } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import type { EntryView } from '@/lib/data/intake-entry'
import { channelNames, consentGiven, intakeChannels } from '@/lib/domain/intake'
import { listOf, textOf } from '@/lib/domain/step-form'
import { wishes, type FieldName } from '@/lib/domain/step-fields'
import { limits } from '@/lib/domain/submission'

import { keepEntry } from './actions'
import type { EntryWords } from './entry-words'

type Props = { entry: EntryView; takenAt: string; words: EntryWords }
type PartProps = Props & { errorOf: FieldErrors }

/** All questions of the wizard on one page, in their order and words. */
export function EntryForm(props: Props) {
  const { entry } = props
  return (
    <ActionForm
      action={keepEntry}
      submit="Save"
      variant="secondary"
      done="Saved."
      version={entry.version}
      label="The response"
      guarded
      className="gap-8"
    >
      {(errorOf, saved) => (
        <>
          <input type="hidden" name="id" value={entry.id} />
          {saved && saved.missing.length > 0 ? (
            <Notice title="Saved. Before it can be sent:" live>
              <ul className="list-disc pl-5">
                {saved.missing.map(sentence => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <HowItCame {...props} errorOf={errorOf} />
          <Questions {...props} errorOf={errorOf} />
          <Consents {...props} errorOf={errorOf} />
          <div>
            <Button name="intent" value="send" large>
              Send as evidence
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  )
}

function Part({ heading, children }: { heading: string | undefined; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-6 border-t border-line pt-6">
      <h2>{heading}</h2>
      {children}
    </section>
  )
}

function HowItCame({ entry, takenAt, errorOf }: PartProps) {
  const channels = entry.mailId ? intakeChannels : intakeChannels.filter(channel => channel !== 'email')
  return (
    <Part heading="How it came">
      <Radios
        name="channel"
        label="How was it given?"
        choices={channels.map(value => ({ value, label: channelNames[value] }))}
        defaultValue={entry.channel}
        error={errorOf('channel')}
        inline
      />
      <Field
        name="takenAt"
        type="datetime-local"
        label="When was it given?"
        width="medium"
        defaultValue={takenAt}
        error={errorOf('takenAt')}
      />
      <TextArea
        name="takenNote"
        label="A note (optional)"
        hint="For example, who else was there. Researchers see it."
        rows={2}
        defaultValue={entry.takenNote}
        error={errorOf('takenNote')}
      />
    </Part>
  )
}

function fieldsFor({ entry, words, errorOf }: PartProps) {
  const asked = (name: FieldName) => ({ name, label: words.labels[name], error: errorOf(name) })
  return {
    text: (name: FieldName) => ({ ...asked(name), defaultValue: textOf(entry.values, name), autoComplete: 'off' }),
    list: (name: FieldName) => ({ ...asked(name), defaultValue: listOf(entry.values, name) }),
  }
}

function Questions(props: PartProps) {
  const { entry, words, errorOf } = props
  const { text, list } = fieldsFor(props)
  const { form } = entry
  const places = list('places')
  const upTo = (most: number) => ({ unit: 'words' as const, most, words: words.count })
  const elsewhere = <Field {...text('practiceOf')} />
  const links = listOf(entry.values, 'links')
  return (
    <>
      <Part heading={words.headings['organisation']}>
        <Field {...text('organisationName')} />
        <Radios {...text('organisationType')} choices={words.types} columns={2} />
        <Radios
          {...text('practice')}
          choices={words.practices.map(each => (each.value === 'ELSEWHERE' ? { ...each, reveal: elsewhere } : each))}
        />
        {form.communities.length > 0 ? (
          <Checkboxes
            {...list('communities')}
            choices={form.communities.map(name => ({ value: name, label: name }))}
            columns={2}
          />
        ) : null}
      </Part>
      <Part heading={words.headings['place']}>
        <Fieldset id="places" label={places.label} error={places.error}>
          <RegionTiles
            label={words.tiles.label}
            othersLabel={words.tiles.others}
            mode="checkboxes"
            name="places"
            places={form.places}
            selected={places.defaultValue}
          />
        </Fieldset>
        <Field {...text('neighbourhood')} />
      </Part>
      <Part heading={words.headings['example']}>
        <Field {...text('title')} />
        <Checkboxes
          {...list('prompts')}
          choices={[
            ...form.prompts.map(({ key, theme, text: hint }) => ({ value: key, label: theme, hint })),
            words.none,
          ]}
        />
      </Part>
      <Part heading={words.headings['story']}>
        <TextArea {...text('whatHappened')} rows={12} limit={upTo(limits.whatHappenedWords)} />
        <TextArea {...text('difference')} limit={upTo(limits.otherStoryWords)} />
        <TextArea {...text('learned')} limit={upTo(limits.otherStoryWords)} />
      </Part>
      <Part heading={words.headings['material']}>
        <div id="links" className="flex flex-col gap-4">
          {words.links.map((label, index) => (
            <Field
              key={label}
              name={`links.${index}`}
              label={label}
              type="url"
              defaultValue={links[index] ?? ''}
              error={index === 0 ? errorOf('links') : undefined}
            />
          ))}
        </div>
      </Part>
    </>
  )
}

/** The consents, with the exact words to read out. */
function Consents(props: PartProps) {
  const { entry, words } = props
  const { text, list } = fieldsFor(props)
  const { TELEPHONE: telephone, PUBLISH: publish } = entry.form.consents
  const given = consentGiven[entry.channel]
  const number = (
    <>
      <Field {...text('telephone')} type="tel" width="medium" />
      <Field {...text('bestTimes')} />
    </>
  )
  return (
    <Part heading={words.headings['contact']}>
      <Notice tone="neutral">
        {entry.channel === 'email'
          ? 'Tick only what stands in the mail.'
          : `Read each question out with the words below it, and tick only what was ${given}.`}{' '}
        It is kept with these words, your name and the time.
      </Notice>
      <Field {...text('contactName')} />
      <Field {...text('email')} type="email" spellCheck={false} />
      <Radios
        {...text('mayTelephone')}
        label={telephone.question}
        hint={telephone.explanation}
        choices={telephone.answers.map(answer => (answer.value === 'YES' ? { ...answer, reveal: number } : answer))}
      />
      <Radios {...text('publish')} label={publish.question} hint={publish.explanation} choices={publish.answers} />
      <Checkboxes
        {...list('wishes')}
        choices={wishes.map(wish => ({
          value: wish,
          label: entry.form.consents[wish].question,
          hint: entry.form.consents[wish].explanation,
        }))}
      />
    </Part>
  )
}
