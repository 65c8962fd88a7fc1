import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { NextRequest } from 'next/server'
import NextAuth, { type AuthOptions } from 'next-auth'
import { decode } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { cache } from 'react'
import * as z from 'zod/mini'

import { beginSession, endOwnSession, findViewer } from '@/lib/data/sessions'
import { networkOf } from '@/lib/domain/network'
import type { Viewer } from '@/lib/domain/person'
import { localPath, sessionLife } from '@/lib/domain/sign-in'
import { env } from '@/lib/env'
import { ok, refused, type Result } from '@/lib/result'
import { sessionSecret } from '@/lib/secrets'

// The only module that knows next-auth. Its token holds nothing but the random id of a session, whose row decides.

const Token = z.object({ sid: z.string().check(z.minLength(20), z.maxLength(100)) })
const Credential = z.object({
  email: z.string().check(z.minLength(1), z.maxLength(254)),
  password: z.string().check(z.minLength(1), z.maxLength(1_000)),
})

function cookieFor(name: string) {
  const secure = env().publicUrl?.startsWith('https://') ?? false
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
  } as const
  return { name: `${secure ? '__Host-' : 'portal-'}${name}`, options }
}

/** `fault` keeps what went wrong: next-auth would take it for a refusal. */
function authOptions(attempt: { fault?: unknown }): AuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: sessionLife / 1000 },
    cookies: {
      sessionToken: cookieFor('session'),
      csrfToken: cookieFor('csrf'),
      callbackUrl: cookieFor('return'),
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    logger: {
      error: () => undefined,
      warn: () => undefined,
      debug: () => undefined,
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(given) {
          const parsed = Credential.safeParse(given)
          if (!parsed.success) return null
          const begun = await begin(parsed.data).catch((fault: unknown) => {
            attempt.fault = fault
            throw fault
          })
          // next-auth hands the message of an error on, and nothing of a null
          if (!begun.ok) throw new Error(begun.message)
          return { id: begun.value.token }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      redirect: ({ url }) => localPath(url) ?? '/workspace',
    },
    events: {
      async signOut({ token }) {
        const parsed = Token.safeParse(token)
        const viewer = parsed.success ? await findViewer(parsed.data.sid) : null
        if (viewer) await endOwnSession(viewer)
      },
    },
  }
}

async function begin(given: z.infer<typeof Credential>) {
  const client = await headers()
  const network = networkOf(client.get('x-portal-client'))
  return beginSession({ ...given, network, userAgent: client.get('user-agent') ?? '' })
}

/** What next-auth answers under `/api/auth`. Addresses are made relative: every name of this machine may be used. */
export async function answerAuth(request: NextRequest, path: string[]): Promise<Response> {
  const attempt: { fault?: unknown } = {}
  const answered: unknown = await NextAuth(request, { params: { nextauth: path } }, authOptions(attempt))
  if (attempt.fault) throw attempt.fault
  if (!(answered instanceof Response)) throw new Error('next-auth answered nothing')
  const location = answered.headers.get('location')
  if (location && URL.canParse(location)) {
    const { pathname, search } = new URL(location)
    answered.headers.set('location', (pathname.startsWith('/api/auth/') ? '/sign-in' : pathname) + search)
  }
  return answered
}

/** Signs in with an email address and a password, and gives the browser its cookie. For server actions only. */
export async function signIn(given: { email: string; password: string }): Promise<Result<Viewer>> {
  const jar = await cookies()
  const base = 'http://localhost/api/auth'
  const offered = await answerAuth(new NextRequest(`${base}/csrf`), ['csrf'])
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await offered.json())
  keep(jar, offered, cookieFor('csrf'))
  const body = new URLSearchParams({ ...given, csrfToken })
  const answered = await answerAuth(new NextRequest(`${base}/callback/credentials`, { method: 'POST', body }), [
    'callback',
    'credentials',
  ])
  const viewer = await viewerOf(keep(jar, answered, cookieFor('session')))
  if (viewer) return ok(viewer)
  const location = new URL(answered.headers.get('location') ?? '/', base)
  const message = location.searchParams.get('error')
  return refused(message && message !== 'CredentialsSignin' ? message : 'Check your email address and password')
}

type Jar = Awaited<ReturnType<typeof cookies>>

/** Hands a cookie of next-auth's answer on to the browser, and answers its value. */
function keep(jar: Jar, answered: Response, { name, options }: ReturnType<typeof cookieFor>): string | undefined {
  const set = answered.headers.getSetCookie().find(cookie => cookie.startsWith(`${name}=`))
  if (!set) return undefined
  const value = decodeURIComponent(set.slice(name.length + 1).split(';')[0] ?? '')
  jar.set(name, value, name === cookieFor('session').name ? { ...options, maxAge: sessionLife / 1000 } : options)
  return value
}

async function viewerOf(cookie: string | undefined): Promise<Viewer | null> {
  if (!cookie) return null
  const token = await decode({ token: cookie, secret: sessionSecret() }).catch(() => null)
  const parsed = Token.safeParse(token)
  return parsed.success ? findViewer(parsed.data.sid) : null
}

/** Signs the viewer out on the server and takes the cookie away. For server actions only. */
export async function signOut(): Promise<void> {
  const viewer = await getViewer()
  if (viewer) await endOwnSession(viewer)
  const { name, options } = cookieFor('session')
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}

/** Who is signed in, checked against the database once for each request; null for everyone else. */
export const getViewer: () => Promise<Viewer | null> = cache(async () =>
  viewerOf((await cookies()).get(cookieFor('session').name)?.value),
)

/** Who is signed in; others are sent to sign in and come back to the page they asked for. For pages and layouts. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer()
  if (viewer) return viewer
  const asked = localPath((await headers()).get('x-portal-path'))
  redirect(asked ? `/sign-in?to=${encodeURIComponent(asked)}` : '/sign-in')
}
