'use server'

import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { fieldsOf } from '@/lib/domain/form'
import { homeOf, localPath } from '@/lib/domain/sign-in'
import { refused, type Refusal } from '@/lib/result'
import { signIn } from '@/lib/session'

const SignInInput = z.object({
  email: z
    .string('Enter your email address')
    .check(z.trim(), z.minLength(1, 'Enter your email address'), z.maxLength(254, 'Check your email address')),
  password: z
    .string('Enter your password')
    .check(z.minLength(1, 'Enter your password'), z.maxLength(1_000, 'Check your password')),
  to: z.optional(z.string()),
})

/** What the form shows again: all but the password. */
export type SignInAnswer = { refusal: Refusal; email: string } | null

export async function signInWithPassword(_: SignInAnswer, form: FormData): Promise<SignInAnswer> {
  const fields = fieldsOf(form)
  const email = typeof fields.email === 'string' ? fields.email.slice(0, 254) : ''
  const parsed = SignInInput.safeParse(fields)
  if (!parsed.success) {
    return { refusal: refused('Check what you entered', z.flattenError(parsed.error).fieldErrors), email }
  }
  const result = await signIn(parsed.data)
  if (!result.ok) return { refusal: result, email }
  redirect(localPath(parsed.data.to) ?? homeOf(result.value.role))
}
