'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Tag } from '@/components/ui/tag'
import type { FindingView } from '@/lib/data/redaction-view'
import { findingKindNames } from '@/lib/domain/finding-kinds'

import { decideFindings, releaseText } from './redaction-actions'
import { FindingPlaces } from './finding-places'

/** What is to become of each finding: all in one form, and those left without a choice stay open. */
export function DecideForm({ id, digest, findings }: { id: string; digest: string; findings: FindingView[] }) {
  return (
    // Another text or another decision is another list: what was typed for the one before is not taken over.
    <ActionForm
      key={digest}
      action={decideFindings}
      submit="Save decisions"
      variant="secondary"
      idPrefix="finding-"
      className="gap-6"
      label="Decide what becomes of it"
    >
      {errorOf => (
        <>
          <input type="hidden" name="id" value={id} />
          {findings.map((finding, at) => {
            const { words, kind, forbidden, open, decision } = finding
            const called = `“${words}”`
            return (
              <div key={words} className="border-t border-line pt-4">
                <input type="hidden" name={`words-${at}`} value={words} />
                <p className="flex flex-wrap items-center gap-1.5">
                  {open ? <Tag tone="furnace">To decide</Tag> : <Tag tone="moss">Decided</Tag>}
                  <Tag>{findingKindNames[kind]}</Tag>
                </p>
                <FindingPlaces finding={finding} />
                {forbidden ? <p className="mb-2 text-sm">Consent does not let these words be published.</p> : null}
                <Radios
                  name={`choice-${at}`}
                  label={<span className="wrap-anywhere">{called}</span>}
                  error={errorOf(`choice-${at}`)}
                  defaultValue={decision?.choice}
                  choices={[
                    ...(forbidden
                      ? []
                      : [
                          {
                            value: 'KEEP',
                            label: 'Keep it',
                            reveal: (
                              <Field
                                name={`reason-${at}`}
                                id={`finding-reason-${at}`}
                                label={`Why is ${called} kept?`}
                                error={errorOf(`reason-${at}`)}
                                defaultValue={decision?.reason}
                                width="full"
                              />
                            ),
                          },
                        ]),
                    {
                      value: 'REPLACE',
                      label: 'Replace it',
                      reveal: (
                        <Field
                          name={`replacement-${at}`}
                          id={`finding-replacement-${at}`}
                          label={`What stands in place of ${called}?`}
                          error={errorOf(`replacement-${at}`)}
                          defaultValue={decision?.replacement}
                          width="full"
                        />
                      ),
                    },
                    { value: 'REMOVE', label: 'Remove it' },
                  ]}
                />
              </div>
            )
          })}
        </>
      )}
    </ActionForm>
  )
}

/** A second person's word. It holds for the text as it stands on the page. */
export function ReleaseForm({ id, digest }: { id: string; digest: string }) {
  return (
    <ActionForm action={releaseText} submit="Release it" small>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="digest" value={digest} />
    </ActionForm>
  )
}
