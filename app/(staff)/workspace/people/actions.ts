'use server'

import { refresh } from 'next/cache'

import { readPosted } from '@/app/(staff)/posted'
import { changePerson, createPersonWithPassword, renewPassword, setDisabled } from '@/lib/data/people'
import { NewPerson, PersonAt, PersonChange } from '@/lib/domain/account'
import { ok, type Result } from '@/lib/result'

const unreadable = 'This form could not be read. Load the page again.'

type WithPassword = Result<{ password: string }>

type NewAccount = Result<{ password: string; email: string }>

/** Answers for whom the password is, too: the form is empty again by then. */
export async function createAccount(_: NewAccount | null, form: unknown): Promise<NewAccount> {
  const posted = await readPosted(form, NewPerson)
  if (!posted.ok) return posted
  const created = await createPersonWithPassword(posted.viewer, posted.input)
  return created.ok ? ok({ ...created.value, email: posted.input.email }) : created
}

export async function changeAccount(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, PersonChange)
  if (!posted.ok) return posted
  const result = await changePerson(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function disableAccount(_: Result | null, form: unknown): Promise<Result> {
  return disable(form, true)
}

export async function enableAccount(_: Result | null, form: unknown): Promise<Result> {
  return disable(form, false)
}

async function disable(form: unknown, disabled: boolean): Promise<Result> {
  const posted = await readPosted(form, PersonAt, unreadable)
  if (!posted.ok) return posted
  const result = await setDisabled(posted.viewer, { ...posted.input, disabled })
  if (result.ok) refresh()
  return result
}

export async function renewAccountPassword(_: WithPassword | null, form: unknown): Promise<WithPassword> {
  const posted = await readPosted(form, PersonAt, unreadable)
  return posted.ok ? renewPassword(posted.viewer, posted.input) : posted
}
