'use server'

import { redirect } from 'next/navigation'

import { signOut } from '@/lib/session'

export async function signOutHere(): Promise<void> {
  await signOut()
  redirect('/sign-in?left=yes')
}
